import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { WenjuError } from '../../core/error.ts';
import { readReport } from './read-report.ts';
import type { SourceText } from './source-text.ts';

/** A file that cannot be read. The reason completes `FILE …` and says what to do. */
export interface BadFile {
  readonly file: string;
  readonly reason: string;
}

export interface ReadReports {
  /** Sorted by file name. */
  readonly sources: readonly SourceText[];
  readonly bad: readonly BadFile[];
}

export interface ReadOptions {
  /** Leave unreadable files out, and list them, instead of failing. */
  readonly skipBad: boolean;
  /** Told after each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What people know about the reports stands beside them. */
const KNOWLEDGE_FILE = 'reports.json';

/**
 * Reads all reports of a folder.
 *
 * @throws {WenjuError} `bad_reports` if a file cannot be read and `skipBad` is false; `bad_file` if the folder cannot be
 * listed or holds no report.
 */
export async function readReports(folder: string, { skipBad, onProgress }: ReadOptions): Promise<ReadReports> {
  const files = await listFiles(folder);
  const sources: SourceText[] = [];
  const bad: BadFile[] = [];
  const fileOf = new Map<string, string>();
  for (const [i, file] of files.entries()) {
    const id = parse(file).name;
    const twin = fileOf.get(id);
    const reading =
      twin === undefined
        ? await readReport(join(folder, file))
        : { reason: `has the same name as ${twin}: rename one of them, the name is the report's id` };
    if ('reason' in reading) bad.push({ file, reason: reading.reason });
    else sources.push({ id, file, source: reading.text });
    if (twin === undefined) fileOf.set(id, file);
    onProgress?.(i + 1, files.length);
  }
  if (bad.length > 0 && !skipBad) throw badReports(bad);
  return { sources, bad };
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    const message = `Cannot list the reports in ${folder}: name a folder that exists and may be read`;
    throw new WenjuError('bad_file', message, { file: folder }, { cause: error });
  });
  const files = names.filter((name) => !name.startsWith('.') && name !== KNOWLEDGE_FILE);
  if (files.length > 0) return files.sort((a, b) => (a < b ? -1 : 1));
  throw new WenjuError('bad_file', `There is no report in ${folder}: put at least one into it`, { file: folder });
}

function badReports(bad: readonly BadFile[]): WenjuError<'bad_reports'> {
  const lines = bad.map(({ file, reason }) => `  ${file} ${reason}`);
  const message = ['Cannot read these reports (--skip-bad leaves them out):', ...lines].join('\n');
  return new WenjuError('bad_reports', message, { files: bad });
}
