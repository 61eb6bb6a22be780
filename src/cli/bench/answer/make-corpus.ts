import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex } from '../../../build/main.ts';
import type { Artefact } from '../../../core/artefact.ts';
import { loadArtefact } from '../../load-artefact.ts';
import { makeReport } from '../make-report.ts';

/** Builds the index of as many generated reports of 10 kB in a folder, and loads it. */
export async function makeCorpus(folder: string, count: number): Promise<Artefact> {
  const [reports, out] = [join(folder, 'reports'), join(folder, 'index')];
  await mkdir(reports, { recursive: true });
  for (let seed = 0; seed < count; seed++) {
    const { name, text } = makeReport(seed);
    await writeFile(join(reports, name), text);
  }
  await buildIndex({ reports, out, skipBad: false });
  return loadArtefact(out);
}
