import type { Numeral } from '../../../core/numeral.ts';
import type { Mention } from '../mention.ts';
import type { Unit } from './unit.ts';

/** What a reader takes for an amount, before the exclusion rules have seen it. */
export interface Candidate extends Mention {
  /** Where the number itself starts and ends, without approximators and unit. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** The (first) number; null for masks and for words such as 首位 and 一半. */
  readonly numeral: Numeral | null;
  readonly unitRead: Unit | null;
}

/** The view of a text the readers work on. */
export interface Source {
  readonly folded: string;
  readonly text: string;
}
