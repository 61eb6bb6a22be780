import type { Embedding } from './artefact.ts';
import type { ScoredPassage } from './passage-database.ts';
import { topScores } from './top-scores.ts';

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
      const scores = new Float64Array(lengths.length);
      for (let passage = 0; passage < lengths.length; passage++) {
        if (admits?.(passage) === false) continue;
        let sum = 0;
        for (let i = 0, at = passage * dimension; i < dimension; i++, at++) sum += query[i]! * vectors[at]!;
        scores[passage] = sum / lengths[passage]!;
      }
      return topScores(scores, limit).map((passage) => ({ passage, score: scores[passage]! }));
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
