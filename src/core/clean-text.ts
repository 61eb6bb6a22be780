import type { Edit } from './edit.ts';
import { applyEdits, OffsetMap } from './offset-map.ts';
import type { Span } from './span.ts';

/** A source and its clean text, bound by the map between them. */
export class CleanText {
  readonly source: string;
  /** The text for reading. */
  readonly text: string;
  /** From source positions to clean positions. */
  readonly map: OffsetMap;

  private constructor(source: string, edits: readonly Edit[]) {
    this.source = source;
    this.text = applyEdits(source, edits);
    this.map = OffsetMap.of(edits);
  }

  /** @throws {RangeError} If the edits overlap, are not sorted or leave the source. */
  static of(source: string, edits: readonly Edit[]): CleanText {
    return new CleanText(source, edits);
  }

  /** What a reader is shown for a span of the source. */
  display(span: Span): string {
    const { start, end } = this.map.mapSpan(span);
    return this.text.slice(start, end);
  }
}
