import * as z from 'zod/mini';
import { ModelFailure } from '../../answer/model/complete.ts';
import type { EmbedTexts } from '../../core/embed-texts.ts';
import { readLimited } from './read-limited.ts';

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

function parse(body: string | null): unknown {
  try {
    return body === null ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

/** An embedding model behind any endpoint that speaks OpenAI's protocol, Cloudflare's REST API among them. */
export function createOpenAiEmbedder({ url, key, name }: EmbeddingEndpoint, send: typeof fetch): EmbedTexts {
  return async function embed(texts, { signal }) {
    const response = await send(`${url}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model: name, input: texts, encoding_format: 'float' }),
      redirect: 'manual',
      signal,
    }).catch(() => {
      throw new ModelFailure(signal.aborted ? 'timeout' : 'unreachable');
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === 429) throw new ModelFailure('rate_limited');
      throw new ModelFailure(response.status >= 500 ? 'server_error' : 'refused');
    }
    const parsed = RESPONSE.safeParse(parse(await readLimited(response, LARGEST_RESPONSE).catch(() => null)));
    if (!parsed.success) throw new ModelFailure('bad_response');
    const byIndex = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
    const vectors = texts.map((_, index) => byIndex.get(index));
    if (vectors.includes(undefined)) throw new ModelFailure('bad_response');
    return vectors.filter((vector) => vector !== undefined);
  };
}
