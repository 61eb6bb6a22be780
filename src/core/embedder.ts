import type { Embedding } from './artefact.ts';

/** Turns terms into a vector. Name and dimension stand in the manifest, so that passages and questions meet in one space. */
export interface Embedder {
  readonly name: string;
  readonly dimension: number;
  /** A vector of length 1, or of zeros when it knows none of the terms. */
  embed(terms: readonly string[]): Float32Array;
}

export const LSA_NAME = 'lsa';

/** Unit of `Embedding.weights`. */
export const WEIGHT_UNIT = 1e-6;

/**
 * Embedder by latent semantic analysis: the sum of the terms' rows of the projection, weighted (1 + ln count) · idf, as the
 * projection was trained (Deerwester et al. 1990; `src/build/embedding`).
 */
export function createLsaEmbedder({ dimension, terms, weights, projection }: Omit<Embedding, 'vectors'>): Embedder {
  const rows = new Map(terms.map((term, row) => [term, row]));
  return {
    name: LSA_NAME,
    dimension,
    embed(given) {
      const vector = new Float32Array(dimension);
      for (const [row, count] of countRows(given, rows)) {
        const weight = (1 + Math.log(count)) * weights[row]! * WEIGHT_UNIT;
        for (let i = 0; i < dimension; i++) vector[i]! += weight * projection[row * dimension + i]!;
      }
      return normalize(vector);
    },
  };
}

function countRows(terms: readonly string[], rows: ReadonlyMap<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const row = rows.get(term);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

function normalize(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
