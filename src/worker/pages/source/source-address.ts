import * as z from 'zod/mini';
import type { Span } from '../../../core/span.ts';
import type { Page } from '../page.ts';
import { spanId } from './report-text.ts';
import { TEXT_KINDS, type TextKind } from './source-view.ts';

const number = z.pipe(z.string().check(z.regex(/^\d{1,9}$/u)), z.transform(Number));
const SPAN = z.object({ start: number, end: number });
const KIND = z.enum(TEXT_KINDS);

/** What an address asks of a report. */
export interface SourceAddress {
  readonly report: string;
  /** In source positions. */
  readonly span: Span | null;
  readonly kind: TextKind;
  /** From 1; null where the span decides, or the beginning. */
  readonly pageNumber: number | null;
  /** Start of a figure whose sentence is wanted, or null. */
  readonly figure: number | null;
}

/** Reads the query of an address; what cannot be is as if it were not there. @param length of the source */
export function readSourceAddress(
  query: Record<string, string>,
  { report, length }: { report: string; length: number },
): SourceAddress {
  const kind = KIND.safeParse(query.text);
  const pageNumber = number.safeParse(query.page);
  const figure = number.safeParse(query.figure);
  return {
    report,
    span: readSpan(query, length),
    kind: kind.success ? kind.data : 'clean',
    pageNumber: pageNumber.success ? pageNumber.data : null,
    figure: figure.success ? figure.data : null,
  };
}

function readSpan(query: Record<string, string>, length: number): Span | null {
  const parsed = SPAN.safeParse(query);
  if (!parsed.success) return null;
  const { start, end } = parsed.data;
  return start < end && end <= length ? { start, end } : null;
}

/** The address of a report as `address` says; the span stands in the query for the server and behind # for the browser. */
export function sourceAddress(page: Page, { report, span, kind, pageNumber }: Omit<SourceAddress, 'figure'>): string {
  const query = {
    start: span?.start ?? null,
    end: span?.end ?? null,
    text: kind === 'clean' ? null : kind,
    page: pageNumber === 1 ? null : pageNumber,
  };
  const fragment = span === null ? '' : `#${spanId(span)}`;
  return page.link(`/r/${encodeURIComponent(report)}${fragment}`, query);
}
