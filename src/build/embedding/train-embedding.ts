import type { Embedding } from '../../core/artefact.ts';
import { createLsaEmbedder, WEIGHT_UNIT } from '../../core/embedder.ts';
import { createDocumentMatrix } from './document-matrix.ts';
import { findPrincipalDirections } from './principal-directions.ts';

/** Bounds that keep training to seconds and the projection to a megabyte, however many reports there are. */
const DIMENSION = 64;
const MAX_TERMS = 12_000;
const MAX_TRAINING_PASSAGES = 4_000;

/** Largest byte of a quantised matrix. */
const BYTE_LIMIT = 127;

/**
 * A latent semantic embedding trained on passages, and the passages' vectors in it.
 *
 * @param passages terms of each passage
 */
export function trainEmbedding(passages: readonly (readonly string[])[], dimension = DIMENSION): Embedding {
  const matrix = createDocumentMatrix(sample(passages, MAX_TRAINING_PASSAGES), MAX_TERMS);
  const directions = findPrincipalDirections(matrix, dimension);
  const projection = new Int8Array(matrix.terms.length * dimension);
  const weights = matrix.terms.map((_, term) => {
    const row = directions.map((direction) => direction[term]!);
    const scale = Math.max(...row.map(Math.abs)) / BYTE_LIMIT || 1;
    projection.set(
      row.map((value) => Math.round(value / scale)),
      term * dimension,
    );
    return Math.round((scale * matrix.idf[term]!) / WEIGHT_UNIT);
  });
  const trained = { dimension, terms: matrix.terms, weights, projection };
  return { ...trained, vectors: embedPassages(passages, trained) };
}

/** At most `count` of the items, evenly spread. */
function sample<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}

function embedPassages(passages: readonly (readonly string[])[], trained: Omit<Embedding, 'vectors'>): Int8Array {
  const embedder = createLsaEmbedder(trained);
  const vectors = new Int8Array(passages.length * trained.dimension);
  passages.forEach((terms, passage) => {
    vectors.set(
      embedder.embed(terms).map((value) => Math.round(value * BYTE_LIMIT)),
      passage * trained.dimension,
    );
  });
  return vectors;
}
