import { gzipSync } from 'node:zlib';
import type { ArtefactBytes } from '../build/artefact/create-artefact-files.ts';
import { parseArtefact } from '../core/artefact.ts';

/**
 * The table shown after a build: what the index holds and how large it is.
 *
 * @param elapsed milliseconds
 */
export function summarizeBuild(files: ArtefactBytes, elapsed: number): string {
  const { counts } = parseArtefact(Object.fromEntries(files)).manifest;
  const raw = sum([...files.values()].map((bytes) => bytes.length));
  const gzipped = sum([...files.values()].map((bytes) => gzipSync(bytes).length));
  const rows: readonly (readonly [string, string])[] = [
    ['报告', String(counts.reports)],
    ['章节', String(counts.sections)],
    ['段落', String(counts.passages)],
    ['数字', String(counts.figures)],
    ['词项', String(counts.terms)],
    ['大小', `${kilobytes(raw)} KB（gzip ${kilobytes(gzipped)} KB）`],
    ['用时', `${(elapsed / 1000).toFixed(1)} 秒`],
  ];
  return rows.map(([label, value]) => `${label}  ${value}\n`).join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  return Math.ceil(bytes / 1024).toLocaleString('en-US');
}
