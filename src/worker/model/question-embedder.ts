import * as z from 'zod/mini';
import type { EmbedTexts } from '../../core/embed-texts.ts';
import { LSA_NAME } from '../../core/embedder.ts';
import type { Manifest } from '../../core/manifest.ts';
import type { WorkersAi } from './model-settings.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';
import { createWorkersAiEmbedder } from './workers-ai-embedder.ts';

/**
 * How questions are embedded: by the index itself, by the model that embedded its passages, or not at all, since that model
 * is not configured here; then the text alone ranks.
 */
export type QuestionEmbedder =
  | { readonly state: 'local' }
  | { readonly state: 'ready'; readonly embed: EmbedTexts }
  | { readonly state: 'missing'; readonly needs: string };

const SEPARATOR = '/';

const BINDINGS = z.object({
  EMBEDDING_URL: z.optional(z.url({ protocol: /^https?$/u })),
  EMBEDDING_NAME: z.optional(z.string()),
  EMBEDDING_KEY: z.optional(z.string()),
  AI: z.optional(z.custom<WorkersAi>((value) => typeof Object(value).run === 'function')),
});

function withoutEmpty(bindings: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(bindings)).filter(([, value]) => value !== ''));
}

/** Where questions could be embedded; what is malformed counts as not there. */
export type EmbeddingBindings = z.infer<typeof BINDINGS>;

export function readEmbeddingBindings(bindings: unknown): EmbeddingBindings {
  const parsed = BINDINGS.safeParse(withoutEmpty(bindings));
  return parsed.success ? parsed.data : {};
}

/** Finds what embeds questions in the space of an index. */
export function findQuestionEmbedder(
  { AI: ai, EMBEDDING_URL: url, EMBEDDING_NAME: own, EMBEDDING_KEY: key }: EmbeddingBindings,
  { embedder, send }: { readonly embedder: Manifest['embedder']; readonly send: typeof fetch },
): QuestionEmbedder {
  const { name } = embedder;
  if (name === LSA_NAME) return { state: 'local' };
  const at = name.indexOf(SEPARATOR);
  const [provider, model] = [name.slice(0, at), name.slice(at + 1)];
  if (provider === 'workers-ai' && ai !== undefined) {
    return { state: 'ready', embed: createWorkersAiEmbedder(ai, model) };
  }
  if (provider === 'openai' && url !== undefined && own === model) {
    const endpoint = { url: url.replace(/\/+$/u, ''), key: key ?? null, name: model };
    return { state: 'ready', embed: createOpenAiEmbedder(endpoint, send) };
  }
  return { state: 'missing', needs: provider === 'workers-ai' ? 'AI' : `EMBEDDING_URL, EMBEDDING_NAME=${model}` };
}
