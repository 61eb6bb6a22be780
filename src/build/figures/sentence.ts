import type { Span } from '../../core/span.ts';
import { overlaps } from '../../core/span.ts';

/** A run of text between commas or colons, or the content of brackets that hold an amount. */
export interface Clause extends Span {
  /** It stands in brackets behind what it explains. */
  readonly bracketed: boolean;
}

/** A run of text that ends with a full stop, a semicolon or a paragraph. */
export interface Sentence extends Span {
  readonly clauses: readonly Clause[];
  /** It goes on from the sentence before, after a semicolon. */
  readonly continues: boolean;
  /** It opens a paragraph. */
  readonly opens: boolean;
}

const SENTENCE_END = /[。！？!?；;]/;
/** 参加人数?101002人: a character that was lost. */
const LOST = /^\?\d/u;
const CLAUSE_END = /[，,：:]/;
/** 安排资金50万元，用于…: what money is for stays with it. */
const PURPOSE = /^(?:主要|全部|专项|重点)?用于/u;
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」', '‘': '’', '〈': '〉' };
/** A quotation longer than this holds sentences, not a name. */
const LONGEST_NAME = 50;
/**
 * The sentences of a text with their clauses, in order.
 *
 * @param folded folded clean text
 * @param amounts spans that are never cut
 */
export function splitSentences(folded: string, amounts: readonly Span[]): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let [continues, opens] = [false, true];
  for (const cut of sentenceCuts(folded, amounts)) {
    const span = { start, end: cut };
    if (folded.slice(start, cut).trim() !== '') {
      sentences.push({ ...span, clauses: splitClauses(folded, span, amounts), continues, opens });
      opens = false;
    }
    start = cut + 1;
    continues = folded[cut] === '；' || folded[cut] === ';';
    if (folded[cut] === '\n') opens = true;
  }
  return sentences;
}

function sentenceCuts(folded: string, amounts: readonly Span[]): number[] {
  const cuts: number[] = [];
  const inside = insideOf(amounts);
  for (let i = 0; i < folded.length; i++) {
    if (inside(i)) continue;
    const character = folded[i]!;
    if ((SENTENCE_END.test(character) && !LOST.test(folded.slice(i, i + 2))) || character === '\n') cuts.push(i);
  }
  cuts.push(folded.length);
  return cuts;
}

function splitClauses(folded: string, sentence: Span, amounts: readonly Span[]): Clause[] {
  const clauses: Clause[] = [];
  const inside = insideOf(amounts);
  let start = sentence.start;
  let bracketed = false;
  const close = (end: number, nextBracketed: boolean): void => {
    if (folded.slice(start, end).trim() !== '') clauses.push({ start, end, bracketed });
    start = end + 1;
    bracketed = nextBracketed;
  };
  for (let i = sentence.start; i < sentence.end; i++) {
    const character = folded[i]!;
    const name = nameEnd(folded, { start: i, end: sentence.end });
    if (name !== null) i = name;
    else if (inside(i)) continue;
    else if (CLAUSE_END.test(character) && !(folded[i - 1] === '元' && PURPOSE.test(folded.slice(i + 1, i + 6))))
      close(i, bracketed && !/[)）]/.test(character));
    else if (character === '(' && holdsAmount(folded, { start: i, end: sentence.end }, amounts)) close(i, true);
    else if (character === ')' && bracketed) close(i, false);
    else if (character === '(') i = bracketEnd(folded, { start: i, end: sentence.end }) ?? i;
  }
  close(sentence.end, false);
  return clauses;
}

function nameEnd(folded: string, { start, end }: Span): number | null {
  const closing = QUOTES[folded[start]!];
  if (closing === undefined) return null;
  const at = folded.indexOf(closing, start);
  return at > 0 && at < end && at - start <= LONGEST_NAME ? at : null;
}

function bracketEnd(folded: string, { start, end }: Span): number | null {
  const at = folded.indexOf(')', start);
  return at > 0 && at < end ? at : null;
}

function holdsAmount(folded: string, span: Span, amounts: readonly Span[]): boolean {
  const end = bracketEnd(folded, span);
  return end !== null && amounts.some((amount) => overlaps(amount, { start: span.start, end }));
}

/** A test for positions asked in rising order: whether one lies in a span. */
function insideOf(spans: readonly Span[]): (position: number) => boolean {
  let next = 0;
  return function inside(position) {
    while (next < spans.length && spans[next]!.end <= position) next++;
    return next < spans.length && spans[next]!.start <= position;
  };
}
