import type { DocumentMatrix, SparseVector } from './document-matrix.ts';
import { createRandom } from './random.ts';

/** Enough for similarities to settle: more change recall on no set measured. */
const ITERATIONS = 6;
const SEED = 20181120;

/**
 * The directions in term space along which the documents vary most: an orthonormal basis of the space of the leading right
 * singular vectors, by subspace iteration from random signs (Halko, Martinsson and Tropp 2011, algorithm 4.4). The basis is
 * not rotated to the singular vectors themselves, as similarities do not depend on that. Only + - * / and square roots of
 * doubles are used, which IEEE 754 fixes to the bit, so every machine finds the same.
 *
 * @returns `dimension` vectors with one component a term; zeros where the documents do not span so many
 */
export function findPrincipalDirections(
  { terms, documents }: DocumentMatrix,
  dimension: number,
): readonly Float64Array[] {
  const random = createRandom(SEED);
  let basis = Array.from({ length: dimension }, () => Float64Array.from(terms, () => ((random() & 1) === 0 ? 1 : -1)));
  for (let i = 0; i < ITERATIONS; i++) {
    basis = basis.map((vector) => multiplyByGram(documents, vector));
    orthonormalize(basis);
  }
  return basis;
}

/** Documents transposed · documents · vector. */
function multiplyByGram(documents: readonly SparseVector[], vector: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(vector.length);
  for (const { terms, values } of documents) {
    let product = 0;
    for (let i = 0; i < terms.length; i++) product += values[i]! * vector[terms[i]!]!;
    for (let i = 0; i < terms.length; i++) result[terms[i]!]! += product * values[i]!;
  }
  return result;
}

/** Modified Gram-Schmidt, in place. What is left of a dependent vector is noise, and becomes zeros. */
function orthonormalize(vectors: readonly Float64Array[]): void {
  for (const [i, vector] of vectors.entries()) {
    const before = dot(vector, vector);
    for (const earlier of vectors.slice(0, i)) subtract(vector, { direction: earlier, by: dot(vector, earlier) });
    const after = dot(vector, vector);
    scale(vector, after <= before * 1e-20 ? 0 : 1 / Math.sqrt(after));
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(vector: Float64Array, { direction, by }: { direction: Float64Array; by: number }): void {
  for (let i = 0; i < vector.length; i++) vector[i]! -= by * direction[i]!;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}
