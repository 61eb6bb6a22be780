import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArtefact } from '../../../src/build/artefact/check-artefact.ts';
import { createArtefactFiles } from '../../../src/build/artefact/create-artefact-files.ts';
import { readArtefactFiles } from '../../../src/build/artefact/read-artefact-files.ts';
import { writeArtefact } from '../../../src/build/artefact/write-artefact.ts';
import { parseArtefact } from '../../../src/core/artefact.ts';
import { ARTEFACT_FILES } from '../../../src/core/artefact-file.ts';
import { makeContent } from './index-content-fixture.ts';

const FILES = createArtefactFiles(await makeContent());

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-artefact-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('createArtefactFiles()', () => {
  it('moves spans to the source', () => {
    const { passages, figures, cleanText, source } = parseArtefact(Object.fromEntries(FILES));
    expect(passages.map(({ report, start, end }) => source(report).slice(start, end))).toEqual([
      '低保对象 14人。',
      '低保家庭 有 12户。',
    ]);
    expect(passages.map((passage) => cleanText(passage.report).display(passage))).toEqual([
      '低保对象14人。',
      '低保家庭有12户。',
    ]);
    expect(figures.map(({ raw }) => raw)).toEqual(['14', '12']);
  });

  it('counts sections on from report to report', () => {
    const { sections, passages } = parseArtefact(Object.fromEntries(FILES));
    expect(passages.map(({ section }) => sections[section]?.report)).toEqual(['a', 'bb']);
  });

  it('gives the newest date', () => {
    expect(parseArtefact(Object.fromEntries(FILES)).manifest.newest).toBe('2019-02-01');
  });

  it('gives the same bytes again', async () => {
    expect(createArtefactFiles(await makeContent())).toEqual(FILES);
  });

  it('refuses a figure whose text is not in the source', async () => {
    const content = await makeContent();
    const [first] = content.documents;
    const moved = { ...first!, figures: first!.figures.map((figure) => ({ ...figure, raw: '15' })) };
    expect(() => createArtefactFiles({ ...content, documents: [moved] })).toThrow(/15/u);
  });
});

describe('writeArtefact()', () => {
  it('writes what readArtefactFiles() reads', async () => {
    const out = join(folder, 'deep', 'index');
    await writeArtefact(out, FILES);
    const read = await readArtefactFiles(out);
    expect(Object.keys(read).sort()).toEqual([...ARTEFACT_FILES].sort());
    expect(checkArtefact(read, FILES)).toEqual([]);
  });

  it('replaces an artefact and leaves nothing beside it', async () => {
    const out = join(folder, 'index');
    await writeArtefact(out, new Map([['manifest.json', new Uint8Array([1])]]));
    await writeArtefact(out, FILES);
    expect((await readdir(out)).sort()).toEqual([...ARTEFACT_FILES].sort());
    expect(await readdir(folder)).toEqual(['index']);
  });

  it('keeps the scorecard of the index that it replaces', async () => {
    const out = join(folder, 'index');
    await writeArtefact(out, FILES);
    await writeFile(join(out, 'scorecard.json'), '{"sets":[]}');
    await writeArtefact(out, FILES);
    expect(await readFile(join(out, 'scorecard.json'), 'utf8')).toBe('{"sets":[]}');
    expect(checkArtefact(await readArtefactFiles(out), FILES)).toEqual([]);
  });

  it('does not touch a folder that holds something else', async () => {
    await writeFile(join(folder, 'thesis.txt'), 'text');
    await expect(writeArtefact(folder, FILES)).rejects.toMatchObject({ code: 'bad_file', data: { file: folder } });
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });

  it('leaves nothing behind when it fails', async () => {
    const out = join(folder, 'file');
    await writeFile(out, 'text');
    await expect(writeArtefact(out, FILES)).rejects.toMatchObject({ code: 'bad_file' });
    expect(await readdir(folder)).toEqual(['file']);
  });
});

describe('readArtefactFiles()', () => {
  it('leaves out what is missing', async () => {
    expect(await readArtefactFiles(join(folder, 'nowhere'))).toEqual({});
    await writeFile(join(folder, 'manifest.json'), '{}');
    expect(Object.keys(await readArtefactFiles(folder))).toEqual(['manifest.json']);
  });
});

describe('checkArtefact()', () => {
  it.each(ARTEFACT_FILES)('names %s when one byte differs', (file) => {
    const bytes = FILES.get(file)!.slice();
    const middle = Math.floor(bytes.length / 2);
    bytes[middle]! ^= 1;
    const problems = checkArtefact({ ...Object.fromEntries(FILES), [file]: bytes }, FILES);
    expect(problems.map((problem) => problem.file)).toContain(file);
  });

  it.each(ARTEFACT_FILES)('names %s when it is missing', (file) => {
    const { [file]: _, ...rest } = Object.fromEntries(FILES);
    expect(checkArtefact(rest, FILES).map((problem) => problem.file)).toContain(file);
  });

  it('names a file that the manifest has another hash of', () => {
    const bytes = FILES.get('vocabulary.txt')!.slice();
    bytes[0]! ^= 1;
    const changed = new Map([...FILES, ['vocabulary.txt', bytes] as const]);
    expect(checkArtefact(Object.fromEntries(changed), changed)).toEqual([
      { file: 'vocabulary.txt', problem: expect.stringContaining('SHA-256') },
    ]);
  });

  it.each([
    ['a passage outside its section', 'passages.json', { passages: [{ report: 'a', section: 1, start: 0, end: 8 }] }],
    ['a passage without text', 'passages.json', { passages: [{ report: 'a', section: 0, start: 4, end: 4 }] }],
    [
      'passages out of order',
      'passages.json',
      {
        passages: [
          { report: 'a', section: 0, start: 4, end: 8 },
          { report: 'a', section: 0, start: 0, end: 4 },
        ],
      },
    ],
    ['a section outside its parent', 'sections.json', { passages: [] }],
  ] as const)('finds %s', async (_, file, changes) => {
    const { documents, ...content } = await makeContent();
    const [first] = documents;
    const outer = { ...first!.document.sections[0]!, end: 4 };
    const sections = [{ ...outer, end: 8 }, outer, { ...outer, end: 8, parent: 1 }];
    const changed = { ...first!, ...changes, document: { ...first!.document, sections } };
    const embedding = {
      ...content.embedding,
      vectors: new Int8Array(changed.passages.length * content.embedding.dimension),
    };
    const files = createArtefactFiles({ ...content, embedding, documents: [changed] });
    expect(checkArtefact(Object.fromEntries(files), files).map((problem) => problem.file)).toContain(file);
  });
});
