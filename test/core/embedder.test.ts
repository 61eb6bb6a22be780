import { describe, expect, it } from 'vitest';
import { createLsaEmbedder } from '../../src/core/embedder.ts';

describe('createLsaEmbedder()', () => {
  const embedder = createLsaEmbedder({
    dimension: 2,
    terms: ['a', 'b'],
    weights: [1_000_000, 2_000_000],
    projection: new Int8Array([3, 0, 0, 4]),
  });

  it.each([
    [['a'], [1, 0]],
    [['b'], [0, 1]],
    [
      ['a', 'b'],
      [3 / Math.hypot(3, 8), 8 / Math.hypot(3, 8)],
    ],
    [
      ['a', 'a', 'unknown'],
      [1, 0],
    ],
    [['unknown'], [0, 0]],
    [[], [0, 0]],
  ])('%j -> %j', (terms, vector) => {
    embedder.embed(terms).forEach((value, i) => {
      expect(value).toBeCloseTo(vector[i]!, 6);
    });
  });

  it('weighs a repeated term 1 + ln count', () => {
    const [a = 0, b = 0] = embedder.embed(['a', 'a', 'a', 'b']);
    expect(a / b).toBeCloseTo(((1 + Math.log(3)) * 3) / 8, 6);
  });
});
