import type { Figure } from '../../core/figure.ts';
import { type StatedAmount, statedAmounts } from '../query/stated-amounts.ts';
import { unitFamily } from '../rank/unit-family.ts';

/** The stated amount that a figure of the same kind of unit contradicts, or null. */
export function contradicted(question: string, figure: Figure): StatedAmount | null {
  if (figure.value === null || figure.approx !== null) return null;
  const family = unitFamily(figure);
  const alike = statedAmounts(question).filter(
    (stated) => unitFamily({ unit: stated.unit, kind: 'actual' }) === family,
  );
  return alike.length > 0 && alike.every(({ value }) => value !== figure.value) ? alike[0]! : null;
}
