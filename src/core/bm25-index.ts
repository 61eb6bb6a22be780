import type { AnyIndexStore, IIndex, SearchableType, TokenScore } from '@orama/orama';
import * as z from 'zod/mini';
import { openPostings, type PackedPostings, packPostings } from './packed-postings.ts';
import { createSortedTerms, type SortedTerms } from './sorted-terms.ts';
import { topScores } from './top-scores.ts';

/**
 * Saturation and length weight of BM25 (Robertson and Zaragoza 2009, section 3.2; the textbook has 1.2 and 0.75). Our terms
 * overlap, so a repeated phrase repeats many of them at once: a count is worth less than where terms are words.
 *
 * Measured as recall@1 and mean reciprocal rank on CMRC 2018 trial, CMRC 2018 dev, DRCD dev, questions about 5 reports and
 * about 8 others: 1.2/0.75 97.3 98.4, 96.2 97.7, 94.4 96.6, 68.9 78.0, 52.4 61.1; 0.8/0.6 97.6 98.5, 96.2 97.8, 94.4 96.6,
 * 72.3 79.5, 52.4 61.8. Down to 0.6 the reports gain and CMRC dev loses, each by less than half a point.
 */
const K1 = 0.8;
const B = 0.6;

interface LoadedPostings {
  /** In the order of their postings in `packed`. */
  readonly terms: SortedTerms;
  readonly packed: PackedPostings;
}

/** What passages are inserted as: their terms joined by spaces, and the report that a search can be limited to. */
export const PASSAGE_SCHEMA = { terms: 'string', report: 'enum' } as const;

/** An inverted index. Documents go by Orama's internal number, from 1. */
export interface Bm25Store extends AnyIndexStore {
  /** Where terms are added and removed: the posting of each. Empty while `loaded` stands. */
  readonly postings: Map<string, number[]>;
  /** The postings of a saved index, until one of them changes. */
  loaded: LoadedPostings | null;
  /** Terms in each document; index 0 is unused. */
  readonly lengths: number[];
  /** The documents of each report. */
  readonly reports: Map<string, number[]>;
}

const filtersSchema = z.object({ report: z.object({ in: z.array(z.string()) }) });

/** Checked by one plain loop: zod over every element would take longer than all the rest of loading. */
const numbers = z.custom<number[]>((list) => Array.isArray(list) && list.every((value) => Number.isSafeInteger(value)));

const savedSchema = z.object({
  terms: z.string(),
  postings: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  lengths: numbers,
  reports: z.record(z.string(), numbers),
});

/**
 * Orama's index component, scoring BM25.
 *
 * The stock component expands each term to all that begin with it, divides counts by length before BM25 does, and counts
 * duplicates as documents: on Chinese it puts the right passage first half as often.
 *
 * @returns a component for `create` with `PASSAGE_SCHEMA`; a saved index is a fifth of the stock one
 */
export function createBm25Index(): IIndex<Bm25Store> {
  return {
    create: () => createStore(),
    insert(_implementation, store, property, _id, document, value, _type, _language, tokenizer) {
      const text = String(value);
      if (property === 'report') addToReport(store, { report: text, document });
      else addTerms(store, { document, terms: tokenizer.tokenize(text) });
    },
    remove(_implementation, store, property, _id, document, value, _type, _language, tokenizer) {
      const text = String(value);
      if (property === 'report') removeFromReport(store, { report: text, document });
      else removeTerms(store, { document, terms: tokenizer.tokenize(text) });
      return true;
    },
    search(store, text, tokenizer, _language, _properties, _exact, _tolerance, _boost, _relevance, count, within) {
      return score(asBm25Store(store), { terms: tokenizer.tokenize(text), count, within });
    },
    searchByWhereClause: (store, _tokenizer, filters) => documentsOf(asBm25Store(store), filters),
    getSearchableProperties: () => Object.keys(PASSAGE_SCHEMA),
    getSearchablePropertiesWithTypes: (): Record<string, SearchableType> => ({ ...PASSAGE_SCHEMA }),
    save: <Saved>(store: Bm25Store) => saveStore(store) as Saved,
    load: (_ids, saved) => loadStore(saved),
    // Steps of the stock component that inserting and searching above do without.
    insertDocumentScoreParameters() {},
    insertTokenScoreParameters() {},
    removeDocumentScoreParameters() {},
    removeTokenScoreParameters() {},
    calculateResultScores() {},
  };
}

/** Number of documents that hold a term. */
export function documentFrequency(store: AnyIndexStore, term: string): number {
  const { postings, loaded } = asBm25Store(store);
  if (loaded !== null) {
    const number = loaded.terms.indexOf(term);
    return number < 0 ? 0 : loaded.packed.frequency(number);
  }
  return (postings.get(term)?.length ?? 0) / 2;
}

/** Number of different terms. */
export function termCount(store: AnyIndexStore): number {
  const { postings, loaded } = asBm25Store(store);
  return loaded?.terms.all.length ?? postings.size;
}

