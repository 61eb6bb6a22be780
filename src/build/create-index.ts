import { fold } from '../core/fold.ts';
import { countTerms, createPassageDatabase, insertPassage, savePassageDatabase } from '../core/passage-database.ts';
import { createTokenizer } from '../core/tokenizer.ts';
import type { IndexContent, IndexedDocument } from './artefact/index-content.ts';
import type { PassageEmbedder, PassageText } from './embedding/passage-embedder.ts';
import { readPassageTerms } from './passage-terms.ts';
import type { Progress } from './progress.ts';
import { createVocabulary } from './vocabulary/create-vocabulary.ts';
import { readDictionary } from './vocabulary/dictionary.ts';

/**
 * The searchable content of an index: vocabulary, text index and vectors over the passages of the documents, in their order.
 *
 * @throws {WenjuError} `missing_dependency` without nodejieba, `embedding` if an embedder elsewhere fails.
 */
export async function createIndex(
  documents: readonly IndexedDocument[],
  { embed, progress }: { readonly embed: PassageEmbedder; readonly progress: Progress },
): Promise<IndexContent> {
  progress.start('分词、建立检索');
  const folded = documents.flatMap(({ document }) => [fold(document.report.title), document.folded]);
  const vocabulary = createVocabulary(folded, await readDictionary());
  const tokenize = createTokenizer(vocabulary);
  const database = createPassageDatabase();
  const texts: PassageText[] = [];
  for (const { document, passages } of documents) {
    for (const passage of passages) {
      const { own, context, text } = readPassageTerms(passage, { document, tokenize });
      insertPassage(database, { passage: texts.length, report: document.id, terms: [...context, ...own] });
      texts.push({ terms: own, text });
    }
  }
  const orama = savePassageDatabase(database);
  const { name, embedding } = await embed(texts, progress);
  return { documents, vocabulary, orama, embedder: name, embedding, terms: countTerms(database) };
}
