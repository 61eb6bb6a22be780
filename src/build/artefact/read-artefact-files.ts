import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ARTEFACT_FILES, type ArtefactFile, type ArtefactFiles, damaged } from '../../core/artefact-file.ts';

/**
 * The files of an artefact folder as bytes. A missing one is left out, for `parseArtefact` to name.
 *
 * @throws {WenjuError} `bad_artefact` if a file is there but cannot be read.
 */
export async function readArtefactFiles(folder: string): Promise<ArtefactFiles> {
  const entries = await Promise.all(
    ARTEFACT_FILES.map(async (name) => [name, await readIfPresent(folder, name)] as const),
  );
  return Object.fromEntries(entries.filter(([, bytes]) => bytes !== null));
}

async function readIfPresent(folder: string, name: ArtefactFile): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw damaged(name, '无法读取', error);
  }
}
