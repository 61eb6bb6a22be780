import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { WenjuError } from '../core/error.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { findLimit } from './bench/answer/find-limit.ts';
import { makeCorpus } from './bench/answer/make-corpus.ts';
import { makeQuestions } from './bench/answer/make-questions.ts';
import { STAGES } from './bench/answer/measure-stages.ts';
import { measureWorkerd, type WorkerdCost } from './bench/answer/measure-workerd.ts';
import { median, quantile } from './bench/quantile.ts';
import { formatTable } from './bench/table.ts';

const COMMAND = 'bench:answer';

const nodeCostSchema = z.object({
  load: z.number(),
  first: z.number(),
  warm: z.object({ wall: z.array(z.number()), cpu: z.array(z.number()) }),
  megabytes: z.number(),
  stages: z.record(z.enum(STAGES), z.number()),
});

type NodeCost = z.infer<typeof nodeCostSchema>;

interface Row {
  readonly reports: number;
  readonly passages: number;
  readonly figures: number;
  readonly node: NodeCost;
  /** Null where its CPU cannot be read. */
  readonly workerd: WorkerdCost | null;
}

function measureNode(index: string, questions: string): NodeCost {
  const script = join(import.meta.dirname, 'bench/answer/measure-node.ts');
  return nodeCostSchema.parse(
    JSON.parse(execFileSync(process.execPath, [script, index, questions], { encoding: 'utf8' })),
  );
}

interface Effort {
  readonly questions: number;
  readonly starts: number;
}

async function measure(reports: number, effort: Effort): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'wenju-bench-'));
  try {
    const artefact = await makeCorpus(folder, reports);
    const questions = makeQuestions(artefact.figures, effort.questions);
    const file = join(folder, 'questions.json');
    await writeFile(file, JSON.stringify(questions));
    const node = measureNode(join(folder, 'index'), file);
    const isLinux = process.platform === 'linux';
    const workerd = isLinux ? await measureWorkerd(folder, { questions, starts: effort.starts }) : null;
    return { reports, passages: artefact.passages.length, figures: artefact.figures.length, node, workerd };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const NODE_HEAD = ['Node', 'passages', 'figures', 'load', 'first', 'median', 'p99', 'CPU p99', 'MB', ...STAGES];

function nodeRow({ reports, passages, figures, node }: Row): string[] {
  const { load, first, warm, megabytes, stages } = node;
  const all = STAGES.reduce((sum, stage) => sum + stages[stage], 0);
  const numbers = [load, first, median(warm.wall), quantile(warm.wall, 0.99), quantile(warm.cpu, 0.99)];
  return [
    String(reports),
    String(passages),
    String(figures),
    ...numbers.map((value) => value.toFixed(1)),
    megabytes.toFixed(0),
    ...STAGES.map((stage) => `${((100 * stages[stage]) / all).toFixed(0)} %`),
  ];
}

const WORKERD_HEAD = ['workerd', 'imports', 'start-up', 'first', 'its max', 'empty', 'median', 'p99', 'max', 'MB'];

function workerdRow({ reports, workerd }: Row): string[] {
  if (workerd === null) return [String(reports)];
  const { imports, startUp, first, firstMax, empty, median: middle, p99, max, megabytes } = workerd;
  const numbers = [imports, startUp, first, firstMax, empty, middle, p99, max].map((value) => value.toFixed(1));
  return [String(reports), ...numbers, megabytes.toFixed(0)];
}

/** Limits of an isolate on the free plan (Cloudflare, Workers limits, November 2026). */
const LIMITS: readonly { readonly name: string; readonly limit: number; readonly of: (cost: WorkerdCost) => number }[] =
  [
    { name: 'start-up of 1 s', limit: 1000, of: ({ startUp, imports }) => startUp + imports },
    { name: 'memory of 128 MB', limit: 128, of: ({ megabytes }) => megabytes },
    { name: '10 ms of CPU a question (p99)', limit: 10, of: ({ p99 }) => p99 },
    { name: '10 ms of CPU for the first question', limit: 10, of: ({ first }) => first },
  ];

function limitLines(rows: readonly Row[]): string[] {
  return LIMITS.map(({ name, limit, of }) => {
    const points = rows.flatMap(({ reports, workerd }) => (workerd === null ? [] : [{ reports, value: of(workerd) }]));
    const reached = findLimit(points, limit);
    return `${name}: ${reached === null ? 'not reached' : `reached at about ${reached} reports`}`;
  });
}

/** Reads 5,50,200. @throws {WenjuError} `usage` for anything but whole numbers above 0 */
function parseCounts(text: string): number[] {
  const counts = text.split(',').map(Number);
  if (counts.every((count) => Number.isInteger(count) && count > 0)) return counts.sort((a, b) => a - b);
  throw new WenjuError('usage', `${COMMAND}: 要写成 5,50,200 这样的正整数，而不是 ${text}`, { command: COMMAND });
}

/** `npm run bench:answer`: what a question costs over generated reports of 10 kB. */
async function benchAnswer(): Promise<void> {
  const flags = parseFlags(COMMAND, {
    reports: { type: 'string', default: '5,50,200,1000' },
    questions: { type: 'string', default: '200' },
    starts: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  });
  const effort = { questions: parseCounts(flags.questions)[0]!, starts: parseCounts(flags.starts)[0]! };
  const rows: Row[] = [];
  for (const reports of parseCounts(flags.reports)) rows.push(await measure(reports, effort));
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  process.stdout.write(`Milliseconds; load, first, CPU p99 and all of workerd are CPU, median and p99 of Node elapsed time.
imports: start-up without the index; start-up: what the index adds; empty: a request without a question.

${formatTable(NODE_HEAD, rows.map(nodeRow))}

`);
  if (rows.some(({ workerd }) => workerd === null)) {
    process.stdout.write('workerd: its CPU can be read on Linux only\n');
    return;
  }
  process.stdout.write(`${formatTable(WORKERD_HEAD, rows.map(workerdRow))}\n\n${limitLines(rows).join('\n')}\n`);
}

await runCommand(COMMAND, benchAnswer);
