import type { Span } from '../../core/span.ts';

/** A period that a text states, in the form of `Report.period`: 2018, 2012上半年, 2021..2025. */
export interface StatedPeriod extends Span {
  readonly period: string;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_YEAR = '[一二][〇○零OＯ〇0一二三四五六七八九]{3}';
const YEAR = `(?:(?:19|20)\\d{2}|${HAN_YEAR})`;
const HALF = '(?:上半年|下半年)';
/** 十一五 (2006..2010) and after: the plan named N五 begins in 2001 + 5 * (N - 10). */
const PLAN =
  '(?:[“"‘『「](?=十)|(?=十.?五(?:时期|期间|规划|以来|发展|经济|工作|$)))十(?<plan>[一二三四五六七]?)五[”"’』」]?';
const PATTERN = new RegExp(
  `(?<from>${YEAR})\\s*年?\\s*(?:[-—–~～至到]|\\.\\.)+\\s*(?<to>${YEAR})\\s*年|(?<year>${YEAR})\\s*年?度?\\s*(?<half>${HALF})|(?<only>${YEAR})\\s*年度?|${PLAN}`,
  'gu',
);

/** 2023 of 二〇二三 and of 2023. */
export function yearOf(text: string): number {
  const digits = [...text].map((character) => {
    if (/\d/u.test(character)) return character;
    return Math.max(0, HAN_DIGITS.indexOf(/[○零OＯ]/u.test(character) ? '〇' : character)).toString();
  });
  return Number(digits.join(''));
}

function periodOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { from, to, year, half, only, plan } = groups;
  if (from !== undefined && to !== undefined) return `${yearOf(from)}..${yearOf(to)}`;
  if (year !== undefined && half !== undefined) return `${yearOf(year)}${half}`;
  if (only !== undefined) return `${yearOf(only)}`;
  const start = 2001 + 5 * (HAN_DIGITS.indexOf(plan ?? '') < 0 ? 0 : HAN_DIGITS.indexOf(plan!));
  return `${start}..${start + 4}`;
}

/** Names of documents carry years of their own: 《总体规划(2021-2035)》. */
const NAMES = /《[^》]*》|\(\d{4}\s*[-—–~～]\s*\d{4}年?\)/gu;

/** The periods a text states, in text order. */
export function statedPeriods(folded: string): readonly StatedPeriod[] {
  const text = folded.replace(NAMES, (name) => ' '.repeat(name.length));
  return [...text.matchAll(PATTERN)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    period: periodOf(found.groups ?? {}),
  }));
}

/** The last year of a period: 2025 of 2021..2025. */
export function lastYear(period: string): number {
  return Number(/(\d{4})\D*$/u.exec(period)?.[1]);
}
