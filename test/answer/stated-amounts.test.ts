import { describe, expect, it } from 'vitest';
import { checkedAmount } from '../../src/answer/query/stated-amounts.ts';
import cases from '../cases/stated-amounts.json' with { type: 'json' };

describe('checkedAmount()', () => {
  it.each(cases)('reads the amount to be checked in $question', ({ question, raw, value, side }) => {
    const amount = checkedAmount(question);
    expect(amount?.raw ?? null).toBe(raw);
    if (amount !== null) expect(amount).toMatchObject({ value, side });
  });
});