function createStore(): Bm25Store {
  return { vectorIndexes: {}, postings: new Map(), loaded: null, lengths: [0], reports: new Map() };
}

/** Orama hands the store back as the type of any index. */
function asBm25Store(store: AnyIndexStore): Bm25Store {
  return store as Bm25Store;
}

/** Brings loaded postings into the form that can change. */
function unpack(store: Bm25Store): void {
  const { loaded, postings, lengths } = store;
  if (loaded === null) return;
  const room = new Uint32Array(2 * lengths.length);
  for (const [number, term] of loaded.terms.all.entries()) {
    const documents = loaded.packed.read(number, room);
    postings.set(term, [...room.subarray(0, 2 * documents)]);
  }
  store.loaded = null;
}

function addToReport(store: Bm25Store, { report, document }: { report: string; document: number }): void {
  const documents = store.reports.get(report);
  if (documents === undefined) store.reports.set(report, [document]);
  else documents.push(document);
}

function removeFromReport(store: Bm25Store, { report, document }: { report: string; document: number }): void {
  const documents = store.reports.get(report) ?? [];
  store.reports.set(
    report,
    documents.filter((other) => other !== document),
  );
}

function addTerms(store: Bm25Store, { document, terms }: { document: number; terms: readonly string[] }): void {
  unpack(store);
  store.lengths[document] = terms.length;
  for (const [term, count] of countTerms(terms)) {
    const posting = store.postings.get(term);
    if (posting === undefined) store.postings.set(term, [document, count]);
    else posting.push(document, count);
  }
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function removeTerms(store: Bm25Store, { document, terms }: { document: number; terms: readonly string[] }): void {
  unpack(store);
  store.lengths[document] = 0;
  for (const term of new Set(terms)) {
    const posting = store.postings.get(term) ?? [];
    for (let i = 0; i < posting.length; i += 2) if (posting[i] === document) posting.splice(i, 2);
    if (posting.length === 0) store.postings.delete(term);
  }
}

/** Documents found at most. Nearly all share a character with a question; Orama, which takes the first of them, sorts them again. */
const MOST_FOUND = 250;

interface Scoring {
  readonly terms: readonly string[];
  /** Documents in the index. */
  readonly count: number;
  /** The only documents to score, if given. */
  readonly within: ReadonlySet<number> | undefined;
}

/** Writes the posting of a term into `into`, as `PackedPostings.read` does. */
function readPosting({ postings, loaded }: Bm25Store, { term, into }: { term: string; into: Uint32Array }): number {
  if (loaded !== null) {
    const number = loaded.terms.indexOf(term);
    return number < 0 ? 0 : loaded.packed.read(number, into);
  }
  const posting = postings.get(term) ?? [];
  into.set(posting);
  return posting.length / 2;
}

/** Documents with their scores, best first, ties in the order of insertion. A term asked twice counts twice. */
function score(store: Bm25Store, { terms, count, within }: Scoring): TokenScore[] {
  const { lengths } = store;
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / count;
  const scores = new Float64Array(lengths.length);
  const posting = new Uint32Array(2 * lengths.length);
  for (const term of terms) {
    const frequency = readPosting(store, { term, into: posting });
    const weight = Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5)) * (K1 + 1);
    for (let i = 0; i < 2 * frequency; i += 2) {
      const document = posting[i]!;
      const occurrences = posting[i + 1]!;
      const saturation = K1 * (1 - B + (B * lengths[document]!) / meanLength);
      scores[document]! += (weight * occurrences) / (occurrences + saturation);
    }
  }
  if (within !== undefined) {
    for (let document = 1; document < scores.length; document++) if (!within.has(document)) scores[document] = 0;
  }
  return topScores(scores, MOST_FOUND).map((document) => [document, scores[document]!]);
}

/** The documents of `{ report: { in: [ids] } }`, the one filter there is. */
function documentsOf({ reports }: Bm25Store, filters: unknown): Set<number> {
  const { report } = filtersSchema.parse(filters);
  return new Set(report.in.flatMap((id) => reports.get(id) ?? []));
}

/** Terms are sorted by code unit, and documents by number, so that the bytes do not depend on the order of insertion. */
function saveStore(store: Bm25Store): z.output<typeof savedSchema> {
  unpack(store);
  const { postings, lengths, reports } = store;
  const terms = [...postings.keys()].sort();
  return {
    terms: terms.join(' '),
    postings: packPostings(terms.map((term) => postings.get(term)!)),
    lengths,
    reports: Object.fromEntries(reports),
  };
}

function loadStore(saved: unknown): Bm25Store {
  const { terms, postings, lengths, reports } = savedSchema.parse(saved);
  const sorted = createSortedTerms(terms);
  const loaded = { terms: sorted, packed: openPostings(postings, sorted.all.length) };
  return { ...createStore(), loaded, lengths, reports: new Map(Object.entries(reports)) };
}
