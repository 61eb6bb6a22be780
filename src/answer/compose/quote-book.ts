import type { AnswerFigure, Quote } from '../../core/answer.ts';
import type { Block } from '../../core/block.ts';
import { contains, type Span } from '../../core/span.ts';
import type { Corpus, CorpusFigure } from '../corpus/corpus.ts';
import { isMaskedRegion } from '../corpus/region.ts';
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
function boldSpans(display: string, raws: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const raw of raws) {
    const at = display.indexOf(raw);
    if (at >= 0 && !spans.some((span) => span.start < at + raw.length && at < span.end))
      spans.push({ start: at, end: at + raw.length });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** An empty book for one reply. */
export function createQuoteBook(corpus: Corpus): QuoteBook {
  const pages: Page[] = [];
  const entries: { readonly entry: CorpusFigure; readonly page: number }[] = [];

  function pageFor(report: number, { wanted, at }: { wanted: Span; at: Span }): number | null {
    const held = pages.findIndex((page) => page.report === report && contains(page.span, at));
    if (held >= 0) return held;
    const near = pages.findIndex((page) => {
      const joined = hull(page.span, wanted);
      return (
        page.report === report &&
        joined.end - joined.start <= MAX_QUOTE_LENGTH &&
        Math.min(page.span.end, wanted.end) >= Math.max(page.span.start, wanted.start) - 1
      );
    });
    if (near >= 0) {
      pages[near]!.span = hull(pages[near]!.span, wanted);
      return near;
    }
    if (pages.length === MAX_QUOTES) return null;
    pages.push({ report, span: wanted });
    return pages.length - 1;
  }

  const quotes = (): Quote[] =>
    pages.map(({ report, span }) => makeQuote(corpus.library, { ...span, report: corpus.reports[report]!.report.id }));

  return {
    addFigure(entry) {
      const known = entries.findIndex((one) => one.entry === entry);
      if (known >= 0) return known;
      const report = corpus.reports[entry.report]!;
      const span = report.toSource.mapSpan(chooseSpan(report, { at: entry.at, sentence: entry.sentence }));
      const page = pageFor(entry.report, { wanted: hull(span, entry.figure), at: entry.figure });
      if (page === null) return null;
      return entries.push({ entry, page }) - 1;
    },
    addPassage(report, clean) {
      const span = corpus.reports[report]!.toSource.mapSpan(clean);
      return pageFor(report, { wanted: span, at: span });
    },
    figures: () =>
      entries.map(({ entry, page }) => {
        const { value, min, max, unit, raw, approx, kind, property } = entry.figure;
        const report = corpus.reports[entry.report]!.report;
        const stated = entry.figure.region;
        const region = stated === null || isMaskedRegion(stated) ? report.region : stated;
        const own = { region, period: entry.figure.period ?? report.period };
        return { value, min, max, unit, raw, approx, kind, property, ...own, quote: page };
      }),
    quotes,
    blocks: () =>
      quotes().flatMap((quote, index): Block[] => {
        const raws = entries.filter(({ page }) => page === index).map(({ entry }) => shownRaw(corpus, entry));
        return [
          { type: 'quote', text: quote.display, quote: index, bold: boldSpans(quote.display, raws) },
          { type: 'citation', text: citationOf(quote), quote: index, url: quote.url },
        ];
      }),
  };
}

/** A figure's mention as its quote displays it. */
function shownRaw(corpus: Corpus, { figure }: CorpusFigure): string {
  return corpus.library.cleanText(figure.report).display(figure).trim();
}
