import type { Slot } from './slot.ts';

/** How an amount is to be read, before plans and standards are told apart. */
export type Role = 'count' | 'change' | 'share' | 'rank' | 'run';

/** An amount with what its clause says of it. */
export interface Reading {
  readonly slot: Slot;
  readonly role: Role;
  /** Its place among the amounts that share one verb, from 0, and their number. */
  readonly group: { readonly place: number; readonly size: number };
  /** It is the side that a change starts from. */
  readonly previous: boolean;
  readonly property: string;
  /** What further measures of the same thing belong to (药品流通企业 for its 利润总额). */
  readonly subject: string;
  /** The subject does or holds what is counted, so that it goes for the other items of the list too. */
  readonly doer?: boolean;
  /** A name with its modifier, from which following names take what they leave out (持平的为4个), or null. */
  readonly modified: { readonly modifier: string; readonly head: string } | null;
  /** Words that date the paragraph so far (2018年, 12月份), or empty. */
  readonly dated: string;
  /** What it is a part of (其中), or null. */
  readonly total: Reading | null;
}
