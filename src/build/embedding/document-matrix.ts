/** Documents as sparse vectors of length 1 over numbered terms. */
export interface DocumentMatrix {
  readonly terms: readonly string[];
  /** Inverse document frequency of each term: ln((1 + N) / (1 + n)) + 1. */
  readonly idf: readonly number[];
  readonly documents: readonly SparseVector[];
}

export interface SparseVector {
  readonly terms: Uint32Array;
  readonly values: Float64Array;
}

/**
 * Documents weighted (1 + ln count) · idf.
 *
 * @param maxTerms how many of the most frequent terms to keep; terms of a single document are never kept, as they say nothing
 *   about what goes together
 */
export function createDocumentMatrix(documents: readonly (readonly string[])[], maxTerms: number): DocumentMatrix {
  const counted = documents.map(countTerms);
  const frequencies = new Map<string, number>();
  for (const counts of counted)
    for (const term of counts.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  const terms = keptTerms(frequencies, maxTerms);
  const idf = terms.map((term) => roundedLog((1 + documents.length) / (1 + frequencies.get(term)!)) + 1);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  return { terms, idf, documents: counted.map((counts) => weigh(counts, { numbers, idf })) };
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function keptTerms(frequencies: ReadonlyMap<string, number>, maxTerms: number): string[] {
  return [...frequencies]
    .filter(([, frequency]) => frequency > 1)
    .sort(([a, frequencyOfA], [b, frequencyOfB]) => frequencyOfB - frequencyOfA || (a < b ? -1 : 1))
    .slice(0, maxTerms)
    .map(([term]) => term)
    .sort();
}

interface Weighing {
  readonly numbers: ReadonlyMap<string, number>;
  readonly idf: readonly number[];
}

function weigh(counts: ReadonlyMap<string, number>, { numbers, idf }: Weighing): SparseVector {
  const entries = [...counts].flatMap(([term, count]) => {
    const number = numbers.get(term);
    return number === undefined ? [] : [{ number, value: (1 + roundedLog(count)) * idf[number]! }];
  });
  const length = Math.sqrt(entries.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  return {
    terms: Uint32Array.from(entries, ({ number }) => number),
    values: Float64Array.from(entries, ({ value }) => value / length),
  };
}

/** Engines may differ in the last bits of a logarithm; nothing that is stored may depend on them. */
function roundedLog(value: number): number {
  return Math.round(Math.log(value) * 1e6) / 1e6;
}
