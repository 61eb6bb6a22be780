import { describe, expect, it } from 'vitest';
import { parseArtefact } from '../../src/core/artefact.ts';
import { ARTEFACT_FILES } from '../../src/core/artefact-file.ts';
import { WenjuError } from '../../src/core/error.ts';
import { makeArtefactFiles } from './artefact-fixture.ts';

function failureOf(files: Parameters<typeof parseArtefact>[0]) {
  try {
    parseArtefact(files);
  } catch (error) {
    if (error instanceof WenjuError) return { code: error.code, data: error.data, message: error.message };
    throw error;
  }
  return null;
}

describe('parseArtefact()', () => {
  it('gives figures their text and passages their figures', () => {
    const artefact = parseArtefact(makeArtefactFiles());
    expect(artefact.figures.map(({ report, raw }) => [report, raw])).toEqual([
      ['a', '14.7万人'],
      ['a', '12家'],
      ['b', '3人'],
    ]);
    expect([0, 1, 2].map((passage) => artefact.figuresIn(passage).map(({ raw }) => raw))).toEqual([
      ['14.7万人'],
      ['12家'],
      ['3人'],
    ]);
    expect(artefact.figuresIn(3)).toEqual([]);
  });

  it('binds a source to its clean text once', () => {
    const artefact = parseArtefact(makeArtefactFiles());
    expect(artefact.source('a')).toContain('养老机构 12家');
    expect(artefact.cleanText('a').display({ start: 12, end: 21 })).toBe('养老机构12家。');
    expect(artefact.cleanText('a')).toBe(artefact.cleanText('a'));
    expect(() => artefact.source('c')).toThrow(RangeError);
  });

  it('takes text as well as bytes', () => {
    const files = makeArtefactFiles();
    const text = new TextDecoder().decode(files['figures.json'] as Uint8Array);
    const buffer = (files['vectors.bin'] as Uint8Array).slice().buffer as ArrayBuffer;
    const artefact = parseArtefact({ ...files, 'figures.json': text, 'vectors.bin': buffer });
    expect(artefact.figures).toHaveLength(3);
    expect(artefact.embedding.vectors).toHaveLength(6);
  });

  it.each(ARTEFACT_FILES)('names %s when it is missing', (file) => {
    const { [file]: _, ...files } = makeArtefactFiles();
    expect(failureOf(files)).toMatchObject({
      code: 'bad_artefact',
      data: { file },
      message: expect.stringContaining(file),
    });
  });

  it.each(ARTEFACT_FILES)('names %s when it is truncated', (file) => {
    const files = makeArtefactFiles();
    const bytes = files[file] as Uint8Array;
    const failure = failureOf({ ...files, [file]: bytes.slice(0, bytes.length - 1) });
    expect(failure).toMatchObject({
      code: 'bad_artefact',
      data: { file },
      message: expect.stringContaining('build:index'),
    });
  });

  it.each([
    ['manifest.json', { format: 1 }],
    ['manifest.json', { counts: { reports: 2, sections: 2, passages: 3, figures: 3 } }],
    ['manifest.json', { files: [] }],
    ['reports.json', {}],
    ['reports.json', [{ id: 'a' }, { id: 'b' }]],
    ['sources.json', []],
    ['sections.json', {}],
    ['passages.json', { report: [0, 0, 1], start: [0, 12, 0], end: [11, 20, 7], section: [0, 0, 7] }],
    ['passages.json', { report: [0, 0, 1], start: [0, 12, 0], end: [11, 20], section: [0, 0, 1] }],
    ['passages.json', { report: [0, 0, 9], start: [0, 12, 0], end: [11, 20, 7], section: [0, 0, 1] }],
    ['passages.json', { report: [0, 0, 1], start: [0, 12, 0], end: [11, 999, 7], section: [0, 0, 1] }],
    ['figures.json', { report: ['a'] }],
    ['projection.json', { terms: '低保', weights: [1, 2] }],
    ['projection.bin', new Uint8Array(3)],
    ['vectors.bin', new Uint8Array(5)],
  ] as const)('refuses a wrong %s: %j', (file, content) => {
    expect(failureOf(makeArtefactFiles({ [file]: content }))).toMatchObject({ code: 'bad_artefact', data: { file } });
  });
});
