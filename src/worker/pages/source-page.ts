import type { Handler } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Report } from '../../core/report.ts';
import type { Span } from '../../core/span.ts';
import type { AppEnvironment } from '../app.ts';
import type { Dependencies } from '../dependencies.ts';
import { errorPage } from './error-page.ts';
import { layout, type Markup } from './layout.ts';
import { readPage } from './page.ts';

const position = z.pipe(z.string().check(z.regex(/^\d{1,9}$/u)), z.transform(Number));
const SPAN = z.object({ start: position, end: position });

/** `GET /r/:report?start=&end=`: the report as found, with the span marked. Positions are those of a quote. */
export function sourcePage({ artefact }: Dependencies): Handler<AppEnvironment> {
  return function showSource(c) {
    const page = readPage(c);
    const report = artefact.reports.find(({ id }) => id === c.req.param('report'));
    if (report === undefined) return c.html(errorPage('unknown_report', page), 404);
    const source = artefact.source(report.id);
    const span = parseSpan(c.req.query(), source.length);
    const main = html`<h1>${report.title}</h1>${metadata(report)}<article class="source">${marked(source, span)}</article>`;
    return c.html(layout(main, { page, title: report.title, script: '/source.js' }));
  };
}

/** The span of an address, or null when it has none or one that the source cannot have. */
function parseSpan(query: Record<string, string>, length: number): Span | null {
  const parsed = SPAN.safeParse(query);
  if (!parsed.success) return null;
  const { start, end } = parsed.data;
  return start < end && end <= length ? { start, end } : null;
}

function metadata(report: Report): Markup {
  const fields = [report.issuer, report.region, report.period, report.published, report.documentNumber];
  const doubts = report.doubts.map(({ note }) => html`<p class="caveat">${note}</p>`);
  return html`<p class="line">${fields.filter((field) => field !== null).join(' · ')}</p>${doubts}`;
}

function marked(source: string, span: Span | null): Markup | string {
  if (span === null) return source;
  const { start, end } = span;
  return html`${source.slice(0, start)}<mark id="${start}-${end}">${source.slice(start, end)}</mark>${source.slice(end)}`;
}
