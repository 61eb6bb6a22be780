import type { AnswerFigure, Quote } from '../../core/answer.ts';
import type { Block } from '../../core/block.ts';
import type { Figure } from '../../core/figure.ts';
import type { Report } from '../../core/report.ts';
import { contains, type Span } from '../../core/span.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { isMaskedRegion } from '../corpus/region.ts';
import { boldSpan } from '../quote/bold-span.ts';
import { chooseSpan } from '../quote/choose-span.ts';
import { citationOf, MAX_QUOTE_LENGTH, makeQuote } from '../quote/make-quote.ts';

/** Quotes an answer may have. */
export const MAX_QUOTES = 5;

interface Page {
  readonly report: number;
  /** In source positions. */
  span: Span;
}

/** Collects the figures and passages of a reply and the quotes they stand in. */
export interface QuoteBook {
  /** Index of the figure in the answer, or null when the reply has no room for its quote. */
  addFigure(entry: CorpusFigure): number | null;
  /** Index of the quote of a clean span, or null when there is no room. */
  addPassage(report: number, clean: Span): number | null;
  figures(): AnswerFigure[];
  quotes(): Quote[];
  /** Quotes with their citations, figures in bold. */
  blocks(): Block[];
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Positions of figures in what is displayed of their quote. */
function boldSpans(corpus: Corpus, { quote, figures }: { quote: Quote; figures: readonly Figure[] }): Span[] {
  const spans = figures.flatMap((figure) => boldSpan(corpus.library, { quote, figure }) ?? []);
  return spans
    .sort((x, y) => x.start - y.start)
    .filter((span, index, all) => index === 0 || span.start >= all[index - 1]!.end);
}

/** The page that holds a span, widened or added when none does; null when the reply has no room for it. */
function pageFor(pages: Page[], { report, wanted, at }: { report: number; wanted: Span; at: Span }): number | null {
  const held = pages.findIndex((page) => page.report === report && contains(page.span, at));
  if (held >= 0) return held;
  const near = pages.findIndex((page) => {
    const joined = hull(page.span, wanted);
    const touches = Math.min(page.span.end, wanted.end) >= Math.max(page.span.start, wanted.start) - 1;
    return page.report === report && touches && joined.end - joined.start <= MAX_QUOTE_LENGTH;
  });
  if (near >= 0) {
    pages[near]!.span = hull(pages[near]!.span, wanted);
    return near;
  }
  return pages.length === MAX_QUOTES ? null : pages.push({ report, span: wanted }) - 1;
}

/** A figure as the answer gives it: with the place and time of its report where it names none of its own. */
function answerFigure({ figure }: CorpusFigure, { report, quote }: { report: Report; quote: number }): AnswerFigure {
  const { value, min, max, unit, raw, approx, kind, property } = figure;
  const region = figure.region === null || isMaskedRegion(figure.region) ? report.region : figure.region;
  return { value, min, max, unit, raw, approx, kind, property, region, period: figure.period ?? report.period, quote };
}

/** An empty book for one reply. */
export function createQuoteBook(corpus: Corpus): QuoteBook {
  const pages: Page[] = [];
  const entries: { readonly entry: CorpusFigure; readonly page: number }[] = [];
  const reportOf = (index: number): Report => corpus.reports[index]!.report;
  const quotes = (): Quote[] =>
    pages.map(({ report, span }) => makeQuote(corpus.library, { ...span, report: reportOf(report).id }));
  return {
    addFigure(entry) {
      const known = entries.findIndex((one) => one.entry === entry);
      if (known >= 0) return known;
      const report = corpus.reports[entry.report]!;
      const span = report.toSource.mapSpan(chooseSpan(report, { at: entry.at, sentence: entry.sentence }));
      const page = pageFor(pages, { report: entry.report, wanted: hull(span, entry.figure), at: entry.figure });
      return page === null ? null : entries.push({ entry, page }) - 1;
    },
    addPassage(report, clean) {
      const span = corpus.reports[report]!.toSource.mapSpan(clean);
      return pageFor(pages, { report, wanted: span, at: span });
    },
    figures: () =>
      entries.map(({ entry, page }) => answerFigure(entry, { report: reportOf(entry.report), quote: page })),
    quotes,
    blocks: () =>
      quotes().flatMap((quote, index): Block[] => {
        const figures = entries.filter(({ page }) => page === index).map(({ entry }) => entry.figure);
        return [
          { type: 'quote', text: quote.display, quote: index, bold: boldSpans(corpus, { quote, figures }) },
          { type: 'citation', text: citationOf(quote), quote: index, url: quote.url },
        ];
      }),
  };
}
