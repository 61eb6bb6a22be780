import { createDivisions } from '../core/divisions.ts';
import { type ArtefactBytes, createArtefactFiles } from './artefact/create-artefact-files.ts';
import type { IndexedDocument } from './artefact/index-content.ts';
import { assertReplaceable, writeArtefact } from './artefact/write-artefact.ts';
import { cleanDocuments } from './clean/clean-documents.ts';
import { createIndex } from './create-index.ts';
import type { StructuredDocument } from './document.ts';
import { embedByLsa, type PassageEmbedder } from './embedding/passage-embedder.ts';
import { extractFigures } from './figures/extract-figures.ts';
import { type Progress, silentProgress } from './progress.ts';
import { readReports } from './read/read-reports.ts';
import { readReportEntries } from './report-entries.ts';
import { splitPassages } from './structure/split-passages.ts';
import { structureDocument } from './structure/structure-document.ts';

export interface ReadOptions {
  /** Folder of reports, with or without a `reports.json`. */
  readonly reports: string;
  /** Leave out reports that cannot be read, instead of failing. */
  readonly skipBad: boolean;
  readonly progress?: Progress;
}

export interface IndexOptions extends ReadOptions {
  /** The built-in one when absent. */
  readonly embed?: PassageEmbedder;
}

export interface BuildOptions extends IndexOptions {
  /** Folder of the artefact; replaced as a whole. */
  readonly out: string;
}

/**
 * Builds the index of a folder of reports. Nothing is written unless all of it can be.
 *
 * @returns the files as written
 * @throws {WenjuError} `bad_reports`, `bad_report_entry`, `bad_file` or `missing_dependency`, `embedding`.
 */
export async function buildIndex({ out, ...options }: BuildOptions): Promise<ArtefactBytes> {
  await assertReplaceable(out);
  const files = await createArtefact(options);
  await writeArtefact(out, files);
  return files;
}

/** The artefact of a folder of reports, not written anywhere. */
export async function createArtefact({
  progress = silentProgress,
  embed = embedByLsa,
  ...options
}: IndexOptions): Promise<ArtefactBytes> {
  try {
    const documents = await readDocuments({ ...options, progress });
    const divisions = createDivisions();
    progress.start('提取数字');
    const indexed: IndexedDocument[] = documents.map((document) => ({
      document,
      passages: splitPassages(document),
      figures: extractFigures(document, divisions),
    }));
    return createArtefactFiles(await createIndex(indexed, { embed, progress }));
  } finally {
    progress.finish();
  }
}

/** The reports of a folder, cleaned and structured, in the order of their names. */
export async function readDocuments({
  reports,
  skipBad,
  progress = silentProgress,
}: ReadOptions): Promise<StructuredDocument[]> {
  progress.start('读取报告');
  const { sources, bad } = await readReports(reports, { skipBad, onProgress: progress.update });
  for (const { file, reason } of bad) progress.note(`跳过 ${file}：${reason}`);
  const entries = await readReportEntries(reports);
  progress.start('清理文本、划分章节');
  return cleanDocuments(sources).map((document) => structureDocument(document, entries));
}
