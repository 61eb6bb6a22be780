import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../../src/build/vocabulary/create-vocabulary.ts';
import { type Dictionary, readDictionary } from '../../../src/build/vocabulary/dictionary.ts';
import { fold } from '../../../src/core/fold.ts';
import { createSegmenter, type Segmenter } from '../../../src/core/segmenter.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds');
const REPORTS = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fold(readFileSync(join(SEEDS, name), 'utf8')));
const QUESTIONS = readFileSync(join(import.meta.dirname, '../../gold/dev.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => fold(JSON.parse(line).question));

const dictionary = await readDictionary().catch(() => null);

function runsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []))];
}

/** What cppjieba's search mode makes of a word: its sub-words of two and three characters, then itself. */
function withSubwords(word: string, { frequencies }: Dictionary): string[] {
  const parts = [2, 3].flatMap((length) => {
    if (word.length <= length) return [];
    return Array.from({ length: word.length - length + 1 }, (_, i) => word.slice(i, i + length));
  });
  return [...parts.filter((part) => frequencies.has(part)), word];
}

function segmenterTerms(run: string, segmenter: Segmenter, known: Dictionary): string[] {
  return segmenter.cut(run).flatMap((word) => withSubwords(word, known));
}

/** Agreement on the words that can find anything: those of two and more characters that the reports hold. F1, 0 to 1. */
function agreement(runs: readonly string[], reports: readonly string[], known: Dictionary): number {
  const segmenter = createSegmenter(createVocabulary(reports, known));
  const indexed = new Set(runsOf(reports).flatMap((run) => known.cutForSearch(run)));
  const finding = (words: readonly string[]) => words.filter((word) => word.length > 1 && indexed.has(word));
  let [shared, total] = [0, 0];
  for (const run of runs) {
    const expected = finding(known.cutForSearch(run));
    const found = finding(segmenterTerms(run, segmenter, known));
    shared += found.filter((word) => expected.includes(word)).length;
    total += expected.length + found.length;
  }
  return (2 * shared) / total;
}

describe.skipIf(dictionary === null)('createVocabulary()', () => {
  const known = dictionary!;

  it('has the segmenter cut reports exactly as nodejieba does', () => {
    const runs = runsOf(REPORTS);
    expect(runs.length).toBeGreaterThan(1000);
    const segmenter = createSegmenter(createVocabulary(REPORTS, known));
    for (const run of runs) expect(segmenterTerms(run, segmenter, known)).toEqual(known.cutForSearch(run));
  });

  it('has the segmenter find in questions the words that nodejieba finds', () => {
    expect(agreement(runsOf(QUESTIONS), REPORTS, known)).toBeGreaterThan(0.98);
  });

  it('finds nearly the words of nodejieba in a report that is left out of the vocabulary', () => {
    const [left = '', ...others] = REPORTS;
    expect(agreement(runsOf([left]), others, known)).toBeGreaterThan(0.95);
  });

  it('holds words of questions that no report uses', () => {
    const segmenter = createSegmenter(createVocabulary([], known));
    expect(['多少', '哪些', '什么', '如何'].filter((word) => !segmenter.has(word))).toEqual([]);
  });

  it('is the same text for reports in any order', () => {
    expect(createVocabulary([...REPORTS].reverse(), known)).toBe(createVocabulary(REPORTS, known));
  });
});

describe('readDictionary()', () => {
  it('names what is missing', async () => {
    const reading = readDictionary('no-such-segmenter');
    await expect(reading).rejects.toMatchObject({ code: 'missing_dependency', data: { name: 'no-such-segmenter' } });
  });
});
