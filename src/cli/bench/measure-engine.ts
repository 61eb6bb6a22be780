import type { Tokenizer } from '../../core/tokenizer.ts';
import type { Engine } from './engines/engine.ts';
import { median, quantile } from './quantile.ts';
import type { RetrievalSet } from './retrieval-set.ts';

/** Passages asked of an engine for each question: all that the measures look at. */
const DEPTH = 10;

/** How well an engine finds the answering passage, and what that costs. */
export interface EngineScore {
  readonly name: string;
  /** Share of questions, from 0 to 1, whose passage is among the first 1, 3 and 10. */
  readonly recall: { readonly at1: number; readonly at3: number; readonly at10: number };
  /** Mean reciprocal rank, 0 for a passage that is not among the first 10. */
  readonly mrr: number;
  /** A question, tokenizing included, in milliseconds. */
  readonly median: number;
  readonly p99: number;
  /** Tokenizing included, in milliseconds. */
  readonly build: number;
  readonly bytes: number;
}

/** Builds an engine over the passages and asks it every question: once for the ranks and to warm up, once for the times. */
export async function measureEngine(
  engine: Engine,
  { set, tokenize }: { readonly set: RetrievalSet; readonly tokenize: Tokenizer },
): Promise<EngineScore> {
  const started = performance.now();
  const built = await engine.build(set.passages, tokenize);
  const build = performance.now() - started;
  const ranks = set.queries.map(({ question, answer }) => built.search(question, DEPTH).indexOf(answer) + 1);
  const times = set.queries.map(({ question }) => {
    const asked = performance.now();
    built.search(question, DEPTH);
    return performance.now() - asked;
  });
  return {
    name: engine.name,
    ...scoreRanks(ranks),
    median: median(times),
    p99: quantile(times, 0.99),
    build,
    bytes: built.bytes,
  };
}

/** @param ranks from 1; 0 for a passage that was not found */
export function scoreRanks(ranks: readonly number[]): Pick<EngineScore, 'recall' | 'mrr'> {
  const within = (limit: number): number => ranks.filter((rank) => rank > 0 && rank <= limit).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length;
  return { recall: { at1: within(1), at3: within(3), at10: within(DEPTH) }, mrr };
}
