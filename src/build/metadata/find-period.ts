import type { Section } from '../../core/section.ts';
import type { Span } from '../../core/span.ts';
import { isProse } from '../structure/lines.ts';
import type { Detected, DetectionText } from './detected.ts';
import { lastYear, type StatedPeriod, statedPeriods } from './stated-periods.ts';

/** What the sources of a period say, the strongest first. */
export interface PeriodSources {
  /** A part of the report that sums a period up: 一、2023年工作总结. */
  readonly heading: Detected<string> | null;
  readonly title: Detected<string> | null;
  /** A line before the body (2024年度), the opening of the body, or the years it mentions most. */
  readonly body: Detected<string> | null;
  readonly published: Detected<string> | null;
}

const SINGLE = /^\d{4}(?:[上下]半年)?$/u;
/** 政府工作报告 is titled with the year it is given in and tells of the year before. */
const SPOKEN_REPORT = /政府工作报告/u;

/** All that is said about the period, by source. */
export function findPeriodSources(
  text: DetectionText,
  known: { title: Detected<string> | null; published: Detected<string> | null },
): PeriodSources {
  return {
    heading: ofHeading(text) ?? ofReviewBeforePlan(text),
    title: ofTitle(known.title),
    body: ofHead(text) ?? ofOpening(text) ?? ofBody(text) ?? ofHeadline(text),
    published: ofPublished(text, known.published),
  };
}

/** The period covered: what a heading states, else the title, the body, or the publication date. */
export function choosePeriod({ heading, title, body, published }: PeriodSources): Detected<string> | null {
  const best = heading ?? title ?? body ?? published;
  return title !== null && best !== null && isWithin(title.value, best.value) ? title : best;
}

/** A report that reviews five years with the last of them is about that last year if its title says so. */
function isWithin(year: string, span: string): boolean {
  return SINGLE.test(year) && span.includes('..') && lastYear(year) === lastYear(span);
}

function singleOf(periods: readonly StatedPeriod[]): StatedPeriod | null {
  return periods.find(({ period }) => SINGLE.test(period)) ?? periods[0] ?? null;
}

function ofHeading({ clean, sections }: DetectionText): Detected<string> | null {
  const telling = sections.find((section) => section.level === 1 && !section.plan && statesPeriod(section));
  if (telling === undefined) return null;
  const start = telling.start + Math.max(0, clean.text.slice(telling.start).indexOf(telling.heading));
  const stated = singleOf(statedPeriods(clean.folded.slice(start, start + telling.heading.length)));
  if (stated === null) return null;
  return {
    value: stated.period,
    confidence: 0.95,
    evidence: [{ start: start + stated.start, end: start + stated.end }],
  };
}

const REVIEW = /(?:过去|这|近)?(一|五)年|(?:工作|主要成[绩就])的?(?:回顾|总结)/u;

/** 过去一年工作回顾 before 2004年的任务 is about 2003. */
function ofReviewBeforePlan({ clean, sections }: DetectionText): Detected<string> | null {
  const review = sections.find(({ level, plan, heading }) => level === 1 && !plan && REVIEW.test(heading));
  const planned = sections.find(({ level, plan, period }) => level === 1 && plan && /^\d{4}$/u.test(period ?? ''));
  if (review === undefined || planned === undefined || planned.start < review.start) return null;
  const before = Number(planned.period) - 1;
  const value = REVIEW.exec(review.heading)?.[1] === '五' ? `${before - 4}..${before}` : `${before}`;
  const start = planned.start + Math.max(0, clean.text.slice(planned.start).indexOf(planned.heading));
  return { value, confidence: 0.75, evidence: [{ start, end: start + planned.heading.length }] };
}

