import type { Quote } from '../../core/answer.ts';
import type { Artefact } from '../../core/artefact.ts';
import type { Block } from '../../core/block.ts';
import type { Span } from '../../core/span.ts';
import type { GateLibrary } from '../check-reply.ts';
import { citationOf, MAX_QUOTE_LENGTH, makeQuote } from '../quote/make-quote.ts';
import { checkQuotes } from '../quote-gate.ts';
import { type AlignedPair, align } from './align.ts';
import { findWindows } from './find-windows.ts';
import { isMark, readTokens, type StatementToken } from './read-tokens.ts';

/** A stretch of the statement beside what the source has there; alike when `same`. Empty: nothing stands on that side. */
export interface ComparedPart {
  readonly same: boolean;
  readonly stated: string;
  readonly source: string;
}

/** What the reports have to a statement. */
export type Verification =
  | { readonly verdict: 'verbatim'; readonly quote: Quote }
  | { readonly verdict: 'differs'; readonly quote: Quote; readonly parts: readonly ComparedPart[] }
  | { readonly verdict: 'not_held' };

/** Compares statements with the reports of one artefact. */
export interface Verifier {
  /**
   * Whether a statement stands in a report: as it is, but for script, width, white space and the kind of its punctuation marks;
   * with differences; or not at all. The nearest place is quoted, at most 300 code units of it.
   */
  verify(statement: string): Verification;
}

/** Share of a statement, by weight, that the source must have for it to be held. A sentence about something else shares less. */
const LEAST_SHARE = 0.6;

/** Parts of a text that only differ by what is written between them count as one. */
interface Place {
  readonly report: string;
  readonly clean: Span;
}

/** Reads the reports once; a statement then takes some milliseconds a megabyte. */
export function createVerifier(library: GateLibrary & Pick<Artefact, 'reports'>): Verifier {
  const texts = library.reports.map(({ id }) => readTokens(library.cleanText(id).text));
  return {
    verify(statement) {
      const stated = trimMarks(readTokens(statement));
      const whole = stated.reduce((sum, { weight }) => sum + weight, 0);
      const found = findWindows(stated, texts).map(({ report, start, end }) => ({
        report: library.reports[report]!.id,
        ...align(stated, texts[report]!.slice(start, end)),
      }));
      const best = found.reduce<(typeof found)[number] | null>(
        (least, one) => (least === null || one.cost < least.cost ? one : least),
        null,
      );
      const clean = best === null ? null : spanOf(best.pairs);
      if (best === null || clean === null || 1 - best.cost / whole < LEAST_SHARE) return { verdict: 'not_held' };
      const quote = quoteAt(library, { report: best.report, clean });
      if (quote === null) return { verdict: 'not_held' };
      const parts = compare(best.pairs, { statement, source: library.cleanText(best.report).text });
      return parts.every(({ same }) => same) ? { verdict: 'verbatim', quote } : { verdict: 'differs', quote, parts };
    },
  };
}

function trimMarks(tokens: readonly StatementToken[]): StatementToken[] {
  const first = tokens.findIndex((token) => !isMark(token));
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex((token) => !isMark(token)) + 1);
}

/** The stretch of the source that was aligned; null when the statement has nothing in common with it. */
function spanOf(pairs: readonly AlignedPair[]): Span | null {
  const tokens = pairs.flatMap(({ source }) => source ?? []);
  return tokens.length === 0 ? null : { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}

/** The quote at a clean span, or null if the quote gate would not let it pass. */
function quoteAt(library: GateLibrary, { report, clean }: Place): Quote | null {
  const { start, end } = library.cleanText(report).map.invert().mapSpan(clean);
  const quote = makeQuote(library, { report, start, end: Math.min(end, start + MAX_QUOTE_LENGTH) });
  const blocks: Block[] = [
    { type: 'quote', text: quote.display, quote: 0, bold: [] },
    { type: 'citation', text: citationOf(quote), quote: 0, url: quote.url },
  ];
  const text = blocks.map((block) => block.text).join('\n');
  const answer = { type: 'answer', reason: null, figures: [], quotes: [quote], caveats: [], text } as const;
  return checkQuotes({ answer, blocks }, library).length === 0 ? quote : null;
}

/** Runs of pairs that are alike or not, as both texts have them. */
function compare(
  pairs: readonly AlignedPair[],
  { statement, source }: { readonly statement: string; readonly source: string },
): ComparedPart[] {
  const runs: AlignedPair[][] = [];
  for (const pair of pairs) {
    const run = runs.at(-1);
    if (run !== undefined && isSame(run[0]!) === isSame(pair)) run.push(pair);
    else runs.push([pair]);
  }
  return runs.map((run) => ({
    same: isSame(run[0]!),
    stated: textOf(
      run.flatMap((pair) => pair.stated ?? []),
      statement,
    ),
    source: textOf(
      run.flatMap((pair) => pair.source ?? []),
      source,
    ),
  }));
}

function isSame({ stated, source }: AlignedPair): boolean {
  return stated !== null && stated.text === source?.text;
}

function textOf(tokens: readonly StatementToken[], text: string): string {
  return tokens.length === 0 ? '' : text.slice(tokens[0]!.start, tokens.at(-1)!.end);
}
