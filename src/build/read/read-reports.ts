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
 * @throws {WenjuError} `bad_reports` if a file cannot be read and `skipBad` is false, or if none can be read; `bad_file` if the folder cannot be
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
        : { reason: `与 ${twin} 同名：文件名就是报告编号，请改名` };
    if ('reason' in reading) bad.push({ file, reason: reading.reason });
    else sources.push({ id, file, source: reading.text });
    if (twin === undefined) fileOf.set(id, file);
    onProgress?.(i + 1, files.length);
  }
  // An index of nothing would silently replace a good one.
  if (bad.length > 0 && (!skipBad || sources.length === 0)) throw badReports(bad);
  return { sources, bad };
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    const message = `无法列出 ${folder} 里的报告：请给出存在且可读的文件夹`;
    throw new WenjuError('bad_file', message, { file: folder }, { cause: error });
  });
  const files = names.filter((name) => !name.startsWith('.') && name !== KNOWLEDGE_FILE);
  if (files.length > 0) return files.sort((a, b) => (a < b ? -1 : 1));
  throw new WenjuError('bad_file', `${folder} 里没有报告：请至少放入一份`, { file: folder });
}

function badReports(bad: readonly BadFile[]): WenjuError<'bad_reports'> {
  const lines = bad.map(({ file, reason }) => `  ${file} ${reason}`);
  const message = ['这些报告读不了，什么也没有写入（--skip-bad 可跳过它们）：', ...lines].join('\n');
  return new WenjuError('bad_reports', message, { files: bad });
}
