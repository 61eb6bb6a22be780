import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReport } from './bench/make-report.ts';

/** Numbers of reports built in one run; the ratios between the rows are what the benchmark is for. */
const COUNTS = [10, 100, 1_000];
const BYTES_IN_MEGABYTE = 1024 * 1024;

interface Row {
  readonly reports: number;
  readonly seconds: number;
  /** Peak resident memory of the building process, in megabytes. */
  readonly megabytes: number;
}

async function writeReports(folder: string, count: number): Promise<void> {
  for (let seed = 0; seed < count; seed++) {
    const report = makeReport(seed);
    await writeFile(join(folder, report.name), report.text);
  }
}

/** Builds in a process of its own, so that its peak memory is its own. */
function measureBuild(reports: string, out: string): Omit<Row, 'reports'> {
  const script = join(import.meta.dirname, 'bench', 'measure-build.ts');
  const child = spawnSync(process.execPath, [script, reports, out], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [seconds, bytes] = child.stdout.trim().split(' ').map(Number);
  if (child.status !== 0 || seconds === undefined || bytes === undefined) throw new Error('The build failed');
  return { seconds, megabytes: bytes / BYTES_IN_MEGABYTE };
}

async function measure(count: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'wenju-bench-'));
  try {
    const reports = await mkdtemp(join(folder, 'reports-'));
    await writeReports(reports, count);
    return { reports: count, ...measureBuild(reports, join(folder, 'index')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

console.log('reports  seconds  s/report  peak MB');
for (const count of COUNTS) {
  const row = await measure(count);
  console.log(
    [
      String(row.reports).padStart(7),
      row.seconds.toFixed(1).padStart(7),
      (row.seconds / row.reports).toFixed(4).padStart(8),
      row.megabytes.toFixed(0).padStart(7),
    ].join('  '),
  );
}
