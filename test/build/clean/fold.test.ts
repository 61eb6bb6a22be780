import * as OpenCC from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/fold.ts';
import simplified from '../../../src/core/simplified.json' with { type: 'json' };

/** OpenCC simplifies 瞭 in the word 瞭解 alone; the view for matching has one form for it. It makes 幺 of 么, which is simplified. */
const BY_WORD = ['瞭'];
const ALREADY_SIMPLIFIED = ['么'];

const converters = (['tw', 't', 'hk'] as const).map((from) => OpenCC.Converter({ from, to: 'cn' }));

describe('fold()', () => {
  it('agrees with OpenCC on every character of its table', () => {
    const differing = Object.keys(simplified).filter((character) => {
      return converters.every((convert) => convert(character) !== fold(character));
    });
    expect(differing).toEqual(BY_WORD);
  });

  it('simplifies every character that OpenCC turns into one of the same length', () => {
    const convert = converters[0]!;
    const characters = Array.from({ length: 0xa000 - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const missed = characters.filter((character) => {
      const converted = convert(character);
      return converted.length === 1 && converted !== character && fold(character) === character;
    });
    expect(missed).toEqual(ALREADY_SIMPLIFIED);
  });
});
