import type { Reading } from './reading.ts';
import { isIn } from './words.ts';

/**
 * The total that an amount after 其中 is a part of, or null. The items of the list share it until the next full stop;
 * amounts of another unit, rates and shares are no parts.
 *
 * @param earlier readings of the paragraph before this one, in order
 */
export function totalOf(reading: Reading, earlier: readonly Reading[], folded: string): Reading | null {
  if (reading.role !== 'count' || reading.slot.mention.form !== 'amount') return null;
  const { sentence, mention, clause, before } = reading.slot;
  if (clause.bracketed && /^(?:其中|含|包括|包含)/u.test(before)) return partIfHeld(earlier.at(-1), reading);
  const mark = folded.slice(sentence.start, mention.start).lastIndexOf('其中');
  if (mark < 0) return sentence.continues ? inherited(reading, earlier) : null;
  const position = sentence.start + mark;
  if (hasLeftBrackets(folded.slice(position, mention.start))) return inheritedInSentence(reading, earlier, position);
  const counts = earlier.filter((other) => other.role === 'count' && !other.slot.clause.bracketed);
  return partIfHeld(
    counts.findLast((other) => other.slot.mention.start < position),
    reading,
  );
}

function partIfHeld(total: Reading | undefined, part: Reading): Reading | null {
  return total !== undefined && holds(total, part) ? total : null;
}

/** A part that is named a sentence later is not this many times smaller than the whole. */
const SMALLEST_PART = 2000;

/** After a semicolon the list goes on. */
function inherited(reading: Reading, earlier: readonly Reading[]): Reading | null {
  const last = earlier.findLast(({ role }) => role === 'count');
  if (last?.total == null || !holds(last.total, reading)) return null;
  const [whole, part] = [last.total.slot.mention.value, reading.slot.mention.value];
  return whole === null || part === null || part * SMALLEST_PART >= whole ? last.total : null;
}

/** Behind (其中…) the list goes on that the brackets stand in. */
function inheritedInSentence(reading: Reading, earlier: readonly Reading[], position: number): Reading | null {
  const outer = earlier.findLast(({ role, slot }) => role === 'count' && slot.mention.end <= position);
  return outer?.total != null && holds(outer.total, reading) ? outer.total : null;
}

function hasLeftBrackets(between: string): boolean {
  return between.split(')').length > between.split('(').length;
}

function holds(total: Reading, part: Reading): boolean {
  const [whole, piece] = [total.slot.mention, part.slot.mention];
  const people = isIn('personUnits', whole.unit) && isIn('personUnits', piece.unit);
  if (whole.form !== 'amount' || (whole.unit !== piece.unit && !people)) return false;
  return whole.value === null || piece.value === null || whole.value >= piece.value;
}
