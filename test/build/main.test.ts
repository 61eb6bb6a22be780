import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArtefact } from '../../src/build/artefact/check-artefact.ts';
import { readArtefactFiles } from '../../src/build/artefact/read-artefact-files.ts';
import { buildIndex, createArtefact, readDocuments } from '../../src/build/main.ts';
import { readDictionary } from '../../src/build/vocabulary/dictionary.ts';
import { parseArtefact } from '../../src/core/artefact.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const REPORT = '某县2020年民政工作总结\n\n一、社会救助\n全县共有低保对象1234人，发放低保金56.7万元。\n';

const installed = await readDictionary().then(
  () => true,
  () => false,
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-build-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeReports(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const reports = join(folder, 'reports');
  await mkdir(reports);
  for (const [name, content] of Object.entries(files)) await writeFile(join(reports, name), content);
  return reports;
}

describe('readDocuments()', () => {
  it('reads reports in the order of their names', async () => {
    const reports = await makeReports({ 'b.txt': REPORT, 'a.txt': REPORT });
    const documents = await readDocuments({ reports, skipBad: false });
    expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('fails for a folder that is not there', async () => {
    await expect(readDocuments({ reports: join(folder, 'nowhere'), skipBad: false })).rejects.toMatchObject({
      name: 'WenjuError',
    });
  });
});

describe.skipIf(!installed)('buildIndex()', () => {
  it('builds the same bytes from the same reports, in whichever folder they are', async () => {
    const reports = await makeReports({ 'a.txt': REPORT });
    const built = await buildIndex({ reports, out: join(folder, 'index'), skipBad: false });
    expect(checkArtefact(await readArtefactFiles(join(folder, 'index')), built)).toEqual([]);
    expect(await createArtefact({ reports: `${reports}/../reports`, skipBad: false })).toEqual(built);
  });

  it('builds all seeds into an artefact whose spans hold', async () => {
    const files = await createArtefact({ reports: SEEDS, skipBad: false });
    expect(checkArtefact(Object.fromEntries(files), files)).toEqual([]);
    const { reports, source } = parseArtefact(Object.fromEntries(files));
    for (const { id } of reports) expect(source(id)).toBe(await readFile(join(SEEDS, `${id}.txt`), 'utf8'));
  });

  it('keeps the old index when a report cannot be read', async () => {
    const out = join(folder, 'index');
    const reports = await makeReports({ 'a.txt': REPORT });
    await buildIndex({ reports, out, skipBad: false });
    const before = await readArtefactFiles(out);
    await writeFile(join(reports, 'empty.txt'), '');
    await expect(buildIndex({ reports, out, skipBad: false })).rejects.toMatchObject({ code: 'bad_reports' });
    expect(await readArtefactFiles(out)).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['index', 'reports']);
  });

  it('leaves out what cannot be read when told to', async () => {
    const reports = await makeReports({ 'a.txt': REPORT, 'empty.txt': '' });
    const files = await createArtefact({ reports, skipBad: true });
    expect(parseArtefact(Object.fromEntries(files)).reports.map(({ id }) => id)).toEqual(['a']);
  });

  it('does not write over a folder of something else', async () => {
    const reports = await makeReports({ 'a.txt': REPORT });
    await expect(buildIndex({ reports, out: reports, skipBad: false })).rejects.toMatchObject({ code: 'bad_file' });
    expect(await readdir(reports)).toEqual(['a.txt']);
  });
});
