import type { Span } from '../../core/span.ts';

/** Marks, one a character. Text, not expressions: they are looked for at every character of the reports when the bot starts. */
type Marks = string;

/** What ends a sentence. */
export const SENTENCE_END: Marks = '。！？!?\n';
/** What ends an independent part of a sentence. */
export const PART_END: Marks = '。！？!?\n；;';
/** What ends a clause; a comma or point between two digits does not. */
export const CLAUSE_END: Marks = '。！？!?\n；;，,：:';
/** What separates items of an enumeration. */
export const ITEM_END: Marks = '。！？!?\n；;，,：:、（）()';

const DIGIT = /\d/u;

function isBoundary(text: string, at: number, marks: Marks): boolean {
  const character = text[at]!;
  if (!marks.includes(character)) return false;
  const grouping = character === ',' || character === '，' || character === '.';
  return !(grouping && DIGIT.test(text[at - 1] ?? '') && DIGIT.test(text[at + 1] ?? ''));
}

/**
 * The stretch of text around a span up to the nearest marks on both sides, marks excluded.
 *
 * @param within the stretch never leaves this span
 */
export function stretchAround(
  text: string,
  { start, end, within, marks }: Span & { within: Span; marks: Marks },
): Span {
  let from = start;
  let to = end;
  while (from > within.start && !isBoundary(text, from - 1, marks)) from--;
  while (to < within.end && !isBoundary(text, to, marks)) to++;
  return { start: from, end: to };
}

/** The pieces of a span between marks, marks included at the end of each, white space at both sides left out. */
export function splitSpan(text: string, within: Span, marks: Marks): Span[] {
  const pieces: Span[] = [];
  let start = within.start;
  for (let at = within.start; at < within.end; at++) {
    if (at + 1 < within.end && !isBoundary(text, at, marks)) continue;
    const piece = trimSpan(text, { start, end: at + 1 });
    if (piece.end > piece.start) pieces.push(piece);
    start = at + 1;
  }
  return pieces;
}

/** A span without white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}
