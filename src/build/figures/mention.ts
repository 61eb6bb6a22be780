import type { Span } from '../../core/span.ts';

/** How a mention is written, as far as its own characters show. */
export type MentionForm = 'amount' | 'percent' | 'point' | 'multiple' | 'fraction' | 'rank';

/** An amount as written, before it is known what it counts. Positions in the clean text. */
export interface Mention extends Span {
  readonly form: MentionForm;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly approx: string | null;
  readonly masked: boolean;
}
