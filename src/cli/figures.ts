import { readFile } from 'node:fs/promises';
import { extractFigures } from '../build/figures/extract-figures.ts';
import { figuresInText } from '../build/figures/figures-in-text.ts';
import { readDocuments } from '../build/main.ts';
import { createReportEntries } from '../build/report-entries.ts';
import { createDivisions } from '../core/divisions.ts';
import { WenjuError } from '../core/error.ts';
import type { Figure } from '../core/figure.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { figureLine } from './figure-line.ts';
import { figureTable } from './figure-table.ts';
import { parseTextLines } from './text-lines.ts';

const COMMAND = 'figures';

async function main(): Promise<void> {
  const flags = parseFlags(COMMAND, {
    reports: { type: 'string', default: 'seeds' },
    table: { type: 'boolean', default: false },
    lines: { type: 'string' },
  });
  if (flags.lines !== undefined) return printLines(flags.lines);
  const divisions = createDivisions();
  const documents = await readDocuments({ reports: flags.reports, skipBad: false });
  const figures = documents.flatMap((document) => extractFigures(document, divisions));
  process.stdout.write(
    flags.table ? figureTable(figures) : jsonLines(figures.map((figure) => figureLine(figure, figures))),
  );
}

/** Prints the figures of each text of a JSON Lines file, without a report around it. */
async function printLines(file: string): Promise<void> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new WenjuError('bad_file', `读不到文件 ${file}，请检查路径`, { file }, { cause });
  });
  const entries = createReportEntries({});
  const answers = parseTextLines(content, file).map(({ id, text }) => {
    const figures: readonly Figure[] = figuresInText({ id, text }, entries);
    return { id, figures: figures.map((figure) => figureLine(figure, figures)) };
  });
  process.stdout.write(jsonLines(answers));
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** Wrong input of any kind ends with 2, as for a wrong flag: the caller, not the program, has to change something. */
async function mainOrUsage(): Promise<number> {
  try {
    await main();
    return 0;
  } catch (error) {
    if (!(error instanceof WenjuError)) throw error;
    process.stderr.write(`${error.message.startsWith(COMMAND) ? '' : `${COMMAND}: `}${error.message}\n`);
    return 2;
  }
}

await runCommand(COMMAND, mainOrUsage);
