import { basename, parse } from 'node:path';
import { draftEntries } from '../build/metadata/draft-entry.ts';
import { readReport } from '../build/read/read-report.ts';
import type { SourceText } from '../build/read/source-text.ts';
import { WenjuError } from '../core/error.ts';
import { parseCommandLine, runCommand } from './arguments.ts';

const COMMAND = 'reports:draft';

async function readSource(path: string): Promise<SourceText> {
  const file = basename(path);
  const reading = await readReport(path);
  if ('reason' in reading) throw new WenjuError('bad_file', `${path} ${reading.reason}`, { file: path });
  return { id: parse(file).name, file, source: reading.text };
}

/** Prints entries for reports.json on standard output, and on standard error what each field rests on. */
async function main(): Promise<void> {
  const { positionals } = parseCommandLine(COMMAND, {});
  if (positionals.length === 0) {
    throw new WenjuError('usage', `${COMMAND}: 请给出报告文件，例如 npm run ${COMMAND} -- 报告.txt`, {
      command: COMMAND,
    });
  }
  const drafts = draftEntries(await Promise.all(positionals.map(readSource)));
  for (const { id, reasons } of drafts) process.stderr.write(`${id}\n${reasons.map((line) => `  ${line}\n`).join('')}`);
  const entries = Object.fromEntries(drafts.map(({ id, entry }) => [id, entry]));
  process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
}

await runCommand(COMMAND, main);
