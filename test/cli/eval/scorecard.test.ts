import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/cli/eval/calibrate.ts';
import { type GoldItem, readGold } from '../../../src/cli/eval/gold.ts';
import { judgeSet } from '../../../src/cli/eval/judge-set.ts';
import { readScorecard, scoreSet, writeScorecard } from '../../../src/cli/eval/scorecard.ts';
import { loadArtefact } from '../../../src/cli/load-artefact.ts';

const artefact = await loadArtefact('index');
const gold = await readGold('test/gold/dev.jsonl');
/** A few questions of every kind of answer. */
const items = ['answer', 'masked', 'absent'].flatMap((type): GoldItem[] =>
  gold.filter(({ answer_type }) => answer_type === type).slice(0, 4),
);
const set = { name: 'few', items, artefact };
const scores = scoreSet(judgeSet(set), { name: 'few', manifest: artefact.manifest });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-scorecard-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('scoreSet()', () => {
  it('counts every question once, in all and by category', () => {
    const categories = Object.values(scores.categories);
    expect(scores.questions).toBe(items.length);
    expect(scores.measures.right?.trials).toBe(items.length);
    expect(categories.reduce((sum, { trials }) => sum + trials, 0)).toBe(items.length);
    expect(categories.reduce((sum, { hits }) => sum + hits, 0)).toBe(scores.measures.right?.hits);
  });
});

describe('calibrate()', () => {
  const { absent, answerable, curves } = calibrate([set], [0, 1]);

  it('measures each threshold at the value in use as the scores do', () => {
    const points = curves.map(({ chosen, curve }) => curve.find(({ at }) => at === chosen));
    expect({ absent, answerable }).toEqual({ absent: 4, answerable: 4 });
    expect(points.map((point) => point?.right)).toEqual(curves.map(() => scores.measures.right?.hits));
  });

  it('refuses no less at a higher threshold', () => {
    for (const { curve } of curves) {
      const refusals = curve.map(({ refused, falselyRefused }) => refused + falselyRefused);
      expect(refusals).toEqual(refusals.toSorted((a, b) => a - b));
    }
  });
});

describe('writeScorecard()', () => {
  it('writes what readScorecard() reads', async () => {
    const file = join(folder, 'deep', 'scorecard.json');
    await writeScorecard(file, { prompts: 'p', sets: [scores], calibration: { absent: 0, answerable: 0, curves: [] } });
    expect(await readScorecard(file)).toEqual({ sets: [scores] });
  });

  it('is not read from a file that is no scorecard', async () => {
    await expect(readScorecard('package.json')).rejects.toMatchObject({ code: 'bad_file' });
  });
});
