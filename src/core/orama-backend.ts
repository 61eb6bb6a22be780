import type { Artefact, Embedding } from './artefact.ts';
import { damaged } from './artefact-file.ts';
import { createLsaEmbedder, LSA_NAME } from './embedder.ts';
import { fuse } from './fuse.ts';
import type { Manifest } from './manifest.ts';
import {
  loadPassageDatabase,
  type PassageDatabase,
  type SavedDatabase,
  searchPassages,
  termFrequency,
} from './passage-database.ts';
import type { SearchBackend } from './search-backend.ts';
import { createVectorIndex } from './vector-index.ts';

/** How many passages of each ranking are fused: beyond, a passage's place no longer changes the first ten. */
export const RANKING_DEPTH = 100;

/**
 * Searches the artefact in memory: BM25 by Orama, similarity of embeddings by a scan, fused.
 *
 * @throws {WenjuError} `bad_artefact` if the saved database is damaged.
 */
export function createOramaBackend({ manifest, orama, embedding, passages }: Artefact): SearchBackend {
  const database = load(orama);
  const embedQuestion = createQuestionEmbedder(manifest, embedding);
  const vectors = createVectorIndex(embedding);

  const search: SearchBackend['search'] = ({ terms, reports, limit, vector: given }) => {
    const depth = Math.max(limit, RANKING_DEPTH);
    const text = searchPassages(database, { terms, reports, limit: depth });
    const admits = reports === undefined ? undefined : (passage: number) => reports.includes(passages[passage]!.report);
    const question = embedQuestion(terms, given);
    const vector = question === null ? [] : vectors.search(question, { admits, limit: depth });
    return fuse({ text, vector }, limit);
  };

  return {
    manifest,
    search,
    frequency: (term) => termFrequency(database, term),
  };
}

type QuestionEmbedder = (terms: readonly string[], given: Float32Array | undefined) => Float32Array | null;

/** The built-in embedder works on terms; another one's vector is given with the request, or there is none. */
function createQuestionEmbedder({ embedder: { name, dimension } }: Manifest, embedding: Embedding): QuestionEmbedder {
  if (name !== LSA_NAME) return (_, given) => (given?.length === dimension ? given : null);
  const lsa = createLsaEmbedder(embedding);
  return (terms) => lsa.embed(terms);
}

function load(saved: SavedDatabase): PassageDatabase {
  try {
    return loadPassageDatabase(saved);
  } catch (error) {
    throw damaged('orama.json', '不是段落数据库', error);
  }
}
