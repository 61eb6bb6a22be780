import type { Span } from './span.ts';

/** Replace the text at a span by `text`. A list of edits is sorted by start and does not overlap. */
export interface Edit extends Span {
  readonly text: string;
  /** Name of the cleaning rule that made it. */
  readonly rule: string;
}
