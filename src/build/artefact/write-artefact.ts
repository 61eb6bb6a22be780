import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ARTEFACT_FILES } from '../../core/artefact-file.ts';
import { WenjuError } from '../../core/error.ts';
import type { ArtefactBytes } from './create-artefact-files.ts';

/** What `npm run eval` measured on the index lies beside it and is no part of it: a rebuild keeps it. */
const KEPT_FILES: readonly string[] = ['scorecard.json'];
const OWN_FILES: readonly string[] = [...ARTEFACT_FILES, ...KEPT_FILES];

/**
 * Writes the artefact so that the folder holds the old one or the new one, never a part: into a new folder beside it, which
 * then takes its place.
 *
 * @throws {WenjuError} `bad_file` if the folder holds anything but an artefact, or cannot be written.
 */
export async function writeArtefact(folder: string, files: ArtefactBytes): Promise<void> {
  await assertReplaceable(folder);
  const target = resolve(folder);
  const beside = dirname(target);
  try {
    await mkdir(beside, { recursive: true });
    const temporary = await mkdtemp(join(beside, `.${basename(target)}-`));
    try {
      const next = join(temporary, 'next');
      await mkdir(next);
      for (const [name, bytes] of files) await writeFile(join(next, name), bytes);
      for (const name of KEPT_FILES) await copyIfPresent(join(target, name), join(next, name));
      await replaceFolder(target, { next, previous: join(temporary, 'previous') });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  } catch (error) {
    throw new WenjuError(
      'bad_file',
      `无法写入索引文件夹 ${folder}：${reasonOf(error)}`,
      { file: folder },
      { cause: error },
    );
  }
}

/** Fails if writing to `folder` would delete what is no artefact. Cheap enough to call before a long build. */
export async function assertReplaceable(folder: string): Promise<void> {
  const foreign = (await listFolder(folder)).find((name) => !OWN_FILES.includes(name));
  if (foreign === undefined) return;
  throw new WenjuError('bad_file', `${folder} 里有不属于索引的 ${foreign}，为免误删不会覆盖；请另选 --out`, {
    file: folder,
  });
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw new WenjuError('bad_file', `无法写入 ${folder}：${reasonOf(error)}`, { file: folder }, { cause: error });
  }
}

async function replaceFolder(target: string, { next, previous }: { next: string; previous: string }): Promise<void> {
  const replaced = await renameIfPresent(target, previous);
  try {
    await rename(next, target);
  } catch (error) {
    if (replaced) await rename(previous, target);
    throw error;
  }
}

async function renameIfPresent(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function copyIfPresent(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
