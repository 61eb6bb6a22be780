import { describe, expect, it } from 'vitest';
import { createSortedTerms } from '../../src/core/sorted-terms.ts';

describe('createSortedTerms()', () => {
  it('finds each of its terms and no other', () => {
    const words = ['a', '低保', '低保对象', '养老', '𠮷', 'b1', '养', '低'].sort();
    const terms = createSortedTerms(words.join(' '));
    expect(words.map((word) => terms.indexOf(word))).toEqual(words.map((_, place) => place));
    for (const other of ['', ' ', 'A', '低保对', '养老院', '\u{10FFFF}']) expect(terms.indexOf(other)).toBe(-1);
  });

  it('holds none when nothing is given', () => {
    expect([createSortedTerms('').all, createSortedTerms('').indexOf('')]).toEqual([[], -1]);
  });
});
