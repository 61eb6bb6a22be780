import type { Span } from '../../core/span.ts';

/** How a mention is written, as far as its own characters show. */
export type MentionForm = 'amount' | 'percent' | 'point' | 'multiple' | 'fraction' | 'rank';

/** Where a number stands in a table. Spans in the clean text. */
export interface CellPlace {
  /** First cell of its row: what is counted. */
  readonly label: Span;
  /** Head of its column; null where the table has no head. */
  readonly head: Span | null;
  /** Label of the last row above without numbers, which heads the rows below it; null where there is none. */
  readonly group: Span | null;
}

/** An amount as written, before it is known what it counts. Positions in the clean text. */
export interface Mention extends Span {
  readonly form: MentionForm;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly approx: string | null;
  readonly masked: boolean;
  /** Only for a bare number in a table. */
  readonly cell?: CellPlace;
}