/** A heading tells the period of the report when it begins with one or sums up; others mention years in passing. */
function statesPeriod({ heading, period }: Section): boolean {
  return (
    period !== null &&
    (/^[“"]?(?:\d{4}|[一二][〇○零0-9]|十.五)/u.test(heading) || /总结|回顾|工作|成绩|成就/u.test(heading))
  );
}

function ofTitle(title: Detected<string> | null): Detected<string> | null {
  if (title === null) return null;
  const stated = singleOf(statedPeriods(title.value));
  if (stated === null) return null;
  const start = (title.evidence[0]?.start ?? 0) + stated.start;
  const evidence = title.evidence.length === 0 ? [] : [{ start, end: start + stated.end - stated.start }];
  const isSpoken = SPOKEN_REPORT.test(title.value) && SINGLE.test(stated.period);
  return isSpoken
    ? { value: `${lastYear(stated.period) - 1}`, confidence: 0.8, evidence }
    : { value: stated.period, confidence: 0.9, evidence };
}

/** 2024年度 on a line of its own before the body. */
function ofHead({ lines, bodyStart }: DetectionText): Detected<string> | null {
  for (const { text, start, kind } of lines) {
    if (start >= bodyStart || kind === 'metadata' || kind === 'date' || kind === 'contents') continue;
    const stated = statedPeriods(text)[0];
    if (stated === undefined || text.length > stated.end - stated.start + 4) continue;
    return {
      value: stated.period,
      confidence: 0.85,
      evidence: [{ start: start + stated.start, end: start + stated.end }],
    };
  }
  return null;
}

/** 生态环境厅：2022年全省质量持续改善: the only year of the lines before the body. */
function ofHeadline({ lines, bodyStart }: DetectionText): Detected<string> | null {
  const headlines = lines.filter(({ start, kind, text }) => {
    return (
      start < bodyStart && kind !== 'metadata' && kind !== 'date' && kind !== 'contents' && !/[年月]\d+日/u.test(text)
    );
  });
  const stated = headlines.flatMap(({ text, start }) =>
    statedPeriods(text).map((at) => ({ ...at, start: start + at.start, end: start + at.end })),
  );
  const [first] = stated;
  if (first === undefined || stated.some(({ period }) => period !== first.period)) return null;
  return { value: first.period, confidence: 0.5, evidence: [{ start: first.start, end: first.end }] };
}

/** 2018年，我市… as the first words of a paragraph near the beginning. */
function ofOpening({ clean, lines, bodyStart }: DetectionText): Detected<string> | null {
  const openings = lines
    .filter(({ kind, start, text }) => kind === null && start >= bodyStart && isProse(text))
    .slice(0, 2);
  for (const { start, text } of openings) {
    const found = /^(?:(?:\d{4}|[一二][〇○零0-9一二三四五六七八九]{3})年(?:[上下]半年)?)[，,]/u.exec(text);
    const stated = found === null ? undefined : statedPeriods(found[0])[0];
    if (stated === undefined) continue;
    const period = withHalf(stated.period, clean.folded);
    return { value: period, confidence: 0.85, evidence: [{ start, end: start + stated.end }] };
  }
  return null;
}

/** Before a year that others are compared with: 由2000年的12亿元增加到… */
const BASE_YEAR = /(?:[由从比较与自]|相对于)$/u;

/** The year that the parts which are no plans mention in half of all cases and three times at least. */
function ofBody({ clean, sections }: DetectionText): Detected<string> | null {
  const plans = sections.filter(({ plan }) => plan);
  const inPlan = (at: Span) => plans.some(({ start, end }) => start <= at.start && at.start < end);
  const years = new Map<string, StatedPeriod[]>();
  const isBase = (at: Span) => BASE_YEAR.test(clean.folded.slice(Math.max(0, at.start - 3), at.start));
  const stated = statedPeriods(clean.folded).filter((at) => SINGLE.test(at.period) && !inPlan(at) && !isBase(at));
  for (const mention of stated) years.set(mention.period, [...(years.get(mention.period) ?? []), mention]);
  const [most] = [...years.values()].sort((a, b) => b.length - a.length);
  if (most === undefined || most.length < 3 || most.length < stated.length / 2) return null;
  const evidence = most.slice(0, 3).map(({ start, end }) => ({ start, end }));
  return { value: withHalf(most[0]!.period, clean.folded), confidence: 0.6, evidence };
}

/** Whether the text stops at the middle of a year. */
export function isHalfYear(folded: string): boolean {
  const half = folded.match(/上半年|截[至止](?:今年)?[5-7五六七]月/gu)?.length ?? 0;
  const whole = folded.match(/全年|年末|年底|1[12]月底|下半年,/gu)?.length ?? 0;
  return half >= 2 && half > whole;
}

function withHalf(period: string, folded: string): string {
  return /^\d{4}$/u.test(period) && isHalfYear(folded) ? `${period}上半年` : period;
}

/** A report of the year's first months. */
const QUARTERLY = /今年,?(?:以来,?)?[^。]{0,200}(?:[1一]|第一)季度/u;

/** Last year's work is summed up in the first half of a year, this year's after it. */
function ofPublished({ clean, sections }: DetectionText, published: Detected<string> | null): Detected<string> | null {
  if (published === null || published.value === '' || sections.length === 0) return null;
  const [year, month] = published.value.split('-').map(Number);
  if (year === undefined || month === undefined) return null;
  const half = isHalfYear(clean.folded) && month >= 6 && month <= 10;
  const value = half ? `${year}上半年` : `${month <= 6 && !QUARTERLY.test(clean.folded) ? year - 1 : year}`;
  return { value, confidence: 0.4, evidence: published.evidence };
}
