import type { Dependencies } from '../dependencies.ts';
import { type EmbeddingBindings, findQuestionEmbedder } from './question-embedder.ts';

/** Milliseconds: a question is ranked without its vector rather than late. */
const PATIENCE = 1500;

/**
 * The embedding of a question in the space of the index.
 *
 * @returns null where the index embeds questions itself, and where the model is not configured, late, failing or another one
 */
export async function embedQuestion(
  question: string,
  { embedding, dependencies }: { readonly embedding: EmbeddingBindings; readonly dependencies: Dependencies },
): Promise<Float32Array | null> {
  const { embedder } = dependencies.artefact.manifest;
  const found = findQuestionEmbedder(embedding, { embedder, send: dependencies.fetch });
  if (found.state !== 'ready') return null;
  const signal = AbortSignal.timeout(PATIENCE);
  const late = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  try {
    const vectors = await Promise.race([found.embed([question], { signal }), late]);
    const [vector = []] = vectors ?? [];
    if (vector.length === embedder.dimension) return Float32Array.from(vector);
    dependencies.log({
      event: 'embedding_failed',
      detail: vectors === null ? 'timeout' : `dimension ${vector.length}`,
    });
  } catch (error) {
    dependencies.log({ event: 'embedding_failed', detail: error instanceof Error ? error.message : 'unknown' });
  }
  return null;
}
