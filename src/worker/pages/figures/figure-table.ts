import { matchView } from '../../../answer/match-view.ts';
import type { Artefact } from '../../../core/artefact.ts';
import { FIGURE_KINDS, type Figure } from '../../../core/figure.ts';

/** What figures are filtered by, besides words and sections. */
export const DIMENSIONS = ['report', 'region', 'period', 'unit', 'kind'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Stands for what a report does not state, in filters and addresses. */
export const NOT_STATED = '-';
/** A kind of its own in the filter: figures whose digits the source hides. */
export const MASKED = 'masked';

/** One dimension of all figures: each has the index of its value. */
export interface Column {
  readonly values: readonly string[];
  readonly codes: Uint32Array;
}

/** All figures, ready to be filtered: comparing numbers is cheap where there are ten thousand. */
export interface FigureTable {
  readonly figures: readonly Figure[];
  readonly columns: Readonly<Record<Dimension, Column>>;
  /** Index of the innermost section of each figure; -1 where it is in none. */
  readonly sections: Int32Array;
  /** What words are looked for in, by figure. */
  readonly text: (figure: number) => string;
  /** Headings of a section, outermost first, and the same to look for words in. */
  readonly headings: (section: number) => { readonly path: string; readonly text: string };
  /** Title of a report, to look for words in. */
  readonly title: (report: string) => string;
}

type Library = Pick<Artefact, 'figures' | 'sections' | 'reports'>;

/** The table, made when first asked for. */
export function lazyFigureTable(library: Library): () => FigureTable {
  let table: FigureTable | null = null;
  return function figureTable() {
    table ??= createFigureTable(library);
    return table;
  };
}

export function createFigureTable({ figures, sections, reports }: Library): FigureTable {
  const view = memoized(matchView);
  const titles = new Map(reports.map(({ id, title }) => [id, title]));
  const text = memoizedAt((index) => {
    const { property, raw, region, period, value } = figures[index]!;
    return `${view(property)}\n${view(raw)}\n${view(region ?? '')}\n${period ?? ''}\n${value ?? ''}`;
  });
  const headings = memoizedAt((section) => {
    const path: string[] = [];
    for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null) {
      const heading = sections[at]?.heading ?? '';
      if (heading !== '') path.unshift(heading);
    }
    return { path: path.join(' › '), text: view(path.join('\n')) };
  });
  return {
    figures,
    columns: {
      report: columnOf(figures, { read: ({ report }) => report }),
      region: columnOf(figures, { read: ({ region }) => region ?? NOT_STATED }),
      period: columnOf(figures, { read: ({ period }) => period ?? NOT_STATED }),
      unit: columnOf(figures, { read: ({ unit }) => unit || NOT_STATED }),
      kind: columnOf(figures, {
        read: ({ kind, masked }) => (masked ? MASKED : kind),
        known: [...FIGURE_KINDS, MASKED],
      }),
    },
    sections: innermostSections({ figures, sections, reports }),
    text,
    headings,
    title: (report) => view(titles.get(report) ?? ''),
  };
}

function columnOf(
  figures: readonly Figure[],
  { read, known = [] }: { read: (figure: Figure) => string; known?: readonly string[] },
): Column {
  const order = new Map(known.map((value, i) => [value, i]));
  const codes = new Uint32Array(figures.length);
  figures.forEach((figure, i) => {
    const value = read(figure);
    let code = order.get(value);
    if (code === undefined) {
      code = order.size;
      order.set(value, code);
    }
    codes[i] = code;
  });
  return { values: [...order.keys()], codes };
}

/** Figures and sections are both in the order of the reports, then of the text; a section comes before those inside it. */
function innermostSections({ figures, sections, reports }: Library): Int32Array {
  const order = new Map(reports.map(({ id }, i) => [id, i]));
  const found = new Int32Array(figures.length).fill(-1);
  const open: number[] = [];
  let next = 0;
  figures.forEach(({ report, start }, i) => {
    const own = order.get(report) ?? 0;
    for (let section = sections[next]; section !== undefined; section = sections[++next]) {
      const ahead = (order.get(section.report) ?? 0) - own;
      if (ahead > 0 || (ahead === 0 && section.start > start)) break;
      open.push(next);
    }
    const encloses = (at: number) => sections[at]!.report === report && sections[at]!.end > start;
    while (open.length > 0 && !encloses(open.at(-1)!)) open.pop();
    found[i] = open.at(-1) ?? -1;
  });
  return found;
}

function memoized(compute: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return function lookUp(key) {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

function memoizedAt<Value>(compute: (index: number) => Value): (index: number) => Value {
  const known: Value[] = [];
  return function lookUp(index) {
    const found = known[index];
    if (found !== undefined) return found;
    const value = compute(index);
    known[index] = value;
    return value;
  };
}
