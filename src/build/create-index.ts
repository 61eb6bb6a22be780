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
  progress.start('分词、建立检索');
  const folded = documents.flatMap(({ document }) => [fold(document.report.title), document.folded]);
  const vocabulary = createVocabulary(folded, await readDictionary());
  const tokenize = createTokenizer(vocabulary);
  const database = createPassageDatabase();
  const ownTerms: (readonly string[])[] = [];
  for (const { document, passages } of documents) {
    for (const passage of passages) {
      const { own, context } = readPassageTerms(passage, { document, tokenize });
      insertPassage(database, { passage: ownTerms.length, report: document.id, terms: [...context, ...own] });
      ownTerms.push(own);
    }
  }
  progress.start('训练向量');
  const embedding = trainEmbedding(ownTerms);
  return { documents, vocabulary, orama: savePassageDatabase(database), embedding, terms: countTerms(database) };
}
