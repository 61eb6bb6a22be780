import type { FigureKind } from '../../core/figure.ts';
import type { Reading } from './reading.ts';
import { plain } from './slot.ts';

const TOTAL = /(?:累计|累积|总数|迄今|以来[^，]*$)/u;
const UNTIL = /(?:截至|截止)/u;

/** Whether an amount is a running total: 累计 in its clause or list, 截至 before it in its sentence. */
export function isCumulative(reading: Reading, kind: FigureKind, folded: string): boolean {
  const { slot } = reading;
  const clause = plain(folded, slot.clause.start, slot.mention.start);
  if (kind === 'target' || kind === 'previous' || kind === 'rank') return false;
  if (TOTAL.test(clause)) return true;
  if (kind !== 'actual') return false;
  const before = plain(folded, slot.sentence.start, slot.mention.start);
  return UNTIL.test(before) || /(?<!今年|去年|五年|年)以来/u.test(before);
}
