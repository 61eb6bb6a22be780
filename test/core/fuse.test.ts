import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/core/fuse.ts';

const scored = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([passage, score]) => ({ passage, score }));

describe('fuse()', () => {
  it('gives each hit its rank in each ranking', () => {
    const hits = fuse({ text: scored([7, 9], [3, 6]), vector: scored([3, 0.9], [5, 0.3]) }, 10);
    expect(new Map(hits.map(({ passage, ranks }) => [passage, ranks]))).toEqual(
      new Map([
        [7, { text: 1, vector: null }],
        [3, { text: 2, vector: 1 }],
        [5, { text: null, vector: 2 }],
      ]),
    );
  });

  it('scores 1 what is first in both, whatever the scale of the rankings', () => {
    expect(fuse({ text: scored([1, 50]), vector: scored([1, 0.01]) }, 1)[0]?.score).toBeCloseTo(1, 12);
  });

  it('lets the text decide between passages far apart in it and the vector between those close', () => {
    const far = fuse({ text: scored([1, 10], [2, 1]), vector: scored([2, 1]) }, 1);
    const close = fuse({ text: scored([1, 10], [2, 9.9]), vector: scored([2, 1]) }, 1);
    expect([far[0]?.passage, close[0]?.passage]).toEqual([1, 2]);
  });

  it('orders equals by passage', () => {
    const hits = fuse({ text: scored([9, 1], [4, 1]), vector: [] }, 10);
    expect(hits.map(({ passage }) => passage)).toEqual([4, 9]);
  });

  it('gives nothing for nothing', () => {
    expect(fuse({ text: [], vector: [] }, 10)).toEqual([]);
  });
});
