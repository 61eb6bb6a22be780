import type { FigureKind } from '../../core/figure.ts';
import type { Reading } from './reading.ts';
import { plain } from './slot.ts';

const SINCE =
  '(?:改革|成立|组建|启动|实施|开展|运行|开通|开业|建成|推行|设立|[十廿]?[七八九]大|二十大|“?十[一二三四五]五”?|(?:19|20)\\d\\d年)以来';
const TOTAL = new RegExp(`(?:累计|累积|迄今|总数(?:已?达到?|为|超过?|突破|共|调整为|增至|:)*$|${SINCE})`, 'u');
const UNTIL = /(?:截至|截止)/u;

/** Whether an amount is a running total: 累计 in its clause or list, 截至 before it in its sentence. */
export function isCumulative(reading: Reading, kind: FigureKind, folded: string): boolean {
  const { slot } = reading;
  const clause = plain(folded, slot.clause.start, slot.mention.start);
  if (kind === 'target' || kind === 'previous' || kind === 'rank' || kind === 'share') return false;
  if (slot.mention.form !== 'amount') return /累[计积]/u.test(clause);
  if (TOTAL.test(clause)) return true;
  if (kind !== 'actual') return false;
  const before = plain(folded, slot.sentence.start, slot.mention.start);
  return UNTIL.test(before) || new RegExp(SINCE, 'u').test(before);
}
