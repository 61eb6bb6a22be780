import { median, quantile } from '../quantile.ts';
import { type BareWorker, startBareWorker } from './bare-worker.ts';
import { bundleWorker } from './bundle-worker.ts';
import { requestCost } from './request-cost.ts';

/** Cost of the Worker in workerd. Milliseconds of CPU, medians over starts where not said otherwise. */
export interface WorkerdCost {
  /** Start-up with the index over start-up of the imports alone. */
  readonly startUp: number;
  readonly imports: number;
  /** The first question of a fresh isolate, the request itself included. */
  readonly first: number;
  /** The same, the worst of the starts. */
  readonly firstMax: number;
  /** Any other request, such as for the style sheet. */
  readonly empty: number;
  /** A warm question, the request itself included. */
  readonly median: number;
  readonly p99: number;
  readonly max: number;
  /** Resident memory over that of the imports alone, after all questions, in megabytes. */
  readonly megabytes: number;
}

interface Options {
  readonly questions: readonly string[];
  /** Isolates started of each kind. */
  readonly starts: number;
}

const EMPTY_REQUESTS = 30;

function pathOf(question: string): string {
  return `/api/ask?q=${encodeURIComponent(question)}`;
}

/** CPU of each of several requests, one after the other. */
async function costs(worker: BareWorker, paths: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const path of paths) found.push(await requestCost(worker, path));
  return found;
}

async function withWorker<Value>(bundle: string, use: (worker: BareWorker) => Promise<Value>): Promise<Value> {
  const worker = await startBareWorker(bundle);
  try {
    return await use(worker);
  } finally {
    await worker.stop();
  }
}

/** Measures the Worker with the index in `folder`/index. */
export async function measureWorkerd(folder: string, { questions, starts }: Options): Promise<WorkerdCost> {
  const bundles = await bundleWorker(folder);
  const cold: { eager: number; lazy: number; first: number; idle: number }[] = [];
  for (let start = 0; start < starts; start++) {
    const { eager, first } = await withWorker(bundles.eager, async (worker) => {
      const used = worker.cpu();
      return { eager: used, first: await requestCost(worker, pathOf(questions[start % questions.length] ?? '')) };
    });
    const { lazy, idle } = await withWorker(bundles.lazy, async (worker) => ({
      lazy: worker.cpu(),
      idle: worker.memory(),
    }));
    cold.push({ eager, first, lazy, idle });
  }
  const warm = await withWorker(bundles.eager, async (worker) => {
    const paths = questions.map(pathOf);
    await costs(worker, paths);
    await worker.rest();
    const empty = await costs(
      worker,
      Array.from({ length: EMPTY_REQUESTS }, () => '/style.css'),
    );
    const times = await costs(worker, paths);
    return { empty: median(empty), times, memory: worker.memory() };
  });
  const imports = median(cold.map(({ lazy }) => lazy));
  return {
    imports,
    startUp: median(cold.map(({ eager }) => eager)) - imports,
    first: median(cold.map(({ first }) => first)),
    firstMax: Math.max(...cold.map(({ first }) => first)),
    empty: warm.empty,
    median: median(warm.times),
    p99: quantile(warm.times, 0.99),
    max: Math.max(...warm.times),
    megabytes: warm.memory - median(cold.map(({ idle }) => idle)),
  };
}
