import { describe, expect, it } from 'vitest';
import english from '../../src/answer/query/english.json' with { type: 'json' };
import impliedNouns from '../../src/answer/query/implied-nouns.json' with { type: 'json' };
import { createLexicon } from '../../src/answer/query/lexicon.ts';
import synonyms from '../../src/answer/query/synonyms.json' with { type: 'json' };

const GROUPS: readonly (readonly string[])[] = [...synonyms.things, ...synonyms.actions];
const lexicon = createLexicon();

function bare(word: string): string {
  return word.replace(/^[~!]/u, '');
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

describe('synonyms.json', () => {
  it('heads no two groups with one word', () => {
    expect(repeated(GROUPS.map(([head]) => head!))).toEqual([]);
  });

  it('names no word twice in a group', () => {
    expect(GROUPS.filter((group) => repeated(group.map(bare)).length > 0)).toEqual([]);
  });

  it('heads a group with a plain word', () => {
    expect(GROUPS.filter(([head]) => head !== bare(head!))).toEqual([]);
  });

  it('is written as questions are read: folded, without spaces', () => {
    expect(GROUPS.flat().filter((word) => word !== word.toLowerCase().trim() || /\s/u.test(word))).toEqual([]);
  });
});

describe('createLexicon()', () => {
  it('finds every head with its own words first', () => {
    for (const [head] of GROUPS)
      expect(lexicon.find(head!)?.alternatives[0]).toMatchObject({ text: head, strength: 1 });
  });

  it('makes no head a word without content', () => {
    expect(GROUPS.filter(([head]) => lexicon.isStop(head!))).toEqual([]);
  });

  it('sets no word of its own meaning against another', () => {
    for (const [head] of GROUPS) {
      const { alternatives } = lexicon.find(head!)!;
      const own = new Set(alternatives.filter(({ strength }) => strength > 0.7).map(({ text }) => text));
      expect(alternatives.flatMap(({ rivals = [] }) => rivals).filter((rival) => own.has(rival))).toEqual([]);
    }
  });

  it('keeps apart what sounds alike and is not: 出口 stands in 进出口 and does not mean it', () => {
    const exports = lexicon.find('出口额')!.alternatives.find(({ text }) => text === '出口');
    expect(exports?.rivals).toContain('进出口');
  });

  it('leaves a thing and its measure two words of a question', () => {
    expect(lexicon.find('稻谷产量')).toBeNull();
    expect(lexicon.find('水稻')?.alternatives.map(({ text }) => text)).toContain('稻谷产量');
  });
});

describe('implied-nouns.json', () => {
  it('implies nouns by words of the lexicon', () => {
    const words = new Set(GROUPS.flat().map(bare));
    expect(Object.keys(impliedNouns).filter((word) => ![...words].some((known) => known.includes(word)))).toEqual([]);
  });
});

describe('english.json', () => {
  it('is keyed by phrases as they are read: lower case, at most six words', () => {
    const keys = Object.keys(english);
    expect(keys.filter((key) => key !== key.toLowerCase() || key.split(' ').length > 6)).toEqual([]);
  });
});
