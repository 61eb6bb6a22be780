import type { Span } from './span.ts';

/** Spans of two sorted lists that overlap each other, as one span, with how many of each list it and those before it hold. */
export interface OverlapGroup extends Span {
  readonly firstCount: number;
  readonly secondCount: number;
}

/** Groups the spans of two sorted lists by overlap. Spans that only touch stay apart; at one position the empty ones come first. */
export function overlapGroups(first: readonly Span[], second: readonly Span[]): OverlapGroup[] {
  const groups: OverlapGroup[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const fromFirst = isBefore(first[i], second[j]);
    const span = fromFirst ? first[i++]! : second[j++]!;
    const last = groups.at(-1);
    const counts = { firstCount: i, secondCount: j };
    if (last === undefined || span.start >= last.end) groups.push({ start: span.start, end: span.end, ...counts });
    else groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, span.end), ...counts };
  }
  return groups;
}

function isBefore(a: Span | undefined, b: Span | undefined): boolean {
  if (a === undefined || b === undefined) return b === undefined;
  return a.start < b.start || (a.start === b.start && a.end <= b.end);
}
