import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../src/core/segmenter.ts';

/** Probabilities are the frequencies over 1000; an unknown character has frequency 1. */
const VOCABULARY = '1000\t1\n100\t研究 生命\n50\t研究生 命 起源\n4\t甲乙\n2\t甲 乙';

describe('createSegmenter()', () => {
  const segmenter = createSegmenter(VOCABULARY);

  it.each([
    ['研究生命起源', ['研究', '生命', '起源']],
    ['研究生', ['研究生']],
    ['命', ['命']],
    ['未知', ['未', '知']],
    ['研究未知', ['研究', '未', '知']],
    ['甲乙', ['甲乙']],
    ['', []],
  ])('cuts %s into its most probable words', (run, words) => {
    expect(segmenter.cut(run)).toEqual(words);
  });

  it('keeps the shorter word when two cuts are equally probable', () => {
    expect(createSegmenter('100\t1\n10\t甲 乙\n1\t甲乙').cut('甲乙')).toEqual(['甲', '乙']);
  });

  it('knows the words of its vocabulary alone', () => {
    expect([segmenter.has('研究生'), segmenter.has('究生')]).toEqual([true, false]);
  });
});
