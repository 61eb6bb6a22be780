import { describe, expect, it } from 'vitest';
import { topScores } from '../../src/core/top-scores.ts';

describe('topScores()', () => {
  it.each([
    { scores: [], limit: 3, expected: [] },
    { scores: [0, -1, 0], limit: 3, expected: [] },
    { scores: [1, 3, 2], limit: 3, expected: [1, 2, 0] },
    { scores: [1, 3, 2], limit: 2, expected: [1, 2] },
    { scores: [2, 1, 2, 2], limit: 2, expected: [0, 2] },
    { scores: [0, 0, 0, 5], limit: 2, expected: [3] },
    { scores: [1, 2], limit: 0, expected: [] },
  ])('takes $limit of $scores', ({ scores, limit, expected }) => {
    expect(topScores(Float64Array.from(scores), limit)).toEqual(expected);
  });

  it('agrees with sorting all', () => {
    const scores = Float64Array.from({ length: 500 }, (_, i) => (i * 7919) % 101);
    const all = [...scores.keys()].filter((i) => scores[i]! > 0).sort((a, b) => scores[b]! - scores[a]! || a - b);
    expect(topScores(scores, 40)).toEqual(all.slice(0, 40));
  });
});
