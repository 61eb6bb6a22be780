import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDictionary } from '../../src/build/vocabulary/dictionary.ts';
import { runScript } from './run-script.ts';

export const REPORT = '清源县2020年民政工作总结\n\n一、社会救助\n全县共有低保对象1234人，发放低保金56.7万元。\n';

/** Whether an index can be built here: nodejieba is an optional dependency. */
export const canBuild = await readDictionary().then(
  () => true,
  () => false,
);

/** A folder of its own with a report `a.txt` under `reports` and, where it can be built, its index under `index`. */
export interface SmallIndex {
  readonly index: string;
  path(name: string): string;
  remove(): Promise<void>;
}

export async function createSmallIndex(): Promise<SmallIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'wenju-cli-'));
  const path = (name: string): string => join(folder, name);
  await mkdir(path('reports'));
  await writeFile(join(path('reports'), 'a.txt'), REPORT);
  if (canBuild) runScript('build-index.ts', ['--reports', path('reports'), '--out', path('index')]);
  return { index: path('index'), path, remove: () => rm(folder, { recursive: true, force: true }) };
}
