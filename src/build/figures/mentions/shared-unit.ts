import { readScale } from '../../../core/numeral.ts';
import { type Measured, readMeasured } from './measured.ts';
import type { Unit } from './unit.ts';

/** 分别提高20.9、36.2、54个百分点: the last unit and multiplier hold for all. */
export interface SharedUnit {
  readonly unit: Unit;
  readonly factor: number;
}

const DISTRIBUTES = /(?:分别|依次)[^，。；,;]{0,30}$/u;
const JOINS = /^[、和及与]/u;
/** Most numbers that share one unit; bounds the look ahead. */
const MOST = 5;

/** The unit that a number without one shares with the last of its list, or null. */
export function readSharedUnit(folded: string, first: Measured): SharedUnit | null {
  const { quantity } = first;
  if (first.unit !== null || first.value === null || quantity.tail !== '') return null;
  if (!DISTRIBUTES.test(folded.slice(Math.max(0, quantity.start - 34), quantity.start))) return null;
  let at = first.end;
  for (let i = 0; i < MOST && JOINS.test(folded.slice(at, at + 1)); i++) {
    const next = readMeasured(folded, at + 1);
    if (next === null || next.value === null) return null;
    if (next.unit !== null) return { unit: next.unit, factor: readScale(next.quantity.tail, 0).value };
    at = next.end;
  }
  return null;
}
