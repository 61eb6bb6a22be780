import { describe, expect, it } from 'vitest';
import { createVectorIndex } from '../../src/core/vector-index.ts';

describe('createVectorIndex()', () => {
  /** Passage 2 has no vector, passage 3 points away. */
  const index = createVectorIndex({ dimension: 2, vectors: new Int8Array([3, 4, 100, 0, 0, 0, -5, 0]) });
  const query = new Float32Array([1, 0]);

  it('ranks by cosine, whatever the length of a row', () => {
    const found = index.search(query, { limit: 10 });
    expect(found.map(({ passage }) => passage)).toEqual([1, 0]);
    expect(found[0]?.score).toBeCloseTo(1, 6);
    expect(found[1]?.score).toBeCloseTo(0.6, 6);
  });

  it('finds what is admitted, and no more than the limit', () => {
    expect(index.search(query, { limit: 10, admits: (passage) => passage === 0 })).toHaveLength(1);
    expect(index.search(query, { limit: 1 }).map(({ passage }) => passage)).toEqual([1]);
  });

  it('finds nothing for a question of unknown terms', () => {
    expect(index.search(new Float32Array(2), { limit: 10 })).toEqual([]);
  });
});
