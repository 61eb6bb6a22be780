import { THRESHOLDS, type Thresholds } from '../../answer/rank/weights.ts';
import type { GoldSet } from './gold-sets.ts';
import { judgeSet } from './judge-set.ts';
import type { Judged } from './score.ts';

/** What becomes of the questions when one threshold is moved and the others stay. */
export interface CalibrationPoint {
  readonly at: number;
  /** Questions without an answer in the reports that are refused. */
  readonly refused: number;
  /** Questions with an answer that are refused. */
  readonly falselyRefused: number;
  /** Questions of any kind with the right answer. */
  readonly right: number;
}

export interface CalibrationCurve {
  readonly threshold: keyof Thresholds;
  /** The value in use, which is one of the points. */
  readonly chosen: number;
  readonly curve: readonly CalibrationPoint[];
}

/** The curves over all gold sets together. */
export interface Calibration {
  /** Questions without an answer. */
  readonly absent: number;
  /** Questions with an answer; those whose figure is hidden are neither. */
  readonly answerable: number;
  readonly curves: readonly CalibrationCurve[];
}

/** Shares of what was asked; 0 refuses only where nothing at all is found. */
const VALUES = [0, 0.2, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 1];

function isRefused({ answer }: Judged): boolean {
  return answer.type === 'absent';
}

function measurePoint(
  sets: readonly GoldSet[],
  { at, thresholds }: { at: number; thresholds: Thresholds },
): CalibrationPoint {
  const judged = sets.flatMap((set) => judgeSet({ ...set, thresholds }));
  const count = (type: Judged['gold']['answer_type']): number =>
    judged.filter((item) => item.gold.answer_type === type && isRefused(item)).length;
  return {
    at,
    refused: count('absent'),
    falselyRefused: count('answer'),
    right: judged.filter(({ right }) => right).length,
  };
}

/**
 * Moves each threshold of refusal through its range and counts right and false refusals.
 *
 * @param values where to measure, besides the value in use
 */
export function calibrate(sets: readonly GoldSet[], values: readonly number[] = VALUES): Calibration {
  const items = sets.flatMap((set) => set.items);
  const names = Object.keys(THRESHOLDS).filter((name): name is keyof Thresholds => name in THRESHOLDS);
  return {
    absent: items.filter((item) => item.answer_type === 'absent').length,
    answerable: items.filter((item) => item.answer_type === 'answer').length,
    curves: names.map((threshold) => {
      const chosen = THRESHOLDS[threshold];
      const positions = [...new Set([...values, chosen])].sort((a, b) => a - b);
      const curve = positions.map((at) => measurePoint(sets, { at, thresholds: { ...THRESHOLDS, [threshold]: at } }));
      return { threshold, chosen, curve };
    }),
  };
}
