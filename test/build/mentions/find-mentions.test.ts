import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../src/build/figures/find-mentions.ts';
import type { Mention } from '../../../src/build/figures/mention.ts';
import { SPAN_RULES } from '../../../src/build/figures/mentions/span-rules.ts';
import { fold } from '../../../src/core/fold.ts';
import cases from '../../cases/quantities.json' with { type: 'json' };
import expressions from '../../cases/quantities-expressions.json' with { type: 'json' };

const find = (text: string): Mention[] => findMentions(fold(text), text);
const round = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));

function shown(text: string, mention: Mention) {
  const { start, end, value, min, max, unit, approx, masked } = mention;
  return { raw: text.slice(start, end), value: round(value), min, max, unit, approx, masked };
}

/** Text of the signs that amounts, dates and names are made of. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '1',
        '23',
        '2018',
        '0.5',
        '万',
        '亿',
        '元',
        '个',
        '%',
        '年',
        '月',
        '日',
        '三',
        '十',
        '百',
        '第',
        '首位',
        '约',
        '近',
      ],
      ...[
        '以上',
        '余',
        '多',
        '-',
        '、',
        '，',
        '。',
        '(',
        ')',
        '“',
        '”',
        '《',
        '》',
        '*',
        '**',
        'XX',
        ' ',
        '\n',
        'A',
        '+',
        '/',
        '分之',
        '半',
        '数',
        '几',
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('findMentions()', () => {
  test.each(cases)('findMentions() reads $category: $text', ({ text, figures }) => {
    expect(find(text).map((mention) => shown(text, mention))).toEqual(figures);
  });

  test('findMentions() has at least 250 cases over every category', () => {
    expect(cases.length).toBeGreaterThanOrEqual(250);
    expect(new Set(cases.map(({ category }) => category)).size).toBe(9);
  });

  test.each(expressions)('findMentions() reads the expression $text', ({ text, figures }) => {
    const found = findMentions(fold(text), text, { expressions: true });
    expect(found.map((mention) => shown(text, mention))).toEqual(figures);
  });

  test('findMentions() gives ordered spans inside the text that do not overlap', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, asExpression) => {
        let last = 0;
        for (const mention of findMentions(fold(text), text, { expressions: asExpression })) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          last = mention.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('findMentions() gives a value, bounds or a mask, and never more than one of them', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { value, min, max, masked } of find(text)) {
          const kinds = [value !== null, min !== null || max !== null, masked];
          expect(kinds.filter(Boolean)).toHaveLength(1);
          if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('findMentions() reads any amount of yuan back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom('', '万', '亿'), (cents, scale) => {
        const text = `全年支出${(cents / 100).toFixed(2)}${scale}元。`;
        const factor = { '': 1, 万: 1e4, 亿: 1e8 }[scale] ?? 1;
        const [mention, ...others] = find(text);
        expect(others).toEqual([]);
        expect(mention?.unit).toBe('元');
        expect((mention?.value ?? 0) / ((cents / 100) * factor)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('findMentions() finds the same in traditional script', () => {
    const pairs = [
      ['全市低保对象7627户，约105万元', '全市低保對象7627戶，約105萬元'],
      ['两个项目，三类标准，2800余人', '兩個項目，三類標準，2800餘人'],
    ] as const;
    for (const [simplified, traditional] of pairs) {
      const strip = (text: string) => find(text).map(({ unit: _unit, approx: _approx, ...rest }) => rest);
      expect(strip(traditional)).toEqual(strip(simplified));
    }
  });
});

/** Counts the characters handed to slices and patterns, so that a bound on work needs no clock. */
function countReads(run: (text: string) => void, text: string): number {
  const { slice } = String.prototype;
  const { exec } = RegExp.prototype;
  let characters = 0;
  String.prototype.slice = function counted(this: string, ...range) {
    const part = slice.apply(this, range);
    characters += part.length;
    return part;
  };
  RegExp.prototype.exec = function counted(this: RegExp, input: string) {
    characters += this.sticky || this.global ? 1 : input.length;
    return exec.call(this, input);
  };
  try {
    run(text);
  } finally {
    String.prototype.slice = slice;
    RegExp.prototype.exec = exec;
  }
  return characters;
}

describe('findMentions() on hostile text', () => {
  const seeds = [
    '1',
    '1,',
    '1,111',
    '一',
    '十',
    '万',
    '1-',
    '1/',
    '*',
    '*个',
    '第1',
    '数',
    '1.',
    '1 ',
    '“1',
    '《',
    '1个(',
    '一、',
    '分别1、',
    '约占',
    '1\\t',
    '甲(人)\\t1\\n',
    '|1',
    '1\\n',
  ];
  test.each(seeds)('findMentions() looks at a run of %j no more than in proportion to its length', (seed) => {
    const work = (length: number): number => {
      const text = seed.repeat(length / seed.length);
      return countReads((input) => void findMentions(input, input), text);
    };
    // Twenty thousand characters cost at most ten times and a half what two thousand do.
    expect(work(20_000)).toBeLessThanOrEqual(work(2_000) * 10.5 + 20_000);
  });

  test.each(SPAN_RULES)('findMentions() bounds every repetition of the rule $name', ({ pattern }) => {
    const bare = pattern.source.replace(/\\./gu, '').replace(/\[[^\]]*\]/gu, '');
    expect(bare).not.toMatch(/[*+]|\{\d+,\}/u);
    expect(pattern.flags).toContain('g');
  });

  test('findMentions() gives every rule a name of its own and a reason', () => {
    expect(new Set(SPAN_RULES.map(({ name }) => name)).size).toBe(SPAN_RULES.length);
    for (const { reason } of SPAN_RULES) expect(reason).not.toBe('');
  });
});
