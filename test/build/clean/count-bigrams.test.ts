import { describe, expect, it } from 'vitest';
import commonBigrams from '../../../src/build/clean/mojibake/common-bigrams.json' with { type: 'json' };
import { countBigrams } from '../../../src/build/clean/mojibake/count-bigrams.ts';
import { readDictionary } from '../../../src/build/vocabulary/dictionary.ts';

describe('countBigrams()', () => {
  it('counts pairs inside words, simplified, by power of two', () => {
    const frequencies = new Map([
      ['保护', 1000],
      ['保護区', 1100],
      ['少见', 255],
      ['A股', 5000],
    ]);
    expect(countBigrams(frequencies)).toEqual({ '2^11': '保护', '2^10': '护区' });
  });

  it('gives the committed table from the dictionary that is installed', async () => {
    const { frequencies } = await readDictionary();
    expect(countBigrams(frequencies)).toEqual(commonBigrams);
  });
});
