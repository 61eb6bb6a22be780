import type { Quote } from '../core/answer.ts';

/**
 * Path of a quote's highlighted span. The span stands in the query, so that the server marks it without script,
 * and in the fragment, so that the browser scrolls to it.
 */
export function sourceLink(quote: Quote): string {
  const { report, start, end } = quote;
  return `/r/${encodeURIComponent(report)}?start=${start}&end=${end}#${start}-${end}`;
}
