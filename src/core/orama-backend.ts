import type { Artefact } from './artefact.ts';
import { damaged } from './artefact-file.ts';
import { createLsaEmbedder, LSA_NAME } from './embedder.ts';
import { fuse } from './fuse.ts';
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
 * @throws {WenjuError} `bad_artefact` if the saved database is damaged or the artefact was built with another embedder.
 */
export function createOramaBackend({ manifest, orama, embedding, passages }: Artefact): SearchBackend {
  if (manifest.embedder.name !== LSA_NAME) throw damaged('manifest.json', `的嵌入器 ${manifest.embedder.name} 未知`);
  const database = load(orama);
  const embedder = createLsaEmbedder(embedding);
  const vectors = createVectorIndex(embedding);

  const search: SearchBackend['search'] = ({ terms, reports, limit }) => {
    const depth = Math.max(limit, RANKING_DEPTH);
    const text = searchPassages(database, { terms, reports, limit: depth });
    const admits = reports === undefined ? undefined : (passage: number) => reports.includes(passages[passage]!.report);
    const vector = vectors.search(embedder.embed(terms), { admits, limit: depth });
    return fuse({ text, vector }, limit);
  };

  return {
    manifest,
    search,
    frequency: (term) => termFrequency(database, term),
  };
}

function load(saved: SavedDatabase): PassageDatabase {
  try {
    return loadPassageDatabase(saved);
  } catch (error) {
    throw damaged('orama.json', '不是段落数据库', error);
  }
}
