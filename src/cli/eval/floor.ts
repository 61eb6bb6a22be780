import { WenjuError } from '../../core/error.ts';
import { MEASURES, type Measure, percent } from './score.ts';
import type { SetScores } from './scorecard.ts';

/** The least percentage that a measure must reach. */
export interface Floor {
  readonly measure: Measure;
  readonly least: number;
}

/**
 * Reads right=93.
 *
 * @throws {WenjuError} `usage` for an unknown measure or no number
 */
export function parseFloor(text: string): Floor {
  const [name, value] = text.split('=');
  const measure = MEASURES.find((known) => known === name);
  const least = Number(value);
  if (measure !== undefined && value !== undefined && value !== '' && Number.isFinite(least)) return { measure, least };
  throw new WenjuError('usage', `eval: --min 要写成 名称=百分数，名称是 ${MEASURES.join('、')} 之一，而不是 ${text}`, {
    command: 'eval',
  });
}

/** The floors that a set does not reach, in words. A measure without a trial reaches none. */
export function checkFloors({ name, measures }: SetScores, floors: readonly Floor[]): string[] {
  return floors
    .filter(({ measure, least }) => {
      const score = measures[measure];
      return score === undefined || percent(score) < least;
    })
    .map(({ measure, least }) => `${name}: ${measure} 低于 ${least}`);
}
