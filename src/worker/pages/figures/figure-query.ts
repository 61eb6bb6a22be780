import * as z from 'zod/mini';
import type { Page } from '../page.ts';
import { DIMENSIONS, type Dimension } from './figure-table.ts';

/** What the table can be ordered by; a minus turns the order round. */
export const SORTS = [
  'source',
  'value',
  '-value',
  'property',
  '-property',
  'region',
  '-region',
  'period',
  '-period',
] as const;
export type Sort = (typeof SORTS)[number];

/** What an address of the figures asks for. All of it stands in the address, so that it can be sent on. */
export interface FigureQuery {
  /** As typed. */
  readonly words: string;
  /** Chosen values; empty for any. */
  readonly filters: Readonly<Record<Dimension, string>>;
  /** Start of a section of the chosen report, or null. */
  readonly section: number | null;
  readonly sort: Sort;
  /** From 1. */
  readonly pageNumber: number;
}

/** Longest value of a parameter, in code units. */
export const LONGEST_VALUE = 100;

const value = z.catch(z.string().check(z.maxLength(LONGEST_VALUE)), '');
const position = z.catch(z.nullable(z.pipe(z.string().check(z.regex(/^\d{1,9}$/u)), z.transform(Number))), null);
const QUERY = z.object({
  q: value,
  report: value,
  region: value,
  period: value,
  unit: value,
  kind: value,
  section: position,
  sort: z.catch(z.enum(SORTS), 'source'),
  page: position,
});

/** Reads the query of an address; what cannot be is as if it were not there. */
export function readFigureQuery(query: Record<string, string>): FigureQuery {
  const { q, section, sort, page, ...filters } = QUERY.parse(query);
  return {
    words: q.trim(),
    filters,
    section: filters.report === '' ? null : section,
    sort,
    pageNumber: Math.max(1, page ?? 1),
  };
}

/** The address of figures as a query says. */
export function figuresAddress(page: Page, query: FigureQuery, path = '/figures'): string {
  const { words, filters, section, sort, pageNumber } = query;
  const chosen = Object.fromEntries(DIMENSIONS.map((name) => [name, filters[name]]));
  const rest = { section, sort: sort === 'source' ? null : sort, page: pageNumber === 1 ? null : pageNumber };
  return page.link(path, { q: words, ...chosen, ...rest });
}
