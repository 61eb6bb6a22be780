import { describe, expect, it } from 'vitest';
import { intervalOf } from '../../../src/cli/eval/interval.ts';

const questions = (hits: number, trials: number) =>
  Array.from({ length: trials }, (_, i) => ({ hits: i < hits ? 1 : 0, trials: 1 }));

describe('intervalOf()', () => {
  it('gives the same bounds again', () => {
    expect(intervalOf(questions(90, 100))).toEqual(intervalOf(questions(90, 100)));
  });

  it('comes near the normal approximation where that holds', () => {
    const { low, high } = intervalOf(questions(500, 1000));
    const half = 196 * Math.sqrt((0.5 * 0.5) / 1000);
    expect(Math.abs(low - (50 - half))).toBeLessThan(0.5);
    expect(Math.abs(high - (50 + half))).toBeLessThan(0.5);
  });

  it('is wider when the trials of a question stand or fall together', () => {
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    const apart = Array.from({ length: 100 }, () => ({ hits: 3, trials: 4 }));
    const together = questions(75, 100).map(({ hits }) => ({ hits: 4 * hits, trials: 4 }));
    expect(width(intervalOf(together))).toBeGreaterThan(width(intervalOf(apart)));
  });
});
