import type { Quote } from '../../../core/answer.ts';
import type { Report } from '../../../core/report.ts';

/** What a citation is made from. */
export interface Citation {
  readonly report: Report;
  /** Absolute address of what is cited. */
  readonly address: string;
  /** ISO date of today. */
  readonly today: string;
  /** What is quoted, or nothing for the whole report. */
  readonly quote: Pick<Quote, 'display' | 'place'> | null;
}

/** Quotation, title, place, issuer, date and address in one line. */
export function plainCitation({ report, address, quote }: Citation): string {
  const title = `《${report.title}》${quote?.place ?? ''}`;
  const facts = [`${report.issuer ?? ''}${title}`, report.documentNumber, report.published, address];
  const source = facts.filter((fact) => fact !== null && fact !== '').join('，');
  return quote === null ? source : `“${quote.display}”（${source}）`;
}

/** A block quotation with a link, or a link alone. */
export function markdownCitation({ report, address, quote }: Citation): string {
  const label = escapeMarkdown(`《${report.title}》${quote?.place ?? ''}`);
  const link = `[${label}](<${address.replace(/[<>]/gu, encodeURIComponent)}>)`;
  return quote === null ? link : `> ${escapeMarkdown(quote.display)}\n>\n> ——${link}`;
}

const MARKDOWN = /[\\`*_{}[\]<>#|~]/gu;

function escapeMarkdown(text: string): string {
  return text.replace(MARKDOWN, '\\$&');
}

/**
 * A reference after GB/T 7714-2015, 8.5 (electronic resources): author. title: other title information[R/OL]. (date of
 * publication)[date of citation]. address. Where the author is not known the standard asks for 佚名.
 */
export function standardCitation({ report, address, today }: Citation): string {
  const number = report.documentNumber === null ? '' : `: ${report.documentNumber}`;
  const published = report.published === null ? '' : `(${report.published})`;
  return `${report.issuer ?? '佚名'}. ${report.title}${number}[R/OL]. ${published}[${today}]. ${address}.`;
}
