import type { Figure } from '../../core/figure.ts';
import { checkedAmount, type StatedAmount, statedAmounts } from '../query/stated-amounts.ts';
import { unitFamily } from '../rank/unit-family.ts';

/** What a report says to an amount that a question states. */
export interface PremiseNote {
  /** The amount as typed. */
  readonly raw: string;
  /** Shown to the reader. */
  readonly text: string;
}

/** The stated amount that a figure of the same kind of unit contradicts, or null. */
function contradicted(question: string, figure: Figure): StatedAmount | null {
  const family = unitFamily(figure);
  const alike = statedAmounts(question).filter(
    ({ unit }) => unit === '' || unitFamily({ unit, kind: 'actual' }) === family,
  );
  return alike.length > 0 && alike.every(({ value }) => value !== figure.value) ? alike[0]! : null;
}

/**
 * What a reader must hear of an amount that the question states: that the figure differs from it, or on which side of it
 * the figure lies where that is asked. Null when nothing needs saying.
 */
export function premiseNote(question: string, figure: Figure): PremiseNote | null {
  const { value } = figure;
  if (value === null || figure.approx !== null) return null;
  const checked = checkedAmount(question);
  const alike =
    checked !== null &&
    (checked.unit === '' || unitFamily({ unit: checked.unit, kind: 'actual' }) === unitFamily(figure));
  if (checked !== null && checked.side !== null && alike) {
    const words = value > checked.value ? '高于' : value < checked.value ? '低于' : '等于';
    return { raw: checked.raw, text: `原文的数${words}问题里的“${checked.raw}”` };
  }
  const stated = contradicted(question, figure);
  return stated === null ? null : { raw: stated.raw, text: `问题里的“${stated.raw}”与原文不同` };
}
