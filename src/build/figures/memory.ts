import type { Reading } from './reading.ts';
import type { Slot } from './slot.ts';

/** What the text before has brought up, for clauses that leave it out. */
export interface Memory {
  /** Amounts read in this paragraph, in order. */
  readonly readings: readonly Reading[];
  /** What the last clause without an amount is about. */
  readonly topic: string;
  /** Verb that the items of the current list share (新增A3个、B5个). */
  readonly listVerb: string;
  /** Words that date the paragraph so far, or empty. */
  readonly dated: string;
}

export const EMPTY_MEMORY: Memory = { readings: [], topic: '', listVerb: '', dated: '' };

/** The last amount that others are compared with: itself no rank or length of a run, not in brackets. */
export function lastBase(memory: Memory): Reading | undefined {
  return memory.readings.findLast(({ role, slot }) => role !== 'rank' && role !== 'run' && !slot.clause.bracketed);
}

/** What a change or share that names nothing is told of, if told of this amount. */
export function baseName({ role, property, subject }: Reading): string {
  return role === 'count' ? property : subject;
}

/** The amount before; behind a rate (动工165户，动工率97%，竣工98户) the last one in the same unit. */
export function lastAlike(slot: Slot, { readings }: Memory): Reading | undefined {
  const nearest = readings.at(-1);
  if (nearest?.slot.mention.form !== 'percent') return nearest;
  const { sentence, mention } = slot;
  return (
    readings.findLast((other) => other.slot.sentence === sentence && other.slot.mention.unit === mention.unit) ??
    nearest
  );
}
