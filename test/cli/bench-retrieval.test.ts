import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readDictionary } from '../../src/build/vocabulary/dictionary.ts';
import { textbookBm25 } from '../../src/cli/bench/engines/textbook-bm25.ts';
import { scoreRanks } from '../../src/cli/bench/measure-engine.ts';
import { median, quantile } from '../../src/cli/bench/quantile.ts';
import { runScript } from './run-script.ts';

const installed = await readDictionary().then(
  () => true,
  () => false,
);
const scores = z.array(
  z.object({
    name: z.string(),
    recall: z.object({ at1: z.number(), at3: z.number(), at10: z.number() }),
    mrr: z.number(),
    median: z.number(),
    p99: z.number(),
    build: z.number(),
    bytes: z.number(),
  }),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-bench-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!installed)('bench:retrieval', () => {
  it('compares all engines, and ours find what the textbook finds', () => {
    const { status, stdout } = runScript('bench-retrieval.ts', ['test/gold/retrieval.json', '--json']);
    expect(status).toBe(0);
    const found = new Map(scores.parse(JSON.parse(stdout)).map((score) => [score.name, score]));
    expect([...found.keys()]).toEqual([
      ...['wenju, BM25', 'wenju, vectors', 'wenju, fused', 'textbook BM25', 'MiniSearch', 'FlexSearch'],
      ...['Orama, stock index', 'SQLite FTS5'],
    ]);
    expect(found.get('wenju, fused')?.recall.at10).toBe(1);
    expect(found.get('wenju, fused')?.mrr).toBeGreaterThanOrEqual(found.get('textbook BM25')?.mrr ?? 1);
    for (const { bytes, recall } of found.values()) {
      expect(bytes).toBeGreaterThan(0);
      expect(recall.at1).toBeLessThanOrEqual(recall.at3);
    }
  });

  it('names the question whose passage is missing', async () => {
    const file = join(folder, 'set.json');
    const set = { passages: [{ id: 'a', text: '甲' }], queries: [{ id: 'q', question: '乙', passage_id: 'b' }] };
    await writeFile(file, JSON.stringify(set));
    expect(runScript('bench-retrieval.ts', [file])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('问题 q 的段落 b 不存在'),
    });
  });

  it('tells its usage without a file', () => {
    expect(runScript('bench-retrieval.ts', [])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('scoreRanks()', () => {
  it('counts a passage that was not found as nothing', () => {
    expect(scoreRanks([1, 2, 0, 4])).toEqual({ recall: { at1: 0.25, at3: 0.5, at10: 0.75 }, mrr: 1.75 / 4 });
  });
});

describe('quantile()', () => {
  it('takes the nearest rank', () => {
    expect([median([3, 1, 2]), quantile([1, 2, 3, 4], 0.99), quantile([5], 0.01), quantile([], 0.5)]).toEqual([
      ...[2, 4, 5],
      Number.NaN,
    ]);
  });
});

describe('textbookBm25', () => {
  it('ranks the passage with the rarer term first, and leaves out those without any', async () => {
    const tokenize = (text: string): string[] => text.split(' ');
    const built = await textbookBm25.build(['a b', 'a c', 'a a', 'd'], tokenize);
    expect(built.search('a c', 10)).toEqual([1, 2, 0]);
  });
});
