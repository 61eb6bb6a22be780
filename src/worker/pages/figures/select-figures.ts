import { matchView } from '../../../answer/match-view.ts';
import type { Section } from '../../../core/section.ts';
import type { FigureQuery, Sort } from './figure-query.ts';
import { DIMENSIONS, type Dimension, type FigureTable } from './figure-table.ts';

/** Figures that fit a query. */
export interface Selection {
  /** Indices into the figures, in the order asked for. */
  readonly found: Uint32Array;
  /** For each value of a dimension how many would fit if it were chosen, by the value's index. */
  readonly counts: Readonly<Record<Dimension, Uint32Array>>;
}

/** Any value. */
const ANY = -1;

/** Filters and orders the figures. One pass: a figure that fails in one dimension alone counts for the values of that one. */
export function selectFigures(
  table: FigureTable,
  { query, sections }: { query: FigureQuery; sections: readonly Section[] },
): Selection {
  const columns = DIMENSIONS.map((name) => table.columns[name]);
  const wanted = DIMENSIONS.map((name) => wantedCode(table, { name, value: query.filters[name] }));
  const counts = columns.map(({ values }) => new Uint32Array(values.length));
  const fits = fitting(table, { query, sections });
  const found = new Uint32Array(table.figures.length);
  let size = 0;
  for (let i = 0; i < table.figures.length; i++) {
    let [failures, failed] = [0, 0];
    for (let d = 0; d < columns.length; d++) {
      if (wanted[d] === ANY || columns[d]!.codes[i] === wanted[d]) continue;
      failures++;
      failed = d;
    }
    if (failures > 1 || !fits(i)) continue;
    if (failures === 1) counts[failed]![columns[failed]!.codes[i]!]!++;
    else {
      found[size++] = i;
      for (let d = 0; d < columns.length; d++) counts[d]![columns[d]!.codes[i]!]!++;
    }
  }
  const [report, region, period, unit, kind] = counts as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  return {
    found: sorted(found.subarray(0, size), { table, sort: query.sort }),
    counts: { report, region, period, unit, kind },
  };
}

/** The code of a chosen value; one that no figure has matches none. */
function wantedCode(table: FigureTable, { name, value }: { name: Dimension; value: string }): number {
  if (value === '') return ANY;
  const code = table.columns[name].values.indexOf(value);
  return code === -1 ? Number.MAX_SAFE_INTEGER : code;
}

/** Whether a figure is in the section and has every word: in its own text, in a heading above it or in the title. */
function fitting(
  table: FigureTable,
  { query, sections }: { query: FigureQuery; sections: readonly Section[] },
): (figure: number) => boolean {
  const words = matchView(query.words)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { report } = query.filters;
  const section =
    query.section === null
      ? null
      : sections.find((one) => one.report === report && one.start === query.section && one.heading !== '');
  return function fits(i) {
    const figure = table.figures[i]!;
    if (section !== null) {
      // A section that is not there holds nothing.
      if (section === undefined || figure.report !== section.report) return false;
      if (figure.start < section.start || figure.start >= section.end) return false;
    }
    return words.every(
      (word) =>
        table.text(i).includes(word) ||
        table.title(figure.report).includes(word) ||
        (table.sections[i]! >= 0 && table.headings(table.sections[i]!).text.includes(word)),
    );
  };
}

function sorted(found: Uint32Array, { table, sort }: { table: FigureTable; sort: Sort }): Uint32Array {
  if (sort === 'source') return found;
  const key = sort.replace('-', '');
  const direction = sort.startsWith('-') ? -1 : 1;
  if (key === 'value') return found.sort(byValue(table, direction));
  const ranks =
    key === 'property' ? propertyRanks(table, found) : valueRanks(table, key === 'region' ? 'region' : 'period');
  return found.sort((a, b) => direction * (ranks(a) - ranks(b)) || a - b);
}

/** By value inside each unit, the commonest unit first: amounts of unlike units have no order. Without a value last. */
function byValue({ figures, columns }: FigureTable, direction: number): (a: number, b: number) => number {
  const { codes, values } = columns.unit;
  const sizes = new Uint32Array(values.length);
  for (const code of codes) sizes[code]!++;
  const amounts = Float64Array.from(figures, ({ value, min, max }) => value ?? min ?? max ?? Number.NaN);
  return function compare(a, b) {
    const [unitA, unitB] = [codes[a]!, codes[b]!];
    if (unitA !== unitB) return sizes[unitB]! - sizes[unitA]! || unitA - unitB;
    const [amountA, amountB] = [amounts[a]!, amounts[b]!];
    if (Number.isNaN(amountA) || Number.isNaN(amountB))
      return Number(Number.isNaN(amountA)) - Number(Number.isNaN(amountB)) || a - b;
    return direction * (amountA - amountB) || a - b;
  };
}

function valueRanks({ columns }: FigureTable, name: 'region' | 'period'): (figure: number) => number {
  const { values, codes } = columns[name];
  const ranks = new Uint32Array(values.length);
  [...values.keys()]
    .sort((a, b) => compareText(values[a]!, values[b]!))
    .forEach((code, rank) => {
      ranks[code] = rank;
    });
  return (figure) => ranks[codes[figure]!]!;
}

function propertyRanks({ figures }: FigureTable, found: Uint32Array): (figure: number) => number {
  const properties = [...new Set(Array.from(found, (i) => figures[i]!.property))].sort(compareText);
  const ranks = new Map(properties.map((property, rank) => [property, rank]));
  return (figure) => ranks.get(figures[figure]!.property) ?? 0;
}

/** By code unit: the order of a dictionary costs a hundred times as much and differs for few readers. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
