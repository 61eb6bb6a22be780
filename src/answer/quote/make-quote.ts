import type { Quote } from '../../core/answer.ts';
import type { Artefact } from '../../core/artefact.ts';
import { overlaps, type Span } from '../../core/span.ts';

/** Longest quote, in UTF-16 code units of the source. */
export const MAX_QUOTE_LENGTH = 300;
/** Marks a quote whose text was damaged and has been restored for reading. */
export const REPAIRED_MARK = '〔原文乱码，已修复〕';

type Texts = Pick<Artefact, 'reports' | 'sections' | 'cleanText' | 'damage'>;

/** Headings above a position, from the outermost, joined by ` › `. */
export function placeOf(
  { sections }: Pick<Artefact, 'sections'>,
  { report, start }: { report: string; start: number },
): string {
  return sections
    .filter(
      (section) => section.report === report && section.start <= start && start < section.end && section.heading !== '',
    )
    .map(({ heading }) => heading)
    .join(' › ');
}

/** Clean text without its line breaks. */
export function oneParagraph(clean: string): string {
  return clean.replace(/\s*\n\s*/gu, '');
}

/** A quote as displayed: clean text in one paragraph, marked where damaged text was restored. */
export function displayOf(texts: Texts, { report, start, end }: Span & { report: string }): string {
  const clean = texts
    .cleanText(report)
    .display({ start, end })
    .replace(/\s*\n\s*/gu, '')
    .trim();
  const repaired = texts.damage(report).repaired.some((span) => overlaps(span, { start, end }));
  return repaired ? `${clean}${REPAIRED_MARK}` : clean;
}

/** Path of the page that shows a span highlighted. */
export function quoteUrl({ report, start, end }: Span & { report: string }): string {
  return `/r/${encodeURIComponent(report)}#${start}-${end}`;
}

/** The quote at a span of a report's source. */
export function makeQuote(texts: Texts, span: Span & { report: string }): Quote {
  const { report, start, end } = span;
  const { title } = texts.reports.find(({ id }) => id === report)!;
  return {
    ...{ report, start, end, title },
    text: texts.cleanText(report).source.slice(start, end),
    display: displayOf(texts, span),
    place: placeOf(texts, span),
    url: quoteUrl(span),
  };
}

/** The line under a quote. */
export function citationOf({ title, place }: Pick<Quote, 'title' | 'place'>): string {
  return `——《${title}》${place}`;
}
