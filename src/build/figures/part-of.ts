import type { Reading } from './reading.ts';
import { plain } from './slot.ts';

/**
 * The total that an amount after 其中 is a part of, or null. The items of the list share it until the next full stop;
 * amounts of another unit, rates and shares are no parts.
 *
 * @param earlier readings of the paragraph before this one, in order
 */
export function totalOf(reading: Reading, earlier: readonly Reading[], folded: string): Reading | null {
  if (reading.role !== 'count' || reading.slot.mention.form !== 'amount') return null;
  const { sentence, mention } = reading.slot;
  const lead = plain(folded, sentence.start, mention.start);
  const marks = [...folded.slice(sentence.start, mention.start).matchAll(/其中/gu)];
  const mark = marks.at(-1);
  if (mark === undefined) return sentence.continues ? inherited(reading, earlier) : null;
  if (/^其中，?/u.test(lead) || earlier.length > 0) {
    const position = sentence.start + mark.index;
    if (hasLeft(reading, folded, position)) return null;
    const total = earlier.findLast((other) => other.slot.mention.start < position && isTotal(other, reading));
    return total ?? null;
  }
  return null;
}

function inherited(reading: Reading, earlier: readonly Reading[]): Reading | null {
  const last = earlier.findLast(({ role }) => role === 'count');
  if (last?.total == null || last.slot.mention.unit !== reading.slot.mention.unit) return null;
  return last.total;
}

/** Amounts behind the closing bracket of (其中…) are no parts. */
function hasLeft(reading: Reading, folded: string, position: number): boolean {
  const gap = folded.slice(position, reading.slot.mention.start);
  return gap.split(')').length > gap.split('(').length;
}

function isTotal(total: Reading, part: Reading): boolean {
  const [whole, piece] = [total.slot.mention, part.slot.mention];
  if (total.role !== 'count' || whole.form !== 'amount' || whole.unit !== piece.unit) return false;
  return whole.value === null || piece.value === null || whole.value >= piece.value;
}
