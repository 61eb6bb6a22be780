import { describe, expect, it } from 'vitest';
import { openPostings, packPostings } from '../../src/core/packed-postings.ts';

const POSTINGS = [[1, 1], [], [1, 300, 2, 1, 130, 127, 20_000, 128], [70_000, 16_384]];

describe('openPostings()', () => {
  it('reads what packPostings() wrote, wherever the bytes lie', () => {
    const packed = packPostings(POSTINGS);
    const moved = new Uint8Array(packed.length + 3);
    moved.set(packed, 3);
    for (const bytes of [packed, moved.subarray(3)]) {
      const postings = openPostings(bytes, POSTINGS.length);
      const into = new Uint32Array(10);
      const read = POSTINGS.map((_, term) => [...into.subarray(0, 2 * postings.read(term, into))]);
      expect(read).toEqual(POSTINGS);
      expect(POSTINGS.map((_, term) => postings.frequency(term))).toEqual([1, 0, 4, 1]);
    }
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -1), POSTINGS.length],
    ['of fewer terms', (bytes: Uint8Array) => bytes, POSTINGS.length + 1],
    ['empty', () => new Uint8Array(0), 0],
  ])('refuses bytes that are %s', (_, change, terms) => {
    expect(() => openPostings(change(packPostings(POSTINGS)), terms)).toThrow(RangeError);
  });
});
