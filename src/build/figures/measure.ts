import { anyOf } from './words.ts';

const ATTRIBUTE = `(?:年|月|日|总|净|平均|人均|户均|单位|累计|新增|全年|基金|年均|当年|实际|其中)*(?:${anyOf('attributes')})`;
const ONLY_ATTRIBUTE = new RegExp(`^(?:${ATTRIBUTE})$`, 'u');
const ENDS_IN_ATTRIBUTE = new RegExp(`^(.{2,}?)(?:实现)?${ATTRIBUTE}$`, 'u');

/** Whether a name only says which measure of something it is: 利润总额, 建筑面积. */
export function measuresOnly(named: string): boolean {
  return ONLY_ATTRIBUTE.test(named);
}

/** 企业 of 企业利润总额; the name itself where it names no measure. */
export function withoutMeasure(named: string): string {
  return ENDS_IN_ATTRIBUTE.exec(named)?.[1] ?? named;
}
