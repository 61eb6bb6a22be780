import type { Embedding } from '../../core/artefact.ts';
import { LSA_NAME } from '../../core/embedder.ts';
import type { Progress } from '../progress.ts';
import { embedRemotely, type RemoteEmbedding } from './embed-remotely.ts';
import { trainEmbedding } from './train-embedding.ts';

/** A passage as embedders take it. */
export interface PassageText {
  /** Its own terms. */
  readonly terms: readonly string[];
  /** Title and headings above it, and its clean text. */
  readonly text: string;
}

/** An embedding with the name that goes into the manifest. */
export interface NamedEmbedding {
  readonly name: string;
  readonly embedding: Embedding;
}

/** Embeds the passages of an index. */
export type PassageEmbedder = (passages: readonly PassageText[], progress: Progress) => Promise<NamedEmbedding>;

/** Largest byte of a quantised vector. */
const BYTE_LIMIT = 127;

/** The built-in embedder: trained on the passages themselves, without network. */
export const embedByLsa: PassageEmbedder = async (passages, progress) => {
  progress.start('训练向量');
  return { name: LSA_NAME, embedding: trainEmbedding(passages.map(({ terms }) => terms)) };
};

/** An embedder elsewhere. Its questions are embedded by the Worker: no projection is stored. */
export function embedByModel(remote: RemoteEmbedding): PassageEmbedder {
  return async (passages, progress) => {
    const vectors = await embedRemotely(
      passages.map(({ text }) => text),
      { remote, progress },
    );
    const dimension = vectors[0]?.length ?? 0;
    const rows = new Int8Array(vectors.length * dimension);
    vectors.forEach((vector, row) => {
      rows.set(quantize(vector), row * dimension);
    });
    const none = { terms: [], weights: [], projection: new Int8Array() };
    return { name: remote.name, embedding: { dimension, ...none, vectors: rows } };
  };
}

/** A row of bytes with the vector's direction. Its length is lost, which similarity by the cosine does not read. */
function quantize(vector: Float32Array): Float32Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? vector : vector.map((value) => Math.round((value / largest) * BYTE_LIMIT));
}
