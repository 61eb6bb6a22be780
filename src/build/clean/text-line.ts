import { fold } from '../../core/fold.ts';
import type { Span } from '../../core/span.ts';
import type { Change } from './cleaning-rule.ts';

/** A line without its line break. */
export interface TextLine extends Span {
  /** Trimmed and folded: what line rules match on. */
  readonly folded: string;
  readonly blank: boolean;
}

/** The lines of a text that breaks lines by `\n`. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const folded = fold(line.trim());
    lines.push({ start, end: start + line.length, folded, blank: folded === '' });
    start += line.length + 1;
  }
  return lines;
}

/** Removes a line with the break after it, or, for the last line, the break before it. */
export function removalOf(line: Span, text: string): Change {
  if (line.end < text.length) return { start: line.start, end: line.end + 1, text: '' };
  return { start: Math.max(0, line.start - 1), end: line.end, text: '' };
}

/** Whether a line is a sentence or a part of one, and not a heading, a cell or a label. */
export function isProse(folded: string): boolean {
  return /[，。；]|[\u4e00-\u9fff”][,;]/u.test(folded) && /[\u4e00-\u9fff]/u.test(folded);
}

/** Starts of lines that begin something new: numbered headings and items, captions, notes. On folded text. */
const OPENING =
  /^(?:[一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十百\d]+\)|第[一二三四五六七八九十百\d]+[章节条编部,，、:：]|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳]|[一二三四五六七八九十]+[是要]|—|[图表注](?:\s*\d|[:：])|单位[:：]|附[件:：])/u;

export function opensItem(folded: string): boolean {
  return OPENING.test(folded);
}
