import type { Span } from '../../core/span.ts';
import type { AskedPeriod } from './query.ts';

/** A period in a question. */
export interface PeriodMention extends Span {
  readonly period: AskedPeriod;
}

const YEAR =
  /(?<![\d.])((?:19[5-9]|20[0-6])\d)(?![\d.%])(年)?(?![元人名个家件万亿例张户条项次座所块])|(?<![a-zA-Z\d.连续近去第])([0-3]\d)年(?![来内间代])/gu;
const HAN_YEAR = /([一二][九〇零○][〇零○一二三四五六七八九]{2})年/gu;
const RELATIVE = /(?<![比较])(今年|本年度?|去年|前年|明年)/gu;
const PLAN = /[“"]?(十[一二三四五六]五|“十[一二三四五六]”五)[”"]?(?:规划|时期|期间)?/gu;
const HALF = /^[的\s]*(?:年)?(上|下)半年/u;
const BARE_HALF = /(?<!\d年?)(上|下)半年/gu;
const YEARS_AGO: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 本年度: 0, 去年: 1, 前年: 2, 明年: -1 };
const HAN_DIGITS = '〇一二三四五六七八九';
/** 十一五 began in 2006; each five-year plan follows the last. */
const FIRST_PLAN_YEAR = 2006;
const PLAN_DIGITS = '一二三四五六';

function yearPeriod(year: number, rest: string): { period: AskedPeriod; length: number } {
  const half = HALF.exec(rest);
  if (half === null) return { period: { first: year, last: year, half: null, label: `${year}年` }, length: 0 };
  const first = half[1] === '上';
  return {
    period: { first: year, last: year, half: first ? 1 : 2, label: `${year}年${first ? '上' : '下'}半年` },
    length: half[0].length,
  };
}

function mention(text: string, { start, end, year }: Span & { year: number }): PeriodMention {
  const { period, length } = yearPeriod(year, text.slice(end));
  return { start, end: end + length, period };
}

function digitsOf(han: string): number {
  return Number([...han.replace(/[零○]/gu, '〇')].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));
}

function plans(text: string): PeriodMention[] {
  return [...text.matchAll(PLAN)].map((match) => {
    const first = FIRST_PLAN_YEAR + 5 * PLAN_DIGITS.indexOf(match[1]!.replace(/[“”]/gu, '')[1]!);
    const period = { first, last: first + 4, half: null, label: `${first}—${first + 4}年` };
    return { start: match.index, end: match.index + match[0].length, period };
  });
}

/**
 * The periods a question names, in order.
 *
 * @param text as `normalizeQuestion` gives it
 * @param thisYear what 今年 means; without it relative years are not read
 */
export function findPeriods(text: string, thisYear: number | null): PeriodMention[] {
  const found: PeriodMention[] = plans(text);
  for (const match of text.matchAll(YEAR)) {
    const year = match[1] === undefined ? 2000 + Number(match[3]) : Number(match[1]);
    found.push(mention(text, { start: match.index, end: match.index + match[0].length, year }));
  }
  for (const match of text.matchAll(HAN_YEAR)) {
    found.push(mention(text, { start: match.index, end: match.index + match[0].length, year: digitsOf(match[1]!) }));
  }
  // 去年 beside a year is that of the report and not of the clock.
  for (const match of thisYear === null || found.length > 0 ? [] : text.matchAll(RELATIVE)) {
    const year = thisYear! - YEARS_AGO[match[1]!]!;
    found.push(mention(text, { start: match.index, end: match.index + match[0].length, year }));
  }
  for (const match of text.matchAll(BARE_HALF)) {
    if (found.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    const period = { first: 0, last: 9999, half: match[1] === '上' ? (1 as const) : (2 as const), label: match[0] };
    found.push({ start: match.index, end: match.index + match[0].length, period });
  }
  return found.sort((a, b) => a.start - b.start);
}
