import type { Slot } from './slot.ts';

/** How an amount is to be read, before plans and standards are told apart. */
export type Role = 'count' | 'change' | 'share' | 'rank' | 'run';

/** An amount with what its clause says of it. */
export interface Reading {
  readonly slot: Slot;
  readonly role: Role;
  /** It is the side that a change starts from. */
  readonly previous: boolean;
  readonly property: string;
  /** Words that date the paragraph so far (2018年, 12月份), or empty. */
  readonly dated: string;
  /** What it is a part of (其中), or null. */
  readonly total: Reading | null;
}
