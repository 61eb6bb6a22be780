import { type AnyOrama, create, insert, load, type RawData, save, search, type Tokenizer } from '@orama/orama';
import * as z from 'zod/mini';
import { createBm25Index, documentFrequency, PASSAGE_SCHEMA, termCount } from './bm25-index.ts';

/** An Orama database of passages, which know only their number and their terms. */
export type PassageDatabase = AnyOrama;

const savedIndexSchema = z.looseObject({ postings: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });
const savedDatabaseSchema = z.looseObject({ index: z.looseObject({}) });

/** A passage and its text score. */
export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

/** Terms reach Orama joined by spaces, so that it need not tokenize them itself. */
function createTermSplitter(): Tokenizer {
  return {
    language: 'chinese',
    normalizationCache: new Map(),
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
  };
}

export function createPassageDatabase(): PassageDatabase {
  return create({
    schema: PASSAGE_SCHEMA,
    sort: { enabled: false },
    components: { tokenizer: createTermSplitter(), index: createBm25Index() },
  });
}

/** Adds the passage of the next number. */
export function insertPassage(
  database: PassageDatabase,
  { passage, report, terms }: { readonly passage: number; readonly report: string; readonly terms: readonly string[] },
): void {
  insert(database, { id: String(passage), report, terms: terms.join(' ') });
}

/** A database to be stored. */
export interface SavedDatabase {
  /** All but the postings, as JSON values. */
  readonly saved: unknown;
  readonly postings: Uint8Array;
}

/** The database without the documents: what they hold is in the artefact. */
export function savePassageDatabase(database: PassageDatabase): SavedDatabase {
  const { index, ...saved } = save(database);
  const { postings, ...rest } = savedIndexSchema.parse(index);
  const docs = { docs: {}, count: database.documentsStore.count(database.data.docs) };
  return { saved: { ...saved, index: rest, docs }, postings };
}

/** @throws If this is no saved database. */
export function loadPassageDatabase({ saved, postings }: SavedDatabase): PassageDatabase {
  const database = createPassageDatabase();
  const { index, ...rest } = savedDatabaseSchema.parse(saved);
  load(database, { ...rest, index: { ...index, postings } } as RawData);
  return database;
}

/** Passages that hold any of the terms, by BM25 score, best first. */
export function searchPassages(
  database: PassageDatabase,
  {
    terms,
    reports,
    limit,
  }: { readonly terms: readonly string[]; readonly reports?: readonly string[] | undefined; readonly limit: number },
): readonly ScoredPassage[] {
  if (terms.length === 0) return [];
  const where = reports === undefined ? {} : { where: { report: { in: [...reports] } } };
  const results = search(database, { term: terms.join(' '), limit, ...where });
  if (results instanceof Promise) throw new TypeError('Cannot wait for Orama: a plugin made its search asynchronous');
  return results.hits.map(({ id, score }) => ({ passage: Number(id), score }));
}

/** Number of passages that hold a term. */
export function termFrequency(database: PassageDatabase, term: string): number {
  return documentFrequency(database.data.index, term);
}

/** Number of different terms. */
export function countTerms(database: PassageDatabase): number {
  return termCount(database.data.index);
}
