import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/core/fold.ts';
import { parseNumeral, readNumeral } from '../../src/core/numeral.ts';
import cases from '../cases/numerals.json' with { type: 'json' };

const DIGITS = '零一二三四五六七八九';

/** A whole number below 10000 in Han numerals, without leading 零. */
function writeSection(value: number): string {
  let written = '';
  let zero = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) zero = written !== '';
    else {
      written += `${zero ? '零' : ''}${DIGITS[digit]}${name}`;
      zero = false;
    }
  }
  return written;
}

/** A whole number in Han numerals, as the rules of the standard spelling have it. */
function writeHan(value: number): string {
  if (value === 0) return '零';
  let written = '';
  for (const [scale, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(value / scale) % 1e4;
    if (section === 0) continue;
    const zero = written !== '' && section < 1000 ? '零' : '';
    written += `${zero}${writeSection(section)}${name}`;
  }
  // A section that is left out is spoken as one 零: 一亿零五十.
  const skipped = value >= 1e8 && Math.floor(value / 1e4) % 1e4 === 0 && value % 1e4 >= 1000;
  return skipped ? written.replace('亿', '亿零') : written;
}

const FINANCIAL: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
};

const toFinancial = (han: string): string => [...han].map((c) => FINANCIAL[c] ?? c).join('');
const toFullWidth = (arabic: string): string =>
  [...arabic].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');

const whole = fc.oneof(
  fc.integer({ min: 0, max: 20000 }),
  fc.integer({ min: 0, max: 999_999_999_999 }),
  fc.constantFrom(10, 100, 1000, 10_000, 100_000, 100_000_000, 100_010_001, 1_000_000_010),
);

describe('parseNumeral()', () => {
  test.each(cases)('parseNumeral() reads $text', ({ text, value }) => {
    expect(parseNumeral(text)).toBe(value);
  });

  test('parseNumeral() reads back any number written in Han numerals', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(parseNumeral(writeHan(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('parseNumeral() reads back any number written in financial numerals', () => {
    fc.assert(
      fc.property(whole, (value) => {
        const written = toFinancial(writeHan(value));
        // A single 伍, 陆 or 拾 is a word (队伍, 大陆, 收拾) until another sign of a number follows.
        fc.pre(!/^[伍陆拾]$/u.test(written));
        expect(parseNumeral(written)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('parseNumeral() reads grouped, full-width and decimal Arabic numerals alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (value, cents) => {
        const decimal = `${value}.${String(cents).padStart(2, '0')}`;
        expect(parseNumeral(decimal)).toBe(Number(decimal));
        expect(parseNumeral(fold(toFullWidth(decimal)))).toBe(Number(decimal));
        expect(parseNumeral(value.toLocaleString('en-US'))).toBe(value);
      }),
    );
  });
});

describe('readNumeral()', () => {
  test('readNumeral() ends where the number ends and never looks past the text', () => {
    const signs = fc.constantFrom(...'0123456789.,，一二两三十百千万亿零点壹拾个元 ');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), fc.nat(30), (characters, at) => {
        const text = characters.join('');
        const numeral = readNumeral(text, at);
        if (numeral === null) return;
        expect(numeral.start).toBe(at);
        expect(numeral.end).toBeGreaterThan(at);
        expect(numeral.end).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(numeral.value)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['3千瓦', 1],
    ['5百分点', 1],
    ['队伍', 0],
    ['1234两', 4],
    ['两万两', 2],
    ['200 300', 3],
  ])('readNumeral() reads %s up to %i', (text, end) => {
    const at = text === '队伍' ? 1 : 0;
    expect(readNumeral(text, at)?.end ?? 0).toBe(end);
  });
});
