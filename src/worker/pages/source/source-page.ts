import type { Context, Handler } from 'hono';
import { html, raw } from 'hono/html';
import { trimSpan } from '../../../answer/corpus/text-bounds.ts';
import { makeQuote } from '../../../answer/quote/make-quote.ts';
import type { Report } from '../../../core/report.ts';
import { overlaps, type Span } from '../../../core/span.ts';
import type { AppEnvironment } from '../../app.ts';
import type { Dependencies } from '../../dependencies.ts';
import { dateInChina } from '../../year-in-china.ts';
import { errorPage } from '../error-page.ts';
import { type Content, layout, type Markup } from '../layout.ts';
import { type Page, readPage } from '../page.ts';
import type { Citation } from './citation-formats.ts';
import { citationMarkup } from './citation-markup.ts';
import { figureCards } from './figure-cards.ts';
import { lineMarkup, type Marked } from './line-markup.ts';
import { metadataMarkup } from './metadata-markup.ts';
import { lineId, outlineMarkup } from './outline-markup.ts';
import { createReportTexts, type ReportText, spanId } from './report-text.ts';
import { readSourceAddress, type SourceAddress, sourceAddress } from './source-address.ts';
import type { SourceLine } from './source-lines.ts';
import { TEXT_KINDS } from './source-view.ts';
import { SOURCE_WORDS, type SourceWords } from './source-words.ts';
import { pageOf, splitPages } from './split-pages.ts';

/**
 * `GET /r/:report?start=&end=&text=&page=`: a report to read, its figures underlined, the span marked. Positions are those of
 * a quote. Everything an answer can quote has `start-end` as its identifier, so that `#start-end` alone marks it too.
 */
export function sourcePage(dependencies: Dependencies): Handler<AppEnvironment> {
  const { artefact } = dependencies;
  const textOf = createReportTexts(artefact);
  return function showSource(c) {
    const page = readPage(c);
    const report = artefact.reports.find(({ id }) => id === c.req.param('report'));
    if (report === undefined) return c.html(errorPage('unknown_report', page), 404);
    const { length } = artefact.source(report.id);
    const address = readSourceAddress(c.req.query(), { report: report.id, length });
    const text = textOf(report.id, address.kind);
    const today = dateInChina(dependencies.now());
    const main = reportMarkup({ report, text, address, page, citations: { dependencies, today, origin: originOf(c) } });
    return c.html(layout(main, { page, title: report.title, script: '/source.js', width: 'wide' }));
  };
}

function originOf(c: Context<AppEnvironment>): string {
  return new URL(c.req.url).origin;
}

interface Shown {
  readonly report: Report;
  readonly text: ReportText;
  readonly address: SourceAddress;
  readonly page: Page;
  readonly citations: { readonly dependencies: Dependencies; readonly today: string; readonly origin: string };
}

function reportMarkup(shown: Shown): Markup {
  const { report, text, address, page } = shown;
  const words = SOURCE_WORDS[page.language];
  const marked = address.span === null ? null : markedIn(text, address.span);
  const pages = splitPages(text);
  const asked = address.pageNumber === null ? pageOf(pages, marked?.at.start ?? 0) : address.pageNumber - 1;
  const number = Math.min(Math.max(asked, 0), pages.length - 1);
  const lines = pages[number] ?? [];
  const at = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  const addressOf = (line: SourceLine) => {
    const there = pageOf(pages, line.start);
    return there === number
      ? `#${lineId(line)}`
      : `${sourceAddress(page, { ...address, span: null, pageNumber: there + 1 })}#${lineId(line)}`;
  };
  const held = {
    sections: text.lines.reduce((sum, line) => sum + line.sections.length, 0),
    figures: text.figures.length,
    characters: text.view.text.replace(/\s/gu, '').length,
  };
  return html`<article class="report">
<h1 lang="zh-Hans">${report.title}</h1>
${metadataMarkup(report, { page, held })}
${citationMarkup(citationOf(shown, null), words)}
<div class="reading">
${outlineMarkup(text.lines, { label: words.outline, addressOf })}
<div>
${toolbar({ address, page, text })}
<section class="source ${address.kind}" lang="zh-Hans" aria-label="${words.text}">${linesMarkup(lines, { shown, marked })}</section>
${pager({ address, page, number, count: pages.length })}
</div>
</div>
${figureCards(text, { page, at })}
</article>`;
}

/** The span in the view, without white space around it: what is marked must start and end on a line. */
function markedIn({ view }: ReportText, span: Span): Marked | null {
  const at = trimSpan(view.text, view.place(span));
  return at.start < at.end ? { at, id: spanId(span) } : null;
}

interface Drawing {
  readonly shown: Shown;
  readonly marked: Marked | null;
}

function linesMarkup(lines: readonly SourceLine[], { shown, marked }: Drawing): Content {
  const words = SOURCE_WORDS[shown.page.language];
  return lines.map((line) => {
    const content = lineMarkup(line, { text: shown.text, marked, words });
    const isLast = marked !== null && overlaps(marked.at, line) && marked.at.end <= line.end;
    const citation = isLast ? citationMarkup(citationOf(shown, shown.address.span), words) : '';
    return html`${raw(element(line, content))}${citation}${raw(line.break)}`;
  });
}

function element(line: SourceLine, content: string): string {
  if (content.trim() === '') return content;
  const id = line.sections.length === 0 ? '' : ` id="${lineId(line)}"`;
  const name = line.headingLevel === null ? 'p' : `h${line.headingLevel}`;
  return `<${name}${id}>${content}</${name}>`;
}

function citationOf({ report, citations, address, page }: Shown, span: Span | null): Citation {
  const { dependencies, today, origin } = citations;
  const path = sourceAddress(page, { ...address, span, kind: 'clean', pageNumber: null });
  const quote = span === null ? null : makeQuote(dependencies.artefact, { report: report.id, ...span });
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
