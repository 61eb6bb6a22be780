import type * as z from 'zod/mini';
import { placeOf } from '../../answer/quote/make-quote.ts';
import type { Figure } from '../../core/figure.ts';
import type { Dependencies } from '../dependencies.ts';
import { sourceLink } from '../source-link.ts';
import { figuresQuery } from './queries.ts';
import { type ApiHandler, respond } from './respond.ts';

type FiguresQuery = z.output<typeof figuresQuery>;
type Library = Dependencies['artefact'];
/** A figure with what a reader sees beside it. */
export type PlacedFigure = Figure & { readonly title: string; readonly place: string; readonly url: string };

export interface FiguresPage {
  /** How many there are in all. */
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  readonly figures: readonly PlacedFigure[];
}

/** `GET /api/figures`: the figures that fit all filters, a page of them. */
export function figures({ artefact }: Dependencies): ApiHandler {
  return respond(figuresQuery, (query): FiguresPage => {
    const { limit, offset } = query;
    const found = sorted(artefact.figures.filter(matcher(query, artefact)), query);
    const shown = found.slice(offset, offset + limit).map((figure) => place(figure, artefact));
    return { total: found.length, limit, offset, figures: shown };
  });
}

function place(figure: Figure, library: Library): PlacedFigure {
  const title = library.reports.find(({ id }) => id === figure.report)?.title ?? '';
  return { ...figure, title, place: placeOf(library, figure), url: sourceLink(figure) };
}

function matcher(query: FiguresQuery, library: Library): (figure: Figure) => boolean {
  const { q = '', report, section, property = '', region = '', period = '', unit, kind, masked } = query;
  const words = q.split(/\s+/u);
  const sections = section === undefined ? null : library.sections.filter(({ heading }) => heading.includes(section));
  return function matches(figure) {
    if (report !== undefined && figure.report !== report) return false;
    if (unit !== undefined && figure.unit !== unit) return false;
    if (kind !== undefined && figure.kind !== kind) return false;
    if (masked !== undefined && figure.masked !== (masked === 'true')) return false;
    if (!figure.property.includes(property) || !(figure.region ?? '').includes(region)) return false;
    if (!(figure.period ?? '').startsWith(period)) return false;
    const isInside = (one: { report: string; start: number; end: number }) =>
      one.report === figure.report && one.start <= figure.start && figure.start < one.end;
    if (sections !== null && !sections.some(isInside)) return false;
    const text = `${figure.property} ${figure.region ?? ''} ${figure.period ?? ''} ${figure.raw}`;
    return words.every((word) => text.includes(word));
  };
}

type Key = string | number | null;

const KEYS: Readonly<Record<Exclude<FiguresQuery['sort'], 'source'>, (figure: Figure) => Key>> = {
  value: ({ value, min, max }) => value ?? min ?? max,
  period: ({ period }) => period,
  property: ({ property }) => property,
};

/** Figures without what is sorted by come last, whatever the order; equal ones stay in the order of the sources. */
function sorted(found: readonly Figure[], { sort, order }: FiguresQuery): readonly Figure[] {
  if (sort === 'source') return order === 'asc' ? found : found.toReversed();
  const direction = order === 'asc' ? 1 : -1;
  return found
    .map((figure) => ({ figure, key: KEYS[sort](figure) }))
    .sort((a, b) => {
      if (a.key === b.key) return 0;
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
      return a.key < b.key ? -direction : direction;
    })
    .map(({ figure }) => figure);
}
