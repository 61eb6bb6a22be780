import type { Span } from '../../core/span.ts';

/** Marks, to be looked up one by one and to be searched for: a search passes over the rest of a text much faster. */
interface Marks {
  readonly characters: string;
  readonly pattern: RegExp;
}

/** What ends a sentence. */
export const SENTENCE_END: Marks = { characters: '。！？!?\n', pattern: /[。！？!?\n]/gu };
/** What ends an independent part of a sentence. */
export const PART_END: Marks = { characters: '。！？!?\n；;', pattern: /[。！？!?\n；;]/gu };
/** What ends a clause; a comma or point between two digits does not. */
export const CLAUSE_END: Marks = { characters: '。！？!?\n；;，,：:', pattern: /[。！？!?\n；;，,：:]/gu };
/** What separates items of an enumeration. */
export const ITEM_END: Marks = {
  characters: '。！？!?\n；;，,：:、（）()',
  pattern: /[。！？!?\n；;，,：:、（）()]/gu,
};

const DIGIT = /\d/u;

function isBoundary(text: string, at: number, marks: Marks): boolean {
  const character = text[at]!;
  if (!marks.characters.includes(character)) return false;
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
  function endAt(end: number): void {
    const piece = trimSpan(text, { start, end });
    if (piece.end > piece.start) pieces.push(piece);
    start = end;
  }
  for (const { index } of text.slice(within.start, within.end).matchAll(marks.pattern)) {
    const at = within.start + index;
    if (isBoundary(text, at, marks)) endAt(at + 1);
  }
  endAt(within.end);
  return pieces;
}

/** A span without white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}
