import type { StatementToken } from './read-tokens.ts';

/** A token of the statement against one of the source; null where only the other side has one. */
export interface AlignedPair {
  readonly stated: StatementToken | null;
  readonly source: StatementToken | null;
}

/** The stretch of the source that is nearest to the statement. */
export interface Alignment {
  /** Sum of the weights of what differs. */
  readonly cost: number;
  readonly pairs: readonly AlignedPair[];
}

/** Words that the statement leaves out count a little less than words it adds: rather a gap than half a sentence. */
const OMISSION = 0.9;

const FROM_BOTH = 0;
const FROM_STATED = 1;
const FROM_SOURCE = 2;

function replaceCost(a: StatementToken, b: StatementToken): number {
  if (a.text === b.text) return 0;
  return a.isNumber === b.isNumber ? Math.max(a.weight, b.weight) : Number.POSITIVE_INFINITY;
}

interface Table {
  readonly costs: Float64Array;
  readonly moves: Uint8Array;
  readonly width: number;
}

/** Costs of every beginning of the statement against every stretch of the source; a stretch begins anywhere for nothing (Sellers 1980). */
function fillTable(stated: readonly StatementToken[], source: readonly StatementToken[]): Table {
  const width = source.length + 1;
  const costs = new Float64Array((stated.length + 1) * width);
  const moves = new Uint8Array(costs.length);
  for (let i = 1; i <= stated.length; i++) {
    for (let j = 0; j <= source.length; j++) {
      const at = i * width + j;
      costs[at] = costs[at - width]! + stated[i - 1]!.weight;
      moves[at] = FROM_STATED;
      if (j === 0) continue;
      const both = costs[at - width - 1]! + replaceCost(stated[i - 1]!, source[j - 1]!);
      // Of two readings that cost the same, a word left out explains more than one put in the place of another.
      if (both < costs[at]! || (both === costs[at] && stated[i - 1]!.text === source[j - 1]!.text)) {
        costs[at] = both;
        moves[at] = FROM_BOTH;
      }
      const skipped = costs[at - 1]! + OMISSION * source[j - 1]!.weight;
      if (skipped < costs[at]!) {
        costs[at] = skipped;
        moves[at] = FROM_SOURCE;
      }
    }
  }
  return { costs, moves, width };
}

/** Aligns the whole statement with the stretch of the source that costs least to turn it into. */
export function align(stated: readonly StatementToken[], source: readonly StatementToken[]): Alignment {
  const { costs, moves, width } = fillTable(stated, source);
  const last = costs.subarray(stated.length * width);
  const end = last.reduce((best, cost, j) => (cost < last[best]! ? j : best), 0);
  const pairs: AlignedPair[] = [];
  for (let i = stated.length, j = end; i > 0; ) {
    const move = moves[i * width + j];
    const pair = {
      stated: move === FROM_SOURCE ? null : stated[i - 1]!,
      source: move === FROM_STATED ? null : source[j - 1]!,
    };
    pairs.unshift(pair);
    if (pair.stated !== null) i--;
    if (pair.source !== null) j--;
  }
  return { cost: last[end]!, pairs };
}
