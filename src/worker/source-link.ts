import type { Quote } from '../core/answer.ts';

/**
 * Path of a span, highlighted. The span stands in the query, so that the server marks it without script,
 * and in the fragment, so that the browser scrolls to it.
 */
export function sourceLink(span: Pick<Quote, 'report' | 'start' | 'end'>): string {
  const { report, start, end } = span;
  return `/r/${encodeURIComponent(report)}?start=${start}&end=${end}#${start}-${end}`;
}
