import type { Embedding } from './artefact.ts';
import type { ScoredPassage } from './passage-database.ts';

/** The passages' vectors, for exact search: a scan of int8 rows is faster than any structure below some ten thousand passages. */
export interface VectorIndex {
  /** Passages by cosine similarity, best first, those not above 0 left out. */
  search(query: Float32Array, options: VectorSearchOptions): readonly ScoredPassage[];
}

export interface VectorSearchOptions {
  /** Whether a passage may be found; all may when absent. */
  readonly admits?: ((passage: number) => boolean) | undefined;
  readonly limit: number;
}

export function createVectorIndex({ vectors, dimension }: Pick<Embedding, 'vectors' | 'dimension'>): VectorIndex {
  const lengths = rowLengths(vectors, dimension);
  return {
    search(query, { admits, limit }) {
      const found: ScoredPassage[] = [];
      for (let passage = 0; passage < lengths.length; passage++) {
        if (admits?.(passage) === false) continue;
        const score = dot(query, { vectors, start: passage * dimension }) / lengths[passage]!;
        if (score > 0) found.push({ passage, score });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

/** Euclidean length of each row; 1 for a row of zeros. */
function rowLengths(vectors: Int8Array, dimension: number): Float64Array {
  const lengths = new Float64Array(dimension === 0 ? 0 : vectors.length / dimension);
  for (let row = 0; row < lengths.length; row++) {
    let square = 0;
    for (let i = row * dimension; i < (row + 1) * dimension; i++) square += vectors[i]! * vectors[i]!;
    lengths[row] = Math.sqrt(square) || 1;
  }
  return lengths;
}

function dot(query: Float32Array, { vectors, start }: { vectors: Int8Array; start: number }): number {
  let sum = 0;
  for (let i = 0; i < query.length; i++) sum += query[i]! * vectors[start + i]!;
  return sum;
}
