import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CleanDocument } from '../../src/build/document.ts';
import { createReportEntries, readReportEntries } from '../../src/build/report-entries.ts';
import { structureDocument } from '../../src/build/structure/structure-document.ts';
import { fold } from '../../src/core/fold.ts';

const ENTRY = {
  title: '某市工作总结',
  issuer: null,
  documentNumber: null,
  region: '青田县',
  period: '2021',
  published: '2022-01-05',
  url: null,
  doubts: [{ about: 'period', note: '原文没有写明年份', evidence: ['一年来'] }],
};

const TEXT = '工作总结\n一年来，全县民政工作稳步推进，各项任务进展顺利，群众满意度提高。';
const CLEAN: CleanDocument = {
  id: 'a',
  file: 'a.txt',
  source: TEXT,
  edits: [],
  text: TEXT,
  folded: fold(TEXT),
  garbled: [],
  repaired: [],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entries-'));
  await writeFile(join(folder, 'a.txt'), TEXT);
});
afterEach(() => rm(folder, { recursive: true }));

describe('readReportEntries()', () => {
  it('reads none where there is no reports.json', async () => {
    expect((await readReportEntries(folder)).byId.size).toBe(0);
  });

  it('reads the entries by report', async () => {
    await writeFile(join(folder, 'reports.json'), JSON.stringify({ a: ENTRY }));
    expect((await readReportEntries(folder)).byId.get('a')).toEqual(ENTRY);
  });

  it('refuses an entry without a report', async () => {
    await writeFile(join(folder, 'reports.json'), JSON.stringify({ b: ENTRY }));
    await expect(readReportEntries(folder)).rejects.toMatchObject({
      code: 'bad_report_entry',
      data: { report: 'b', field: 'id' },
    });
  });

  it.each(['{', '[]', '3'])('refuses the file %s', async (json) => {
    await writeFile(join(folder, 'reports.json'), json);
    await expect(readReportEntries(folder)).rejects.toMatchObject({ code: 'bad_file' });
  });
});

describe('createReportEntries()', () => {
  it.each([
    ['title', { ...ENTRY, title: '' }],
    ['title', { ...ENTRY, title: undefined }],
    ['period', { ...ENTRY, period: '去年' }],
    ['published', { ...ENTRY, published: '2022-13-40' }],
    ['url', { ...ENTRY, url: 'not a url' }],
    ['doubts', { ...ENTRY, doubts: undefined }],
    ['doubts.0.about', { ...ENTRY, doubts: [{ about: 'weather', note: '晴', evidence: [] }] }],
    ['colour', { ...ENTRY, colour: 'red' }],
    ['', 3],
  ])('names the wrong field %s', (field, entry) => {
    expect(() => createReportEntries({ a: entry })).toThrow(
      expect.objectContaining({ code: 'bad_report_entry', data: { report: 'a', field } }),
    );
  });

  it.each(['2021', '2012上半年', '2021..2025', null])('takes the period %s', (period) => {
    expect(createReportEntries({ a: { ...ENTRY, period } }).byId.get('a')?.period).toBe(period);
  });
});

describe('structureDocument()', () => {
  it('puts the entry in place of what the text says', () => {
    const { report } = structureDocument(CLEAN, createReportEntries({ a: ENTRY }));
    expect(report).toMatchObject({
      title: '某市工作总结',
      period: '2021',
      regionPath: ['浙江省', '丽水市', '青田县'],
      doubts: [{ about: 'period', evidence: [{ start: 5, end: 8 }] }],
    });
  });

  it('refuses evidence that the report does not hold', () => {
    const entry = { ...ENTRY, doubts: [{ about: 'period', note: '不合', evidence: ['去年'] }] };
    expect(() => structureDocument(CLEAN, createReportEntries({ a: entry }))).toThrow(
      expect.objectContaining({ code: 'bad_report_entry', data: { report: 'a', field: 'doubts.0.evidence' } }),
    );
  });

  it('goes by the text where there is no entry', () => {
    const { report } = structureDocument(CLEAN, createReportEntries({}));
    expect(report).toMatchObject({ title: '工作总结', period: null });
  });
});
