import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../src/build/clean/apply-rules.ts';
import { cleanDocuments } from '../../../src/build/clean/clean-documents.ts';
import { CHARACTER_RULES, LAYOUT_RULES } from '../../../src/build/clean/cleaning-rules.ts';
import { fold } from '../../../src/core/fold.ts';
import { applyEdits } from '../../../src/core/offset-map.ts';
import cases from '../../cases/clean.json' with { type: 'json' };

const RULES = [...CHARACTER_RULES, ...LAYOUT_RULES];
const SEEDS = new URL('../../../seeds/', import.meta.url);

function readSeeds() {
  return readdirSync(SEEDS)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({ id: file.slice(0, -4), file, source: readFileSync(new URL(file, SEEDS), 'utf8') }));
}

describe('cleanDocuments()', () => {
  it.each(cases)('$rule: $name', ({ source, text, only }) => {
    const rules = only === undefined ? RULES : RULES.filter(({ name }) => only.includes(name));
    const cleaned = applyRules({ source, edits: [], text: source }, rules);
    expect(cleaned.text).toBe(text);
    expect(applyEdits(source, cleaned.edits)).toBe(text);
  });

  it('has a case for each rule, and no rule without a reason', () => {
    const covered = new Set(cases.map(({ rule }) => rule));
    expect(RULES.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
    expect(RULES.filter(({ reason }) => reason === '')).toEqual([]);
  });

  it('keeps its promises on the seeds: edits give the text, folded is as long, each edit names its rules', () => {
    const names = new Set([...RULES.map(({ name }) => name), 'mojibake']);
    for (const { source, edits, text, folded } of cleanDocuments(readSeeds())) {
      expect(applyEdits(source, edits)).toBe(text);
      expect(folded).toBe(fold(text));
      expect(folded).toHaveLength(text.length);
      expect(edits.flatMap(({ rule }) => rule.split('+')).filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('changes nothing in a text that is already clean', () => {
    const documents = cleanDocuments(readSeeds());
    const again = cleanDocuments(documents.map(({ id, file, text }) => ({ id, file, source: text })));
    expect(again.map(({ edits }) => edits)).toEqual(documents.map(() => []));
  });
});
