import type { Section } from '../../core/section.ts';
import type { Line } from '../structure/lines.ts';
import type { Detected, DetectionText } from './detected.ts';
import { yearOf } from './stated-periods.ts';

const DATE = /((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?/u;
const HAN_DATE =
  /([一二][〇○零OＯ〇0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/u;
const MONTH_DAY = /(\d{1,2})月(\d{1,2})日/u;

/** Kinds of date line, the surest first. */
const LABELS: readonly { readonly pattern: RegExp; readonly confidence: number }[] = [
  { pattern: /(?:发布日期|发布时间|公开日期|发文日期|印发日期)\s*[:：]?\s*$/u, confidence: 0.95 },
  { pattern: /(?:成文日期|生成日期|时间|日期)\s*[:：]?\s*$/u, confidence: 0.9 },
];

function han(digits: string): number {
  const parts = digits.split('十');
  const digit = (text: string | undefined) => '一二三四五六七八九'.indexOf(text || ' ') + 1;
  return parts.length === 1 ? digit(parts[0]) : (digit(parts[0]) || 1) * 10 + digit(parts[1]);
}

function iso(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dateIn(text: string): { date: string; index: number; length: number } | null {
  const arabic = DATE.exec(text);
  if (arabic !== null) {
    const date = iso(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
    return date === null ? null : { date, index: arabic.index, length: arabic[0].length };
  }
  const found = HAN_DATE.exec(text);
  const date = found === null ? null : iso(yearOf(found[1]!), han(found[2]!), han(found[3]!));
  return found === null || date === null ? null : { date, index: found.index, length: found[0].length };
}

function confidenceOf(line: Line, index: number): number {
  const labelled = LABELS.find(({ pattern }) => pattern.test(line.text.slice(0, index)));
  if (labelled !== undefined) return labelled.confidence;
  if (/印发$/u.test(line.text)) return 0.85;
  if (line.kind === 'date') return 0.8;
  return /在.*会议?上/u.test(line.text) ? 0.5 : 0.3;
}

/** The date of publication: of the lines about the document the surest that bears one; else a dateline without a year. */
export function findPublished({ lines, sections }: DetectionText): Detected<string> | null {
  const dates = lines.flatMap((line) => {
    if (line.kind !== 'metadata' && line.kind !== 'date') return [];
    const found = dateIn(line.text);
    if (found === null) return [];
    const start = line.start + found.index;
    const evidence = [{ start, end: start + found.length }];
    return [{ value: found.date, confidence: confidenceOf(line, found.index), evidence }];
  });
  dates.sort((a, b) => b.confidence - a.confidence);
  return dates[0] ?? datelineOf(lines, sections);
}

/** 新华社北京3月16日电: the year is the one that the report plans for. */
function datelineOf(lines: readonly Line[], sections: readonly Section[]): Detected<string> | null {
  const year = Number(sections.find(({ plan, period }) => plan && /^\d{4}$/u.test(period ?? ''))?.period);
  const line = lines.find(({ kind, text }) => kind === 'metadata' && MONTH_DAY.test(text));
  const found = line === undefined ? null : MONTH_DAY.exec(line.text);
  const date = Number.isNaN(year) || found === null ? null : iso(year, Number(found[1]), Number(found[2]));
  if (line === undefined || found === null || date === null) return null;
  const start = line.start + found.index;
  return { value: date, confidence: 0.6, evidence: [{ start, end: start + found[0].length }] };
}
