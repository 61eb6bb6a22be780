import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createArtefact } from '../../build/main.ts';
import { type Artefact, parseArtefact } from '../../core/artefact.ts';
import { WenjuError } from '../../core/error.ts';
import { loadArtefact } from '../load-artefact.ts';
import { type GoldItem, readGold } from './gold.ts';

/** Questions with their answers, and the reports that hold them. */
export interface GoldSet {
  readonly name: string;
  readonly items: readonly GoldItem[];
  readonly artefact: Artefact;
}

const EXTENSION = '.jsonl';

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A set with a folder of reports of its own is asked of them, any other of the index. */
async function readGoldSet(name: string, { folder, index }: { folder: string; index: string }): Promise<GoldSet> {
  const items = await readGold(join(folder, `${name}${EXTENSION}`));
  const reports = join(folder, name, 'reports');
  const artefact = (await isFolder(reports))
    ? parseArtefact(Object.fromEntries(await createArtefact({ reports, skipBad: false })))
    : await loadArtefact(index);
  return { name, items, artefact };
}

/**
 * Every gold set of a folder, by name: NAME.jsonl, and NAME/reports where it is about other reports than those of the index.
 *
 * @throws {WenjuError} `bad_file`, `bad_line` or `bad_artefact`; `missing_dependency` if reports cannot be segmented here
 */
export async function readGoldSets(folder: string, index: string): Promise<GoldSet[]> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort();
  if (names.length === 0) throw new WenjuError('bad_file', `${folder} 里没有 .jsonl 标准答案`, { file: folder });
  const sets: GoldSet[] = [];
  for (const name of names) sets.push(await readGoldSet(name, { folder, index }));
  return sets;
}
