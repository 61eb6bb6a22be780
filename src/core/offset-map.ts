import type { Edit } from './edit.ts';
import { overlapGroups } from './overlap-groups.ts';
import type { Span } from './span.ts';

/** Which side a position belongs to where text was inserted or replaced: the end of what precedes, or the start of what follows. */
export type Side = 'before' | 'after';

/** One changed range, in both texts. Everything between ranges is the same text, shifted. */
export interface ChangedRange {
  readonly from: Span;
  readonly to: Span;
}

/**
 * The text after all edits.
 *
 * @param edits sorted by start, not overlapping, positions in `source`
 * @throws {RangeError} If the edits overlap, are not sorted or leave the text.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const edit of edits) {
    assertFollows(edit, position);
    pieces.push(source.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  if (position > source.length)
    throw new RangeError(`Cannot edit up to ${position} in a text of length ${source.length}`);
  pieces.push(source.slice(position));
  return pieces.join('');
}

function assertFollows(edit: Span, position: number): void {
  if (edit.start >= position && edit.end >= edit.start) return;
  throw new RangeError(
    `Cannot apply an edit at ${edit.start}-${edit.end} as it must be sorted and start at ${position} or later`,
  );
}

/** How positions move between a text and the same text after edits. Immutable; positions are UTF-16 code units. */
export class OffsetMap {
  /** Sorted in both texts; an insertion stands before a replacement that starts where it does. */
  readonly ranges: readonly ChangedRange[];

  private constructor(ranges: readonly ChangedRange[]) {
    this.ranges = ranges;
  }

  /**
   * The map from before the edits to after them.
   *
   * @throws {RangeError} If the edits overlap or are not sorted.
   */
  static of(edits: readonly Edit[]): OffsetMap {
    const ranges: ChangedRange[] = [];
    let shift = 0;
    let position = 0;
    for (const { start, end, text } of edits) {
      assertFollows({ start, end }, position);
      const to = { start: start + shift, end: start + shift + text.length };
      if (end > start || text !== '') ranges.push({ from: { start, end }, to });
      shift = to.end - end;
      position = end;
    }
    return new OffsetMap(ranges);
  }

  /**
   * Where a position goes. At the edge of a replaced range it stays at that edge; strictly inside one, `side` chooses the
   * edge; at an insertion, `side` chooses before or after the inserted text.
   */
  map(position: number, side: Side): number {
    const range = this.ranges[this.countBefore(position, side) - 1];
    if (range === undefined) return position;
    if (range.from.end > position) return side === 'before' ? range.to.start : range.to.end;
    return position - range.from.end + range.to.end;
  }

  /**
   * Where a span goes: text inserted at its edges stays outside, a replaced range that an edge cuts comes in whole (half of a
   * restored passage means nothing). Never shorter than empty.
   */
  mapSpan(span: Span): Span {
    const start = this.map(span.start, this.cuts(span.start) ? 'before' : 'after');
    const end = this.map(span.end, this.cuts(span.end) ? 'after' : 'before');
    return { start, end: Math.max(start, end) };
  }

  /** The map of the way back. */
  invert(): OffsetMap {
    return new OffsetMap(this.ranges.map(({ from, to }) => ({ from: to, to: from })));
  }

  /**
   * This map, then `next`, as one. Ranges that overlap in the text between become one range; the others stay apart, so a
   * position outside all ranges goes where the two maps in sequence send it.
   */
  compose(next: OffsetMap): OffsetMap {
    const ranges: ChangedRange[] = [];
    let [sourceShift, targetShift] = [0, 0];
    const groups = overlapGroups(
      this.ranges.map(({ to }) => to),
      next.ranges.map(({ from }) => from),
    );
    for (const { start, end, firstCount, secondCount } of groups) {
      const first = this.ranges[firstCount - 1];
      const second = next.ranges[secondCount - 1];
      const [from, to] = [start + sourceShift, start + targetShift];
      if (first !== undefined) sourceShift = first.from.end - first.to.end;
      if (second !== undefined) targetShift = second.to.end - second.from.end;
      ranges.push({ from: { start: from, end: end + sourceShift }, to: { start: to, end: end + targetShift } });
    }
    return new OffsetMap(ranges);
  }

  /** How many ranges lie before a position, or reach over it. */
  private countBefore(position: number, side: Side): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { start, end } = this.ranges[middle]!.from;
      const before = start < position || (side === 'after' && start === position && end === position);
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a position lies strictly inside a replaced range. */
  private cuts(position: number): boolean {
    const range = this.ranges[this.countBefore(position, 'before') - 1];
    return range !== undefined && range.from.end > position;
  }
}
