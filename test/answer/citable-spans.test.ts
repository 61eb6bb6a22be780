import { describe, expect, it } from 'vitest';
import { citableSpans } from '../../src/answer/quote/citable-spans.ts';
import { MAX_QUOTE_LENGTH } from '../../src/answer/quote/make-quote.ts';
import { CleanText } from '../../src/core/clean-text.ts';
import type { Edit } from '../../src/core/edit.ts';
import type { Span } from '../../src/core/span.ts';

interface Invented {
  readonly edits?: readonly Edit[];
  readonly garbled?: readonly Span[];
}

/** The texts of the citable spans of a report that is one passage. */
function spansOf(source: string, { edits = [], garbled = [] }: Invented = {}): string[] {
  const clean = CleanText.of(source, edits);
  const library = {
    passages: [{ report: 'r', start: 0, end: source.length, section: 0 }],
    cleanText: () => clean,
    damage: () => ({ garbled, repaired: [] }),
  };
  return citableSpans(library, 'r').map(({ start, end }) => source.slice(start, end));
}

describe('citableSpans()', () => {
  it('gives each sentence and each run of neighbours, the longer first', () => {
    expect(spansOf('甲有1人。乙有2人。丙有3人。')).toEqual([
      '甲有1人。乙有2人。丙有3人。',
      '甲有1人。乙有2人。',
      '甲有1人。',
      '乙有2人。丙有3人。',
      '乙有2人。',
      '丙有3人。',
    ]);
  });

  it('gives what is quoted around the clauses of a long sentence', () => {
    const clauses = Array.from({ length: 12 }, (_, i) => `第${i}项工作完成投资${i}亿元并且通过了验收`);
    const spans = spansOf(`${clauses.join('，')}。`);
    expect(spans.length).toBeGreaterThan(2);
    for (const clause of clauses) {
      expect(spans.some((span) => span.includes(clause) && span.length <= MAX_QUOTE_LENGTH)).toBe(true);
    }
  });

  it('gives source positions where the text was cleaned', () => {
    const edits = [{ start: 2, end: 6, text: '', rule: 'test' }];
    expect(spansOf('甲有(yǒu1人。', { edits })).toEqual(['甲有(yǒu1人。']);
  });

  it('leaves out sentences with damage in them', () => {
    expect(spansOf('甲有1人。乙?橐。丙有3人。', { garbled: [{ start: 6, end: 8 }] })).toEqual([
      '甲有1人。',
      '丙有3人。',
    ]);
  });

  it('gives nothing for a report without passages', () => {
    const clean = CleanText.of('', []);
    const library = { passages: [], cleanText: () => clean, damage: () => ({ garbled: [], repaired: [] }) };
    expect(citableSpans(library, 'r')).toEqual([]);
  });
});
