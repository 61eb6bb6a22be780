import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/core/tokenizer.ts';

const VOCABULARY = '1000\t1\n10\t低保 对象 养老 机构 最低生活 生活 最低\n5\t养老机构\n3\t最低生活保障';

describe('createTokenizer()', () => {
  const tokenize = createTokenizer(VOCABULARY);

  it.each([
    ['低保', '低 保 低保'],
    ['低保低保', '低 保 低 保 低保 保低 低保'],
    ['養老機構', '养 老 机 构 养老 老机 机构 养老机构'],
    ['最低生活保障', '最 低 生 活 保 障 最低 低生 生活 活保 保障 最低生活保障'],
    ['2018年', '2018 年'],
    ['１４．７％', '14.7'],
    ['5G', '5g'],
    ['1,200', '1 200'],
    ['3.', '3'],
    ['哪些？', '哪 些 哪些'],
    ['低，保', '低 保'],
    ['', ''],
  ])('%s -> %s', (text, terms) => {
    expect(tokenize(text).join(' ')).toBe(terms);
  });

  it('gives the same terms in both scripts and both widths', () => {
    expect(tokenize('２０２３年養老機構ＡＢ')).toEqual(tokenize('2023年养老机构ab'));
  });
});
