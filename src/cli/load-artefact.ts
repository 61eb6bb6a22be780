import { readArtefactFiles } from '../build/artefact/read-artefact-files.ts';
import { type Artefact, parseArtefact } from '../core/artefact.ts';

/**
 * The artefact in a folder.
 *
 * @throws {WenjuError} `bad_artefact`, naming the file, if it is missing or damaged.
 */
export async function loadArtefact(folder: string): Promise<Artefact> {
  return parseArtefact(await readArtefactFiles(folder));
}
