import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import type { AppEnvironment } from '../../app.ts';
import type { Dependencies } from '../../dependencies.ts';
import { type Content, layout, type Markup } from '../layout.ts';
import { type Page, readPage } from '../page.ts';
import { csvOf } from './csv.ts';
import { csvRows, jsonPage } from './downloads.ts';
import { type FigureQuery, figuresAddress, readFigureQuery } from './figure-query.ts';
import { figureRows } from './figure-rows.ts';
import type { FigureTable } from './figure-table.ts';
import { FIGURES_WORDS } from './figures-words.ts';
import { filtersMarkup } from './filters-markup.ts';
import { type Selection, selectFigures } from './select-figures.ts';

/** Rows of a page. */
const PAGE_SIZE = 50;

/** The pages about figures. */
export interface FiguresPages {
  /** `GET /figures`: every figure, filtered and sorted as the address says, a page of them. */
  readonly page: Handler<AppEnvironment>;
  /** `GET /figures.csv`: all that fit, for spreadsheets. */
  readonly csv: Handler<AppEnvironment>;
  /** `GET /figures.json`: the same for programs. */
  readonly json: Handler<AppEnvironment>;
}

interface Asked {
  readonly page: Page;
  readonly query: FigureQuery;
  readonly table: FigureTable;
  readonly selection: Selection;
}

export function figuresPages({ artefact }: Dependencies, tableOf: () => FigureTable): FiguresPages {
  const titles = new Map(artefact.reports.map(({ id, title }) => [id, title]));
  function read(c: Context<AppEnvironment>): Asked {
    const query = readFigureQuery(c.req.query());
    const table = tableOf();
    const selection = selectFigures(table, { query, sections: artefact.sections });
    return { page: readPage(c), query, table, selection };
  }
  return {
    page(c) {
      const asked = read(c);
      const words = FIGURES_WORDS[asked.page.language];
      const counts = { figures: artefact.figures.length, reports: artefact.reports.length };
      const form = filtersMarkup(asked.table, { ...asked, titles, sections: artefact.sections });
      const main = html`<h1>${words.title}</h1><p class="soft">${words.lead(counts)}</p>
${form}
${resultsMarkup(asked, titles)}`;
      return c.html(layout(main, { page: asked.page, title: words.title, script: '/figures.js', width: 'wide' }));
    },
    csv(c) {
      const { table, selection, page } = read(c);
      const rows = csvRows(table, {
        found: selection.found,
        reports: artefact.reports,
        language: page.language,
        origin: new URL(c.req.url).origin,
      });
      return c.body(csvOf(rows), 200, attachment('csv', 'text/csv; charset=utf-8'));
    },
    json(c) {
      const { table, selection } = read(c);
      return c.body(
        JSON.stringify(jsonPage(table, { found: selection.found, titles })),
        200,
        attachment('json', 'application/json; charset=utf-8'),
      );
    },
  };
}

function attachment(extension: string, type: string): Record<string, string> {
  return { 'content-type': type, 'content-disposition': `attachment; filename="wenju-figures.${extension}"` };
}

function resultsMarkup({ page, query, table, selection }: Asked, titles: ReadonlyMap<string, string>): Markup {
  const words = FIGURES_WORDS[page.language];
  const total = selection.found.length;
  const count = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const number = Math.min(query.pageNumber, count);
  const first = (number - 1) * PAGE_SIZE;
  const indices = selection.found.subarray(first, first + PAGE_SIZE);
  const status = total === 0 ? words.none : words.found({ first: first + 1, last: first + indices.length, total });
  const note = query.sort === 'value' || query.sort === '-value' ? html`<p class="soft">${words.valueNote}</p>` : '';
  return html`<section id="results" aria-label="${words.results}">
<div class="toolbar"><p role="status">${status}</p>${total === 0 ? '' : downloads(page, query)}</div>
${note}
${total === 0 ? '' : figureRows(table, { indices, page, query, titles })}
${pager({ page, query, number, count })}
</section>`;
}

function downloads(page: Page, query: FigureQuery): Markup {
  const words = FIGURES_WORDS[page.language];
  const whole = { ...query, pageNumber: 1 };
  return html`<p class="downloads">${words.download} <a class="button" href="${figuresAddress(page, whole, '/figures.csv')}" download>CSV</a> <a class="button" href="${figuresAddress(page, whole, '/figures.json')}" download>JSON</a></p>`;
}

interface Pager {
  readonly page: Page;
  readonly query: FigureQuery;
  readonly number: number;
  readonly count: number;
}

function pager({ page, query, number, count }: Pager): Content {
  if (count === 1) return '';
  const words = FIGURES_WORDS[page.language];
  const to = (pageNumber: number, label: string, rel: string) =>
    html`<a class="button" rel="${rel}" href="${figuresAddress(page, { ...query, pageNumber })}">${label}</a>`;
  return html`<nav class="pager" aria-label="${words.pages}">${number > 1 ? to(number - 1, words.previous, 'prev') : ''}<span class="soft">${number} / ${count}</span>${number < count ? to(number + 1, words.next, 'next') : ''}</nav>`;
}
