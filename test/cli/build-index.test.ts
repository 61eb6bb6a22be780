import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDictionary } from '../../src/build/vocabulary/dictionary.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import { ARTEFACT_FILES } from '../../src/core/artefact-file.ts';
import { runScript } from './run-script.ts';

const REPORT = '某县2020年民政工作总结\n\n一、社会救助\n全县共有低保对象1234人，发放低保金56.7万元。\n';

const installed = await readDictionary().then(
  () => true,
  () => false,
);

let folder: string;
let reports: string;
let index: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-cli-'));
  reports = join(folder, 'reports');
  index = join(folder, 'index');
  await mkdir(reports);
  await writeFile(join(reports, 'a.txt'), REPORT);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!installed)('build:index and check:index', () => {
  it('build, and find what was built sound', async () => {
    const built = runScript('build-index.ts', ['--reports', reports, '--out', index]);
    expect(built).toMatchObject({ status: 0 });
    expect(built.stdout).toContain('段落');
    expect((await readdir(index)).sort()).toEqual([...ARTEFACT_FILES].sort());
    expect((await loadArtefact(index)).reports).toHaveLength(1);
    expect(runScript('check-index.ts', ['--reports', reports, '--index', index])).toMatchObject({ status: 0 });
  });

  it('names the file in which a byte differs', async () => {
    const path = join(index, 'vectors.bin');
    const bytes = await readFile(path);
    bytes[0]! ^= 1;
    await writeFile(path, bytes);
    const checked = runScript('check-index.ts', ['--reports', reports, '--index', index]);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain('vectors.bin');
  });

  it('checks an index that is missing', () => {
    const checked = runScript('check-index.ts', ['--reports', reports, '--index', join(folder, 'nowhere')]);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain('manifest.json');
    expect(checked.stderr).not.toMatch(/^\s+at /mu);
  });
});

describe('build:index', () => {
  it.each([
    ['an unknown flag', ['--nonsense'], 2],
    ['a flag without its value', ['--reports'], 2],
    ['an argument', ['seeds'], 2],
    ['a folder of reports that is not there', ['--reports', 'nowhere/at/all', '--out', 'nowhere/to'], 1],
  ])('tells of %s without a stack', (_, flags, status) => {
    const run = runScript('build-index.ts', flags);
    expect(run.status).toBe(status);
    expect(run.stderr.trim()).not.toBe('');
    expect(run.stderr).not.toMatch(/^\s+at /mu);
  });
});
