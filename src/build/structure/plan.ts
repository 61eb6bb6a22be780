import type { MarkerStyle } from './marker.ts';

const PLAN =
  /工作(?:思路|计划|打算|安排|谋划|部署|设想|建议|任务|目标|要点|重点)|(?:思路|打算|设想|展望|建议|部署)$|下一?步|下一?阶段|今后|明年|来年|新的一年|目标任务|主要(?:目标|预期|考虑|任务)|预期目标|总体(?:要求|部署|考虑|思路|目标)|奋斗目标|规划.{0,4}纲要|纲要.{0,2}草案|开好局|^(?:计划|打算|安排|部署|目标|任务)$|(?:20\d{2}|今|下半)年.{0,8}(?:重点|计划|思路|任务|目标|安排)/u;
const SUMMARY =
  /总结|回顾|完成情况|进展|成效|成绩|成就|落实情况|开展情况|工作情况|主要做法|取得|存在.{0,4}问题|问题和|特点|概况|现状/u;
/** Parts after the plan that are no plan. */
const APPENDIX = /^(?:附注|注释?|附件|附录|名词解释|名词注释|说明|指标解释|资料来源|数据来源)\s*[:：]?$/u;
/** Titles and points inside paragraphs mention plans without being one. */
const UNTOLD: ReadonlySet<MarkerStyle> = new Set(['title', 'enumeration', 'ordinal', 'dash']);

/** Whether a heading leads to notes after the report. */
export function isAppendix(heading: string): boolean {
  return APPENDIX.test(heading);
}

/** Whether a heading says that what follows is planned. */
export function isPlanHeading(heading: string, style: MarkerStyle): boolean {
  return (
    !UNTOLD.has(style) && PLAN.test(heading) && !SUMMARY.test(heading) && (heading.length <= 24 || style === 'han')
  );
}

/** Whether a heading says that what follows has been done. */
export function isSummaryHeading(heading: string): boolean {
  return SUMMARY.test(heading);
}

/** Whether a heading names a part that only whole reports are divided into. */
export function isChapterHeading(heading: string): boolean {
  return /(?:回顾|总结|成就|主要成绩|目标任务|目标和.{2,8}|主要任务|重点任务|重点工作|工作安排|工作思路|工作计划|工作打算|工作部署)$/u.test(
    heading,
  );
}

/** Whether a part that follows a plan goes on with it. */
export function keepsPlan(heading: string, style: MarkerStyle): boolean {
  return !isAppendix(heading) && (style === 'han' || style === 'chapter');
}
