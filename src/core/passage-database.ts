import { type AnyOrama, create, insert, load, type RawData, save, search, type Tokenizer } from '@orama/orama';
import { createBm25Index, documentFrequency, PASSAGE_SCHEMA, termCount } from './bm25-index.ts';

/** An Orama database of passages, which know only their number and their terms. */
export type PassageDatabase = AnyOrama;

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

/** The database as JSON values, without the documents: what they hold is in the artefact. */
export function savePassageDatabase(database: PassageDatabase): RawData {
  const saved = save(database);
  return { ...saved, docs: { docs: {}, count: database.documentsStore.count(database.data.docs) } };
}

export function loadPassageDatabase(saved: unknown): PassageDatabase {
  const database = createPassageDatabase();
  load(database, saved as RawData);
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
