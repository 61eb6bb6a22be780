import * as z from 'zod/mini';
import { ModelFailure } from '../../answer/model/complete.ts';
import type { EmbedTexts } from '../../core/embed-texts.ts';
import { postJson } from './post-json.ts';

/** Bytes of a response: a hundred vectors of 4,096 numbers as text stay below. */
const LARGEST_RESPONSE = 16_777_216;

const RESPONSE = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).check(z.minLength(1)) })),
});

export interface EmbeddingEndpoint {
  /** Address before `/embeddings`, without a final slash. */
  readonly url: string;
  readonly key: string | null;
  readonly name: string;
}

/** An embedding model behind any endpoint that speaks OpenAI's protocol, Cloudflare's REST API among them. */
export function createOpenAiEmbedder({ url, key, name }: EmbeddingEndpoint, send: typeof fetch): EmbedTexts {
  return async function embed(texts, { signal }) {
    const response = await postJson(send, {
      ...{ url: `${url}/embeddings`, key, signal, limit: LARGEST_RESPONSE },
      body: { model: name, input: texts, encoding_format: 'float' },
    });
    const parsed = RESPONSE.safeParse(response);
    if (!parsed.success) throw new ModelFailure('bad_response');
    const byIndex = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
    const vectors = texts.map((_, index) => byIndex.get(index));
    if (vectors.includes(undefined)) throw new ModelFailure('bad_response');
    return vectors.filter((vector) => vector !== undefined);
  };
}
