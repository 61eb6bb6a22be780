import { describe, expect, it } from 'vitest';
import { createVerifier } from '../../src/answer/verify/create-verifier.ts';
import cases from '../cases/statements.json' with { type: 'json' };
import { createInventedArtefact } from './invented-artefact.ts';

const artefact = createInventedArtefact();
const verifier = createVerifier(artefact);

describe('Verifier.verify()', () => {
  it.each(cases)('$statement: $verdict', ({ statement, verdict, differences, quote }) => {
    const found = verifier.verify(statement);
    expect(found.verdict).toBe(verdict);
    const parts = found.verdict === 'differs' ? found.parts.filter(({ same }) => !same) : [];
    expect(parts.map(({ stated, source }) => [stated, source])).toEqual(differences);
    expect(found.verdict === 'not_held' ? null : found.quote.text).toBe(quote);
  });

  it('quotes what stands in the source at the span', () => {
    const found = verifier.verify('销售福利彩票5.5亿元');
    if (found.verdict === 'not_held') throw new Error('not found');
    const { report, start, end, text } = found.quote;
    expect(artefact.source(report).slice(start, end)).toBe(text);
  });

  it('finds no difference in any passage as it stands, and one in each passage with a changed digit', () => {
    for (const { report, start, end } of artefact.passages) {
      const text = artefact.source(report).slice(start, Math.min(end, start + 200));
      expect(verifier.verify(text).verdict).toBe('verbatim');
      const changed = text.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10));
      if (changed !== text) expect(verifier.verify(changed).verdict).toBe('differs');
    }
  });

  it.each(['', ' ', '。', '\u202e\u0000', '😀'.repeat(500), '14', '('.repeat(300)])('takes %j', (statement) => {
    expect(['not_held', 'verbatim', 'differs']).toContain(verifier.verify(statement).verdict);
  });
});
