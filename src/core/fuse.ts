import type { ScoredPassage } from './passage-database.ts';
import type { Hit } from './search-backend.ts';

/**
 * Weight of the vector ranking, against 1 - weight of the text ranking.
 *
 * Mean reciprocal rank on questions about 5 reports, about 8 others, and on CMRC 2018 (256 passages), with a latent semantic
 * embedding of 64 dimensions: text alone 77.9 61.3 98.4, weight 0.1 78.2 61.1 98.3, 0.2 78.7 61.4 98.2, 0.3 78.8 61.2 98.1,
 * 0.5 79.0 56.1 97.6; reciprocal rank fusion (k 60) 72.6 47.2 94.3, with the vector ranking at a quarter 76.5 54.7 96.9.
 * The embedding orders what is close in the text ranking, and finds what shares no word with the question; with a better one,
 * measure again.
 */
const VECTOR_WEIGHT = 0.2;

/** Rankings of one search, each best first. */
export interface Rankings {
  readonly text: readonly ScoredPassage[];
  readonly vector: readonly ScoredPassage[];
}

/** The passages of both rankings by the weighted sum of their scores, each ranking scaled to a best score of 1. */
export function fuse({ text, vector }: Rankings, limit: number): Hit[] {
  const hits = new Map<number, Hit>();
  addRanking(hits, { ranking: text, name: 'text', weight: 1 - VECTOR_WEIGHT });
  addRanking(hits, { ranking: vector, name: 'vector', weight: VECTOR_WEIGHT });
  return [...hits.values()].sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, limit);
}

interface WeightedRanking {
  readonly ranking: readonly ScoredPassage[];
  readonly name: keyof Hit['ranks'];
  readonly weight: number;
}

function addRanking(hits: Map<number, Hit>, { ranking, name, weight }: WeightedRanking): void {
  const best = ranking[0]?.score ?? 1;
  ranking.forEach(({ passage, score }, i) => {
    const hit = hits.get(passage) ?? { passage, score: 0, ranks: { text: null, vector: null } };
    const added = (weight * score) / best;
    hits.set(passage, { passage, score: hit.score + added, ranks: { ...hit.ranks, [name]: i + 1 } });
  });
}
