import { html } from 'hono/html';
import type { Section } from '../../../core/section.ts';
import { FIGURE_WORDS } from '../figure-words.ts';
import { languageField } from '../language-field.ts';
import type { Content, Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { type FigureQuery, LONGEST_VALUE, SORTS } from './figure-query.ts';
import { DIMENSIONS, type Dimension, type FigureTable, MASKED, NOT_STATED } from './figure-table.ts';
import { FIGURES_WORDS } from './figures-words.ts';
import type { Selection } from './select-figures.ts';

/** Options of a list at most, the commonest first choice: nobody scrolls through more, and the page stays small. */
const MOST_OPTIONS = 100;

interface FilterOptions {
  readonly page: Page;
  readonly query: FigureQuery;
  readonly selection: Selection;
  readonly titles: ReadonlyMap<string, string>;
  readonly sections: readonly Section[];
}

/** The form that filters the figures. It needs no script; with one it filters as one types. */
export function filtersMarkup(table: FigureTable, options: FilterOptions): Markup {
  const { page, query } = options;
  const words = FIGURES_WORDS[page.language];
  const lists = DIMENSIONS.map((name) =>
    listMarkup(name, { label: words.filters[name], options: choices(table, { name, ...options }), any: words.any }),
  );
  const sorts = SORTS.map((sort) => ({ value: sort, label: words.sorts[sort], isChosen: sort === query.sort }));
  return html`<form class="filters" action="/figures" method="get" role="search">
${languageField(page)}
<div class="field search"><label for="q">${words.search}</label><input id="q" name="q" type="search" value="${query.words}" maxlength="${LONGEST_VALUE}" placeholder="${words.hint}" autocomplete="off"></div>
<div id="lists">${lists}${sectionList(options)}${listMarkup('sort', { label: words.filters.sort, options: sorts, any: null })}</div>
<div class="row"><button class="primary">${words.submit}</button><a class="button" href="${page.link('/figures')}">${words.reset}</a></div>
</form>`;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

function choices(
  table: FigureTable,
  { name, page, query, selection, titles }: FilterOptions & { name: Dimension },
): readonly Choice[] {
  const { values } = table.columns[name];
  const counts = selection.counts[name];
  const chosen = query.filters[name];
  const held = [...values.keys()].filter((code) => counts[code]! > 0 || values[code] === chosen);
  const commonest =
    held.length <= MOST_OPTIONS ? held : held.sort((a, b) => counts[b]! - counts[a]!).slice(0, MOST_OPTIONS);
  const ordered = name === 'period' ? commonest.sort((a, b) => (values[a]! < values[b]! ? 1 : -1)) : commonest;
  const found = ordered.map((code) => ({
    value: values[code]!,
    label: `${labelOf(values[code]!, { name, page, titles })} (${counts[code]})`,
    isChosen: values[code] === chosen,
  }));
  const isUnknown = chosen !== '' && !values.includes(chosen);
  return isUnknown ? [...found, { value: chosen, label: `${chosen} (0)`, isChosen: true }] : found;
}

function labelOf(
  value: string,
  { name, page, titles }: { name: Dimension; page: Page; titles: ReadonlyMap<string, string> },
): string {
  const { kinds, notStated, period } = FIGURE_WORDS[page.language];
  if (value === NOT_STATED) return notStated;
  if (name === 'report') return titles.get(value) ?? value;
  if (name === 'period') return period(value);
  if (name !== 'kind') return value;
  return value === MASKED
    ? FIGURES_WORDS[page.language].masked
    : (Object.entries(kinds).find(([kind]) => kind === value)?.[1] ?? value);
}

/** Sections can be chosen once a report is. */
function sectionList({ page, query, sections }: FilterOptions): Content {
  const own = sections.filter(({ report, heading }) => report === query.filters.report && heading !== '');
  if (own.length === 0) return '';
  const words = FIGURES_WORDS[page.language];
  const options = own.map(({ start, heading, level }) => ({
    value: String(start),
    label: `${'　'.repeat(Math.max(0, level - 1))}${heading}`,
    isChosen: start === query.section,
  }));
  return listMarkup('section', { label: words.filters.section, options, any: words.any });
}

interface ListOptions {
  readonly label: string;
  readonly options: readonly Choice[];
  /** Label of no choice; null where one must be made. */
  readonly any: string | null;
}

function listMarkup(name: string, { label, options, any }: ListOptions): Markup {
  const items = options.map(
    ({ value, label: text, isChosen }) =>
      html`<option value="${value}"${isChosen ? html` selected` : ''}>${text}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${any === null ? '' : html`<option value="">${any}</option>`}${items}</select></div>`;
}
