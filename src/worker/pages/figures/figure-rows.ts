import { raw } from 'hono/html';
import { escapeMarkup } from '../escape.ts';
import { FIGURE_WORDS, figureNotes, rawOf } from '../figure-words.ts';
import type { Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { type FigureQuery, figuresAddress, SORTS, type Sort } from './figure-query.ts';
import type { FigureTable } from './figure-table.ts';
import { FIGURES_WORDS, type FiguresWords } from './figures-words.ts';

interface RowsOptions {
  readonly page: Page;
  readonly query: FigureQuery;
  readonly titles: ReadonlyMap<string, string>;
}

/** Columns that can be sorted by, with the order that their heading asks for first. */
const SORTED: Readonly<Partial<Record<keyof FiguresWords['columns'], Sort>>> = {
  raw: '-value',
  property: 'property',
  region: 'region',
  period: '-period',
};

/** A table of figures. The roles are stated as a small screen lays the rows out as cards, where browsers forget them. */
export function figureRows(
  table: FigureTable,
  { indices, ...options }: RowsOptions & { indices: Uint32Array },
): Markup {
  const rows = Array.from(indices, (i) => row(table, { index: i, ...options }));
  return raw(
    `<div class="scroll"><table class="figures" role="table"><thead role="rowgroup"><tr role="row">${head(options)}</tr></thead><tbody role="rowgroup">${rows.join('')}</tbody></table></div>`,
  );
}

function head({ page, query }: RowsOptions): string {
  const { columns } = FIGURES_WORDS[page.language];
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return names
    .map((name) => {
      const first = SORTED[name];
      if (first === undefined) return `<th role="columnheader" scope="col">${columns[name]}</th>`;
      const other = reversed(first);
      const next = query.sort === first ? other : first;
      const state = query.sort === first || query.sort === other ? ` aria-sort="${directionOf(query.sort)}"` : '';
      const address = figuresAddress(page, { ...query, sort: next, pageNumber: 1 });
      return `<th role="columnheader" scope="col"${state}><a href="${escapeMarkup(address)}">${columns[name]}</a></th>`;
    })
    .join('');
}

function reversed(sort: Sort): Sort {
  const turned = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
  return SORTS.find((known) => known === turned) ?? sort;
}

function directionOf(sort: Sort): 'ascending' | 'descending' {
  return sort.startsWith('-') ? 'descending' : 'ascending';
}

interface RowOptions extends RowsOptions {
  readonly index: number;
}

function row(table: FigureTable, { index, page, titles }: RowOptions): string {
  const figure = table.figures[index]!;
  const { report, start, end } = figure;
  const { kinds, notStated, period } = FIGURE_WORDS[page.language];
  const place = table.place(index);
  const link = page.link(`/r/${encodeURIComponent(report)}#${start}-${end}`, { start, end });
  const chips = [kinds[figure.kind], ...figureNotes(figure, page.language)];
  const cells = [
    `<td role="cell" class="raw"><a href="${escapeMarkup(link)}"${figure.masked ? ' class="masked"' : ''}>${escapeMarkup(rawOf(figure))}</a></td>`,
    `<td role="cell">${escapeMarkup(figure.property)}</td>`,
    `<td role="cell">${figure.region === null ? soft(notStated) : escapeMarkup(figure.region)}</td>`,
    `<td role="cell">${figure.period === null ? soft(notStated) : escapeMarkup(period(figure.period))}</td>`,
    `<td role="cell">${chips.map((chip) => `<span class="chip">${escapeMarkup(chip)}</span>`).join(' ')}</td>`,
    `<td role="cell" class="place">${escapeMarkup(titles.get(report) ?? '')}${place === '' ? '' : ` › ${escapeMarkup(place)}`}</td>`,
  ];
  return `<tr role="row">${cells.join('')}</tr>`;
}

function soft(text: string): string {
  return `<span class="soft">${text}</span>`;
}
