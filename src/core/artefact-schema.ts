import * as z from 'zod/mini';
import { FIGURE_KINDS } from './figure.ts';

/** A column is checked by one plain loop: zod over every element would double the start-up time of the Worker. */
function column<Value>(isValue: (value: unknown) => value is Value) {
  return z.custom<readonly Value[]>((list) => Array.isArray(list) && list.every(isValue));
}

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isIntegerOrNull = (value: unknown): value is number | null => value === null || isInteger(value);
const isNumberOrNull = (value: unknown): value is number | null => value === null || Number.isFinite(value);
const KINDS: ReadonlySet<unknown> = new Set(FIGURE_KINDS);
const isKind = (value: unknown): value is (typeof FIGURE_KINDS)[number] => KINDS.has(value);

const integers = column(isInteger);
const texts = column(isText);
const position = z.int().check(z.nonnegative());
const span = z.object({ start: position, end: position });
const textOrNull = z.nullable(z.string());

export const manifestSchema = z.object({
  format: z.int(),
  version: z.string(),
  counts: z.object({ reports: position, sections: position, passages: position, figures: position, terms: position }),
  embedder: z.object({ name: z.string(), dimension: position }),
  newest: textOrNull,
  files: z.array(z.object({ name: z.string(), bytes: position, sha256: z.string() })),
});

export const reportsSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    issuer: textOrNull,
    documentNumber: textOrNull,
    region: textOrNull,
    regionPath: z.array(z.string()),
    period: textOrNull,
    published: textOrNull,
    url: textOrNull,
    doubts: z.array(
      z.object({
        about: z.enum(['title', 'issuer', 'region', 'period', 'published']),
        note: z.string(),
        evidence: z.array(span),
      }),
    ),
  }),
);

/** Per report, in the order of reports.json: the text as decoded, and what cleaning found, in source positions. */
export const sourcesSchema = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    edits: z.object({ start: integers, end: integers, text: texts, rule: texts }),
    garbled: z.array(span),
    repaired: z.array(span),
  }),
);

/** In the tables `report` is an index into reports.json. */
const spanColumns = { report: integers, start: integers, end: integers };

export const sectionsSchema = z.object({
  ...spanColumns,
  heading: texts,
  label: texts,
  level: integers,
  parent: column(isIntegerOrNull),
  plan: column(isFlag),
  period: column(isTextOrNull),
});

export const passagesSchema = z.object({ ...spanColumns, section: integers });

/** `raw` is not stored: it is the slice of the source. */
export const figuresSchema = z.object({
  ...spanColumns,
  value: column(isNumberOrNull),
  min: column(isNumberOrNull),
  max: column(isNumberOrNull),
  unit: texts,
  approx: column(isTextOrNull),
  kind: column(isKind),
  masked: column(isFlag),
  cumulative: column(isFlag),
  property: texts,
  region: column(isTextOrNull),
  period: column(isTextOrNull),
  partOf: column(isIntegerOrNull),
});

/** What the embedder needs besides its matrix: terms joined by spaces, and the weight of each in millionths. */
export const projectionSchema = z.object({ terms: z.string(), weights: integers });
