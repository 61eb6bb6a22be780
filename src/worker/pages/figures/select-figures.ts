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
  const order = query.sort === 'source' ? null : table.kept.get(query.sort, () => orderOf(table, query.sort));
  const found = new Uint32Array(table.figures.length);
  let size = 0;
  for (let place = 0; place < table.figures.length; place++) {
    const i = order === null ? place : order[place]!;
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
  const [report, region, period, unit, kind] = counts as [Counts, Counts, Counts, Counts, Counts];
  return { found: found.subarray(0, size), counts: { report, region, period, unit, kind } };
}

type Counts = Uint32Array;

/** The code of a chosen value; one that no figure has matches none. */
function wantedCode(table: FigureTable, { name, value }: { name: Dimension; value: string }): number {
  if (value === '') return ANY;
  const code = table.columns[name].values.indexOf(value);
  return code === -1 ? Number.MAX_SAFE_INTEGER : code;
}

/** Whether a figure is in the section and has every word. */
function fitting(
  table: FigureTable,
  { query, sections }: { query: FigureQuery; sections: readonly Section[] },
): (figure: number) => boolean {
  const tests = matchView(query.words)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => wordTest(table, word));
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
    return tests.every((has) => has(i));
  };
}

/** What only mentions have: a word without any is not looked for in them. */
const NUMERIC = /[\d*×%]/u;

/**
 * Whether a figure has a word: in its property, region or period, the title or a heading above it; one with digits also in
 * the mention or the value. Values that many figures share are looked through once.
 */
function wordTest({ figures, columns, properties: propertiesOf, place, view, title }: FigureTable, word: string) {
  const properties = propertiesOf();
  const { report, region, period } = columns;
  const inTitle = hits(report.values, (id) => view(title(id)).includes(word));
  const inRegion = hits(region.values, (name) => view(name).includes(word));
  const inPeriod = hits(period.values, (name) => name.includes(word));
  const inProperty = hits(properties.values, (name) => view(name).includes(word));
  const isNumeric = NUMERIC.test(word);
  return function hasWord(i: number): boolean {
    if (inProperty[properties.codes[i]!] === 1 || inTitle[report.codes[i]!] === 1) return true;
    if (inRegion[region.codes[i]!] === 1 || inPeriod[period.codes[i]!] === 1) return true;
    const { raw, value } = figures[i]!;
    if (isNumeric && (matchView(raw).includes(word) || String(value ?? '').includes(word))) return true;
    return view(place(i)).includes(word);
  };
}

function hits(values: readonly string[], isHit: (value: string) => boolean): Uint8Array {
  return Uint8Array.from(values, (value) => Number(isHit(value)));
}

/** All figures in an order; equal ones stay in the order of the reports. */
function orderOf(table: FigureTable, sort: Sort): Uint32Array {
  const ranks = ranksOf(table, { key: sort.replace('-', ''), isTurned: sort.startsWith('-') });
  const count = table.figures.length;
  // Rank and place in one number: a typed array of numbers is sorted without calling back, ten times as fast.
  const keys = Float64Array.from(ranks, (rank, i) => rank * count + i).sort();
  return Uint32Array.from(keys, (key) => key % count);
}

function ranksOf(table: FigureTable, { key, isTurned }: { key: string; isTurned: boolean }): Float64Array {
  const { figures, columns, properties } = table;
  if (key === 'value') return valueRanks(table, isTurned);
  const { values, codes } = key === 'property' ? properties() : key === 'region' ? columns.region : columns.period;
  // By code unit: the order of a dictionary costs a hundred times as much and differs for few readers.
  const names = [...values].sort();
  const order = new Map((isTurned ? names.reverse() : names).map((value, rank) => [value, rank]));
  return Float64Array.from(figures, (_, i) => order.get(values[codes[i]!]!) ?? 0);
}

/** By value inside each unit, the commonest unit first: amounts of unlike units have no order. Without a value last. */
function valueRanks({ figures, columns }: FigureTable, isTurned: boolean): Float64Array {
  const { codes, values } = columns.unit;
  const sizes = new Uint32Array(values.length);
  for (const code of codes) sizes[code]!++;
  const units = [...values.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const unitRanks = new Uint32Array(values.length);
  units.forEach((code, rank) => {
    unitRanks[code] = rank;
  });
  const amounts = Float64Array.from(figures, ({ value, min, max }) => value ?? min ?? max ?? Number.NaN);
  const distinct = [...new Set(Float64Array.from(amounts).sort())].filter((amount) => !Number.isNaN(amount));
  const order = new Map((isTurned ? distinct.reverse() : distinct).map((amount, rank) => [amount, rank]));
  return Float64Array.from(
    amounts,
    (amount, i) => unitRanks[codes[i]!]! * (order.size + 1) + (order.get(amount) ?? order.size),
  );
}
