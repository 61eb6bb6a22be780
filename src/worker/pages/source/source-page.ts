import type { Handler } from 'hono';
import { html } from 'hono/html';
import { trimSpan } from '../../../answer/corpus/text-bounds.ts';
import { makeQuote } from '../../../answer/quote/make-quote.ts';
import { quoteAround } from '../../../answer/quote/quote-around.ts';
import type { Report } from '../../../core/report.ts';
import type { Span } from '../../../core/span.ts';
import type { AppEnvironment } from '../../app.ts';
import type { Dependencies } from '../../dependencies.ts';
import { sourceLink } from '../../source-link.ts';
import { dateInChina } from '../../year-in-china.ts';
import { errorPage } from '../error-page.ts';
import { type Content, layout, type Markup } from '../layout.ts';
import { type Page, readPage } from '../page.ts';
import type { Citation } from './citation-formats.ts';
import { citationMarkup } from './citation-markup.ts';
import type { Marked } from './line-markup.ts';
import { metadataMarkup } from './metadata-markup.ts';
import { createDrawings, type Drawing } from './report-drawing.ts';
import { createReportTexts, type ReportText, spanId } from './report-text.ts';
import { readSourceAddress, type SourceAddress, sourceAddress } from './source-address.ts';
import { TEXT_KINDS } from './source-view.ts';
import { SOURCE_WORDS, type SourceWords } from './source-words.ts';

/**
 * `GET /r/:report?start=&end=&text=&page=`: a report to read, its figures underlined, the span marked. Positions are those of
 * a quote. Where no span is asked for, everything an answer can quote has `start-end` as its identifier, so that
 * `#start-end` alone marks it too. `?figure=` leads to the span that an answer with that figure quotes.
 */
export function sourcePage(dependencies: Dependencies): Handler<AppEnvironment> {
  const { artefact } = dependencies;
  const textOf = createReportTexts(artefact);
  const drawingOf = createDrawings();
  return function showSource(c) {
    const page = readPage(c);
    const report = artefact.reports.find(({ id }) => id === c.req.param('report'));
    if (report === undefined) return c.html(errorPage('unknown_report', page), 404);
    const { length } = artefact.source(report.id);
    const address = readSourceAddress(c.req.query(), { report: report.id, length });
    if (address.figure !== null) {
      const figure = artefact.figures.find(({ report: id, start }) => id === report.id && start === address.figure);
      const span = figure === undefined ? null : quoteAround(artefact, figure);
      return c.redirect(sourceAddress(page, { ...address, span }));
    }
    const text = textOf({ report: report.id, kind: address.kind, isAddressed: address.span === null });
    const marked = address.span === null ? null : markedIn(text, address.span);
    const drawing = drawingOf({ text, address, page, marked });
    const citations = { dependencies, today: dateInChina(dependencies.now()), origin: new URL(c.req.url).origin };
    const main = reportMarkup({ report, text, address, page, marked, drawing, citations });
    return c.html(layout(main, { page, title: report.title, script: '/source.js', width: 'wide' }));
  };
}

interface Shown {
  readonly report: Report;
  readonly text: ReportText;
  readonly address: SourceAddress;
  readonly page: Page;
  readonly marked: Marked | null;
  readonly drawing: Drawing;
  readonly citations: { readonly dependencies: Dependencies; readonly today: string; readonly origin: string };
}

function reportMarkup(shown: Shown): Markup {
  const { report, text, address, page, marked, drawing } = shown;
  const words = SOURCE_WORDS[page.language];
  const { number, count } = drawing;
  const cite = () => citationMarkup(citationOf(shown, address.span), words);
  return html`<article class="report">
<h1 lang="zh-Hans">${report.title}</h1>
${metadataMarkup(report, { page, held: text.counts })}
${citationMarkup(citationOf(shown, null), words)}
<div class="reading">
${drawing.outline}
<div>
${toolbar({ address, page, text })}
<section class="source ${address.kind}" lang="zh-Hans" aria-label="${words.text}">${drawing.text(marked, cite)}</section>
${pager({ address, page, number, count })}
</div>
</div>
${drawing.cards}
</article>`;
}

/** The span in the view, without white space around it: what is marked must start and end on a line. */
function markedIn({ view }: ReportText, span: Span): Marked | null {
  const at = trimSpan(view.text, view.place(span));
  return at.start < at.end ? { at, id: spanId(span) } : null;
}

/** The address is that of the report or span alone: the reader's language and page are not part of what is cited. */
function citationOf({ report, citations }: Shown, span: Span | null): Citation {
  const { dependencies, today, origin } = citations;
  const place = span === null ? null : { report: report.id, ...span };
  const path = place === null ? `/r/${encodeURIComponent(report.id)}` : sourceLink(place);
  const quote = place === null ? null : makeQuote(dependencies.artefact, place);
  return { report, address: origin + path, today, quote };
}

function toolbar({ address, page, text }: Pick<Shown, 'address' | 'page' | 'text'>): Markup {
  const words = SOURCE_WORDS[page.language];
  const kinds = TEXT_KINDS.map((kind) => {
    const current = kind === address.kind ? html` aria-current="true"` : '';
    return html`<a class="button" href="${sourceAddress(page, { ...address, kind, pageNumber: null })}"${current}>${words.kinds[kind]}</a>`;
  });
  return html`<div class="toolbar"><div class="switch" role="group" aria-label="${words.whichText}">${kinds}</div>${legend(text, words)}</div>`;
}

/** What the marks mean that occur in the text. */
function legend({ view, figures }: ReportText, words: SourceWords): Markup {
  const types = new Set(view.decorated.map(({ decoration }) => decoration.type));
  const hasMasked = types.has('masked') || figures.some(({ value }) => value.masked);
  const items = [
    figures.length === 0 ? '' : html`<li><span class="f">${words.legend.figure}</span></li>`,
    hasMasked ? html`<li><i class="masked">${words.legend.masked}</i></li>` : '',
    types.has('repaired') ? html`<li><ins>${words.legend.repaired}</ins></li>` : '',
    types.has('removed') ? html`<li><del>${words.legend.removed}</del></li>` : '',
    types.has('garbled') ? html`<li><i class="garbled">${words.legend.garbled}</i></li>` : '',
  ];
  return html`<ul class="legend">${items}</ul>`;
}

interface Pager {
  readonly address: SourceAddress;
  readonly page: Page;
  readonly number: number;
  readonly count: number;
}

function pager({ address, page, number, count }: Pager): Content {
  if (count === 1) return '';
  const words = SOURCE_WORDS[page.language];
  const links = Array.from({ length: count }, (_, i) => {
    const current = i === number ? html` aria-current="page"` : '';
    const target = sourceAddress(page, { ...address, span: null, pageNumber: i + 1 });
    return html`<a class="button" href="${target}" aria-label="${words.page(i + 1, count)}"${current}>${i + 1}</a>`;
  });
  return html`<nav class="pager" aria-label="${words.pages}">${links}</nav>`;
}
