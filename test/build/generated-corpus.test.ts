import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StructuredDocument } from '../../src/build/document.ts';
import { extractFigures } from '../../src/build/figures/extract-figures.ts';
import { readDocuments } from '../../src/build/main.ts';
import { splitPassages } from '../../src/build/structure/split-passages.ts';
import { makeReport } from '../../src/cli/bench/make-report.ts';
import { CleanText } from '../../src/core/clean-text.ts';
import { createDivisions } from '../../src/core/divisions.ts';
import type { Figure } from '../../src/core/figure.ts';
import { fold } from '../../src/core/fold.ts';
import { OffsetMap } from '../../src/core/offset-map.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const COUNT = 200;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-corpus-'));
  for (let seed = 0; seed < COUNT; seed++) {
    const { name, text } = makeReport(seed);
    await writeFile(join(folder, name), text);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Figures whose raw text is not the source slice, or whose clean text has other digits than the source shows without damage. */
function wrongFigures(document: StructuredDocument, figures: readonly Figure[]): string[] {
  const clean = CleanText.of(document.source, document.edits);
  return figures
    .filter(({ raw, start, end }) => {
      const shown = fold(clean.display({ start, end }));
      const digits = fold(raw).replace(/\D/gu, '');
      return raw === '' || raw !== document.source.slice(start, end) || shown.replace(/\D/gu, '') !== digits;
    })
    .map(({ raw, start }) => `${document.id}@${start} ${raw}`);
}

/** Passages that do not come back to their clean text by way of the source, overlap, or are too long to quote. */
function wrongPassages(document: StructuredDocument): string[] {
  const toSource = OffsetMap.of(document.edits).invert();
  const clean = CleanText.of(document.source, document.edits);
  let last = 0;
  return splitPassages(document)
    .filter((passage) => {
      const span = toSource.mapSpan(passage);
      const ordered = span.start >= last && span.end - span.start <= 300;
      last = span.end;
      return !ordered || clean.display(span) !== document.text.slice(passage.start, passage.end);
    })
    .map(({ start }) => `${document.id}@${start}`);
}

const divisions = createDivisions();

describe.each([
  ['the five reports', () => SEEDS, 5, 400],
  [`${COUNT} generated reports`, () => folder, COUNT, 20_000],
] as const)('spans of %s', (_, reports, count, leastFigures) => {
  it('slice back exactly', async () => {
    const documents = await readDocuments({ reports: reports(), skipBad: false });
    expect(documents).toHaveLength(count);
    const figures = documents.map((document) => extractFigures(document, divisions));
    expect(documents.flatMap((document, index) => wrongFigures(document, figures[index] ?? []))).toEqual([]);
    expect(documents.flatMap(wrongPassages)).toEqual([]);
    expect(figures.flat().length).toBeGreaterThan(leastFigures);
  });
});
