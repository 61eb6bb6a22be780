import type { Named } from './named.ts';
import { isVerbOnly, stripTail, stripVerbs, tidy } from './phrase.ts';
import type { Slot } from './slot.ts';

const LONGEST_PURPOSE = 18;
/** Money without a name of its own. */
const SOME_MONEY = /^(?:.{0,2}(?:资金|经费|善款|款项)|.{0,6}(?:总会|慈善会|协会|局|政府)(?:及时|积极)?)?$/u;

/**
 * What money is for: 安排500万元，用于敬老院改造.
 *
 * @param open another amount follows in the clause
 */
export function spentOn(named: string, { slot, open }: { readonly slot: Slot; readonly open: boolean }): Named | null {
  const { after, mention } = slot;
  const purpose = /^[，,]?(?:主要|全部|专项|重点)?用于(.+)$/u.exec(after)?.[1];
  if (purpose === undefined || !/元/u.test(mention.unit)) return null;
  if (!SOME_MONEY.test(named) && !isVerbOnly(named)) return null;
  const end = tidy(stripTail(stripVerbs(purpose.split(/[，,。；]/u)[0] ?? '')));
  const thing = end.length > LONGEST_PURPOSE ? (/的([^的]{3,})$/u.exec(end)?.[1] ?? end) : end;
  if (open) return named === '' ? { property: '投入', subject: '' } : null;
  if (thing.length > LONGEST_PURPOSE) return null;
  return { property: `${thing}资金`, subject: thing };
}
