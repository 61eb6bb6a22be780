import { matchView } from '../../../answer/match-view.ts';
import type { Artefact } from '../../../core/artefact.ts';
import { FIGURE_KINDS, type Figure } from '../../../core/figure.ts';
import type { Section } from '../../../core/section.ts';
import { createRecent, type Recent } from '../../recent.ts';

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
  /** Made when first asked for: only searching and sorting by property need it. */
  readonly properties: () => Column;
  /** The headings above a figure, outermost first; empty where there are none. */
  readonly place: (figure: number) => string;
  /** A text as words are looked for in it. Kept: most texts stand with many figures. */
  readonly view: (text: string) => string;
  readonly title: (report: string) => string;
  /** What was computed for all figures and is worth keeping, such as an order. */
  readonly kept: Recent<Uint32Array>;
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

/** Orders that are kept. */
const KEPT = 10;

export function createFigureTable({ figures, sections, reports }: Library): FigureTable {
  const titles = new Map(reports.map(({ id, title }) => [id, title]));
  let properties: Column | null = null;
  const innermost = sectionFinder(sections);
  const path = memoizedAt((section) => {
    const headings: string[] = [];
    for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null) {
      const heading = sections[at]?.heading ?? '';
      if (heading !== '') headings.unshift(heading);
    }
    return headings.join(' › ');
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
    properties() {
      properties ??= columnOf(figures, { read: ({ property }) => property });
      return properties;
    },
    place(figure) {
      const section = innermost(figures[figure]!);
      return section === null ? '' : path(section);
    },
    view: memoized(matchView),
    title: (report) => titles.get(report) ?? '',
    kept: createRecent(KEPT),
  };
}

/** Neighbours often have the same value, and comparing is cheaper than looking up. */
function columnOf(
  figures: readonly Figure[],
  { read, known = [] }: { read: (figure: Figure) => string; known?: readonly string[] },
): Column {
  const order = new Map(known.map((value, i) => [value, i]));
  const codes = new Uint32Array(figures.length);
  let [last, code] = ['', order.get('') ?? -1];
  for (let i = 0; i < figures.length; i++) {
    const value = read(figures[i]!);
    if (code === -1 || value !== last) {
      code = order.get(value) ?? order.size;
      if (code === order.size) order.set(value, code);
      last = value;
    }
    codes[i] = code;
  }
  return { values: [...order.keys()], codes };
}

/** Finds the index of the innermost section around a figure. Sections of a report stand together, sorted by start. */
function sectionFinder(sections: readonly Section[]): (figure: Figure) => number | null {
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  sections.forEach(({ report }, i) => {
    if (!firsts.has(report)) firsts.set(report, i);
    lasts.set(report, i);
  });
  return function findSection({ report, start }) {
    for (let at = lasts.get(report) ?? -1; at >= (firsts.get(report) ?? 0); at--) {
      if (sections[at]!.start <= start && start < sections[at]!.end) return at;
    }
    return null;
  };
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
