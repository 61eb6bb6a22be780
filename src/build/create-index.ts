import { fold } from '../core/fold.ts';
import { countTerms, createPassageDatabase, insertPassage, savePassageDatabase } from '../core/passage-database.ts';
import { createTokenizer } from '../core/tokenizer.ts';
import type { IndexContent, IndexedDocument } from './artefact/index-content.ts';
import { trainEmbedding } from './embedding/train-embedding.ts';
import { readPassageTerms } from './passage-terms.ts';
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
  const folded = documents.flatMap(({ document }) => [fold(document.report.title), document.folded]);
  const vocabulary = createVocabulary(folded, await readDictionary());
  const tokenize = createTokenizer(vocabulary);
  const passages = documents.flatMap(({ document, passages }) =>
    passages.map((passage) => ({ report: document.id, ...readPassageTerms(passage, { document, tokenize }) })),
  );
  progress.start('建立检索');
  const database = createPassageDatabase();
  passages.forEach(({ report, own, context }, passage) => {
    insertPassage(database, { passage, report, terms: [...context, ...own] });
  });
  progress.start('训练向量');
  const embedding = trainEmbedding(passages.map(({ own }) => own));
  return { documents, vocabulary, orama: savePassageDatabase(database), embedding, terms: countTerms(database) };
}
