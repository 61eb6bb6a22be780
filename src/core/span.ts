/**
 * Half-open range `[start, end)` of positions in a text, counted in UTF-16 code units (JavaScript string indices).
 * Unless a name says otherwise a span points into the source: the report as decoded, before any cleaning.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
