import { createPassageDatabase, insertPassage, savePassageDatabase } from '../core/passage-database.ts';
import { createTokenizer } from '../core/tokenizer.ts';
import type { IndexContent, IndexedDocument } from './artefact/index-content.ts';
import { trainEmbedding } from './embedding/train-embedding.ts';
import type { Progress } from './progress.ts';
import { createVocabulary } from './vocabulary/create-vocabulary.ts';
import { readDictionary } from './vocabulary/dictionary.ts';

/**
 * The searchable content of an index: vocabulary, text index and vectors over the passages of the documents, in their order.
 *
 * @throws {WenjuError} `missing_dependency` without nodejieba.
 */
export async function createIndex(documents: readonly IndexedDocument[], progress: Progress): Promise<IndexContent> {
  progress.start('分词');
  const folded = documents.map(({ document }) => document.folded);
  const vocabulary = createVocabulary(folded, await readDictionary());
  const tokenize = createTokenizer(vocabulary);
  const passages = documents.flatMap(({ document, passages }) =>
    passages.map(({ start, end }) => ({ report: document.id, terms: tokenize(document.folded.slice(start, end)) })),
  );
  progress.start('建立检索');
  const database = createPassageDatabase();
  passages.forEach((indexed, passage) => {
    insertPassage(database, { passage, ...indexed });
  });
  progress.start('训练向量');
  const embedding = trainEmbedding(passages.map(({ terms }) => terms));
  const terms = new Set(passages.flatMap((passage) => passage.terms)).size;
  return { documents, vocabulary, orama: savePassageDatabase(database), embedding, terms };
}
