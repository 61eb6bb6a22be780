import { trainEmbedding } from '../../../build/embedding/train-embedding.ts';
import { createLsaEmbedder } from '../../../core/embedder.ts';
import { fuse, type Rankings } from '../../../core/fuse.ts';
import { RANKING_DEPTH } from '../../../core/orama-backend.ts';
import {
  createPassageDatabase,
  insertPassage,
  loadPassageDatabase,
  savePassageDatabase,
  searchPassages,
} from '../../../core/passage-database.ts';
import type { Tokenizer } from '../../../core/tokenizer.ts';
import { createVectorIndex } from '../../../core/vector-index.ts';
import { type Engine, jsonBytes } from './engine.ts';

/** One ranking of ours: finds passages by the terms of a question. */
interface Ranking<Name extends keyof Rankings> {
  readonly find: (terms: readonly string[], limit: number) => Rankings[Name];
  readonly bytes: number;
}

function rankByText(passages: readonly (readonly string[])[]): Ranking<'text'> {
  const database = createPassageDatabase();
  passages.forEach((terms, passage) => {
    insertPassage(database, { passage, report: '', terms });
  });
  const { saved, postings } = savePassageDatabase(database);
  const stored = JSON.stringify(saved);
  const loaded = loadPassageDatabase({ saved: JSON.parse(stored), postings });
  return {
    find: (terms, limit) => searchPassages(loaded, { terms, limit }),
    bytes: Buffer.byteLength(stored) + postings.length,
  };
}

function rankByVector(passages: readonly (readonly string[])[]): Ranking<'vector'> {
  const embedding = trainEmbedding(passages);
  const embedder = createLsaEmbedder(embedding);
  const index = createVectorIndex(embedding);
  const { terms, weights, projection, vectors } = embedding;
  return {
    find: (given, limit) => index.search(embedder.embed(given), { limit }),
    bytes: projection.length + vectors.length + jsonBytes({ terms: terms.join(' '), weights }),
  };
}

function byTerms(
  tokenize: Tokenizer,
  find: (terms: readonly string[], limit: number) => readonly { readonly passage: number }[],
) {
  return (question: string, limit: number): number[] => find(tokenize(question), limit).map(({ passage }) => passage);
}

/** BM25 alone: Orama with our index component, saved and loaded. */
export const ownText: Engine = {
  name: 'wenju, BM25',
  build(passages, tokenize) {
    const { find, bytes } = rankByText(passages.map(tokenize));
    return { bytes, search: byTerms(tokenize, find) };
  },
};

/** Vectors alone: the latent semantic embedding trained on the passages. */
export const ownVector: Engine = {
  name: 'wenju, vectors',
  build(passages, tokenize) {
    const { find, bytes } = rankByVector(passages.map(tokenize));
    return { bytes, search: byTerms(tokenize, find) };
  },
};

/** Both rankings, fused as the answering code has them. */
export const ownFused: Engine = {
  name: 'wenju, fused',
  build(passages, tokenize) {
    const terms = passages.map(tokenize);
    const [text, vector] = [rankByText(terms), rankByVector(terms)];
    return {
      bytes: text.bytes + vector.bytes,
      search: byTerms(tokenize, (given, limit) => {
        const depth = Math.max(limit, RANKING_DEPTH);
        return fuse({ text: text.find(given, depth), vector: vector.find(given, depth) }, limit);
      }),
    };
  },
};
