import { citationOf, MAX_QUOTE_LENGTH, makeQuote } from '../answer/quote/make-quote.ts';
import type { Quote } from '../core/answer.ts';
import type { Artefact } from '../core/artefact.ts';
import type { Block, Reply } from '../core/block.ts';
import type { SearchBackend } from '../core/search-backend.ts';
import { overlaps, type Span } from '../core/span.ts';
import type { Tokenizer } from '../core/tokenizer.ts';

export interface Place extends Span {
  readonly report: string;
}

/** A question and where to go on. */
export interface MoreAsked {
  readonly question: string;
  readonly history: readonly string[];
  /** What the answer has quoted. */
  readonly quoted: readonly Quote[];
  /** Passages that were shown after the answer. */
  readonly skip: number;
}

/** Passages beyond those that an answer quotes. */
export interface Evidence {
  /**
   * The next passages that the words of a question lead to, those of the reports that the answer quotes before others: they are
   * about the same place and time. Null when there are none left.
   */
  more(asked: MoreAsked): { readonly reply: Reply; readonly isLast: boolean } | null;
  /** A span with the passages either side; null when the reports do not have it. */
  around(place: Place): Reply | null;
}

/** Passages searched for evidence in all reports, taken first from those that the answer quotes, and shown at a time. */
const SEARCHED = 24;
const OWN = 2;
const SHOWN = 3;

/** What quoting needs. */
export type QuoteLibrary = Pick<Artefact, 'reports' | 'sections' | 'cleanText' | 'damage'>;
type Library = QuoteLibrary & Pick<Artefact, 'passages' | 'source'>;

interface EvidenceParts {
  readonly library: Library;
  readonly backend: Pick<SearchBackend, 'search'>;
  readonly tokenize: Tokenizer;
  /** What a question is about, without its place, time and filler words. */
  readonly subject: (question: string, history: readonly string[]) => string;
}

export function createEvidence({ library, backend, tokenize, subject }: EvidenceParts): Evidence {
  return {
    more({ question, history, quoted, skip }) {
      const terms = tokenize(subject(question, history) || question);
      if (terms.length === 0) return null;
      const find = (scope: { readonly reports?: readonly string[] }) =>
        backend
          .search({ terms, limit: SEARCHED, ...scope })
          .filter(({ ranks }) => ranks.text !== null)
          .flatMap(({ passage }) => library.passages[passage] ?? [])
          .filter((place) => !quoted.some((quote) => quote.report === place.report && overlaps(quote, place)))
          .filter((place) => isReadable(library, place));
      const reports = [...new Set(quoted.map(({ report }) => report))];
      const own = reports.length === 0 ? [] : find({ reports }).slice(0, OWN);
      const places = [...own, ...find({}).filter((place) => !own.includes(place))];
      const shown = places.slice(skip, skip + SHOWN);
      if (shown.length === 0) return null;
      const reply = quoteReply(library, { heading: '更多依据：', places: shown });
      return { reply, isLast: places.length <= skip + SHOWN };
    },
    around(place) {
      if (!isHeld(library, place)) return null;
      const own = library.passages.filter(({ report }) => report === place.report);
      const first = own.findIndex((passage) => overlaps(passage, place));
      const last = own.findLastIndex((passage) => overlaps(passage, place));
      const neighbours = first === -1 ? [] : [own[first - 1], own[last + 1]];
      const sides = neighbours.filter((side) => side !== undefined).filter((side) => isReadable(library, side));
      const span = first === -1 ? place : hull(place, own.slice(first, last + 1));
      const middle = span.end - span.start <= MAX_QUOTE_LENGTH ? span : place;
      const places = [...sides, middle].sort((a, b) => a.start - b.start);
      return quoteReply(library, { heading: '上下文：', places });
    },
  };
}

function hull(place: Place, spans: readonly Span[]): Place {
  return {
    report: place.report,
    start: Math.min(place.start, ...spans.map(({ start }) => start)),
    end: Math.max(place.end, ...spans.map(({ end }) => end)),
  };
}

function isHeld({ reports, source }: Library, { report, start, end }: Place): boolean {
  return (
    reports.some(({ id }) => id === report) &&
    0 <= start &&
    start < end &&
    end <= source(report).length &&
    end - start <= MAX_QUOTE_LENGTH
  );
}

/** Whether a passage fits a quote and has no damage left in it. */
function isReadable(library: Library, place: Place): boolean {
  return isHeld(library, place) && !library.damage(place.report).garbled.some((span) => overlaps(span, place));
}

/** Quotes under a heading of the bot's own, which must hold no number. */
export function quoteReply(
  library: QuoteLibrary,
  { heading, places }: { heading: string; places: readonly Place[] },
): Reply {
  const quotes = places.map(({ report, start, end }) => makeQuote(library, { report, start, end }));
  const blocks: Block[] = [
    { type: 'line', text: heading },
    ...quotes.flatMap((quote, i): Block[] => [
      { type: 'quote', text: quote.display, quote: i, bold: [] },
      { type: 'citation', text: citationOf(quote), quote: i, url: quote.url },
    ]),
  ];
  const text = blocks.map((block) => block.text).join('\n');
  return { answer: { type: 'answer', reason: null, figures: [], quotes, caveats: [], text }, blocks };
}
