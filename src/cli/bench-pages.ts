import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artefact } from '../core/artefact.ts';
import { WenjuError } from '../core/error.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { bundleWorker } from './bench/answer/bundle-worker.ts';
import { makeCorpus } from './bench/answer/make-corpus.ts';
import { measurePages, type PageCost } from './bench/pages/measure-pages.ts';
import { pagePaths } from './bench/pages/page-paths.ts';
import { formatTable } from './bench/table.ts';
import { loadArtefact } from './load-artefact.ts';

const COMMAND = 'bench:pages';
const INDEX = join(import.meta.dirname, '../../index');
const HEAD = ['page', 'first', 'median', 'p99', 'kB'];

/** `npm run bench:pages`: CPU and size of every page over the bundled index, or over generated reports of 10 kB. */
async function benchPages(): Promise<void> {
  const flags = parseFlags(COMMAND, {
    reports: { type: 'string' },
    requests: { type: 'string', default: '100' },
    starts: { type: 'string', default: '3' },
  });
  if (process.platform !== 'linux') {
    throw new WenjuError('missing_dependency', `${COMMAND}: CPU of workerd can be read on Linux only`, {
      name: 'linux',
    });
  }
  const [requests, starts] = [readCount(flags.requests), readCount(flags.starts)];
  const folder = await mkdtemp(join(tmpdir(), 'wenju-bench-'));
  try {
    const artefact = await prepare(folder, flags.reports === undefined ? null : readCount(flags.reports));
    const { eager } = await bundleWorker(folder);
    const costs = await measurePages(eager, { paths: pagePaths(artefact), requests, starts });
    const { reports, figures } = artefact.manifest.counts;
    process.stdout.write(`${reports} reports, ${figures} figures. Milliseconds of CPU in workerd over an empty request;
kB after gzip, with style and scripts.

${formatTable(HEAD, costs.map(rowOf))}
`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts an index into `folder`/index: generated, or the bundled one where `reports` is null. */
async function prepare(folder: string, reports: number | null): Promise<Artefact> {
  if (reports !== null) return makeCorpus(folder, reports);
  await cp(INDEX, join(folder, 'index'), { recursive: true });
  return loadArtefact(INDEX);
}

function rowOf({ name, first, median, p99, bytes }: PageCost): string[] {
  return [name, first.toFixed(1), median.toFixed(1), p99.toFixed(1), (bytes / 1000).toFixed(1)];
}

/** @throws {WenjuError} `usage` for anything but a whole number above 0 */
function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new WenjuError('usage', `${COMMAND}: 要写成正整数，而不是 ${text}`, { command: COMMAND });
}

await runCommand(COMMAND, benchPages);
