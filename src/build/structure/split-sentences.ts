import type { Span } from '../../core/span.ts';

const SENTENCE_END = /[。！!？?][”’」』）)》]*|\n/gu;
const CLAUSE_GROUP_END = /[；;][”’」』]*/gu;
const CLAUSE_END = /[，,、：:][”’」』]*/gu;

/** Pieces of a span, each ending after a match of `end`; none of them blank, all of them trimmed. */
function splitAfter(text: string, span: Span, end: RegExp): readonly Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (const found of text.slice(span.start, span.end).matchAll(end)) {
    const stop = span.start + found.index + found[0].length;
    if (isNumberComma(text, stop - found[0].length)) continue;
    pieces.push({ start, end: stop });
    start = stop;
  }
  pieces.push({ start, end: span.end });
  return pieces.map((piece) => trimmed(text, piece)).filter((piece) => piece.end > piece.start);
}

/** 1,234 is one number. */
function isNumberComma(text: string, position: number): boolean {
  return (
    /\d/u.test(text[position - 1] ?? '') && /\d/u.test(text[position + 1] ?? '') && /[,，:：]/u.test(text[position]!)
  );
}

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: Math.min(from, end), end: Math.max(start, end - (piece.length - piece.trimEnd().length)) };
}

/** Sentences of a span; a line break ends one too. */
export function splitSentences(text: string, span: Span): readonly Span[] {
  return splitAfter(text, span, SENTENCE_END);
}

/** Groups of clauses that a semicolon parts. */
export function splitClauseGroups(text: string, span: Span): readonly Span[] {
  return splitAfter(text, span, CLAUSE_GROUP_END);
}

/** Clauses that a comma, colon or enumeration comma ends. */
export function splitClauses(text: string, span: Span): readonly Span[] {
  return splitAfter(text, span, CLAUSE_END);
}
