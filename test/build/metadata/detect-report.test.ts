import { describe, expect, it } from 'vitest';
import type { CleanDocument } from '../../../src/build/document.ts';
import { detectReport } from '../../../src/build/metadata/detect-report.ts';
import { findStructure } from '../../../src/build/structure/find-structure.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import { fold } from '../../../src/core/fold.ts';
import metadata from '../../cases/metadata.json' with { type: 'json' };

const divisions = createDivisions();

function cleanDocument(template: string, file: string): CleanDocument {
  const text = template.replaceAll('{A}', metadata.prose.A).replaceAll('{B}', metadata.prose.B);
  return { id: 'report', file, source: text, edits: [], text, folded: fold(text), garbled: [], repaired: [] };
}

function detect(text: string, file: string) {
  const clean = cleanDocument(text, file);
  return { clean, ...detectReport(clean, findStructure(clean), divisions) };
}

describe('detectReport()', () => {
  it.each(metadata.cases)('reads $name', ({ text, file, want }) => {
    const { report } = detect(text, file);
    const { regionPath: path, doubts, ...fields } = report;
    expect({ ...fields, path, doubts: doubts.map(({ about, note }) => `${about}: ${note}`) }).toMatchObject(want);
  });

  it.each(metadata.cases)('shows words of the text as evidence of $name', ({ text, file }) => {
    const { clean, evidence } = detect(text, file);
    const { title, issuer, documentNumber, published } = evidence;
    for (const found of [title, issuer, documentNumber]) {
      for (const { start, end } of found?.evidence ?? []) expect(clean.text.slice(start, end)).toBe(found?.value);
    }
    for (const { start, end } of published?.evidence ?? []) expect(clean.text.slice(start, end)).toMatch(/[\d一二]/);
    for (const { confidence } of evidence.doubts) expect(confidence).toBeLessThanOrEqual(1);
  });
});
