import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readDictionary } from '../../src/build/vocabulary/dictionary.ts';
import { runScript } from './run-script.ts';

export const REPORT = '清源县2020年民政工作总结\n\n一、社会救助\n全县共有低保对象1234人，发放低保金56.7万元。\n';

/** Whether an index can be built here: nodejieba is an optional dependency. */
export const canBuild = await readDictionary().then(
  () => true,
  () => false,
);

export interface SmallIndex {
  readonly index: string;
  path(name: string): string;
}

/**
 * A folder for the tests of one file, with a report `a.txt` under `reports` and, where it can be built, its index under
 * `index`. It is there while they run.
 */
export function useSmallIndex(): SmallIndex {
  const folder = mkdtempSync(join(tmpdir(), 'wenju-cli-'));
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    await mkdir(path('reports'));
    await writeFile(join(path('reports'), 'a.txt'), REPORT);
    if (canBuild) runScript('build-index.ts', ['--reports', path('reports'), '--out', path('index')]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { index: path('index'), path };
}
