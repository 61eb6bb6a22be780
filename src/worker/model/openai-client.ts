import * as z from 'zod/mini';
import { type Complete, ModelFailure } from '../../answer/model/complete.ts';
import type { ModelProvider } from './model-settings.ts';
import { readLimited } from './read-limited.ts';

/** Bytes of a response. A draft takes a few thousand. */
const LARGEST_RESPONSE = 65_536;

const RESPONSE = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().check(z.minLength(1)) }) }))
    .check(z.minLength(1)),
  usage: z.optional(z.nullable(z.object({ total_tokens: z.optional(z.number()) }))),
});

function refuse(status: number): ModelFailure {
  if (status === 429) return new ModelFailure('rate_limited');
  return new ModelFailure(status >= 500 ? 'server_error' : 'refused');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** A model behind any endpoint that speaks OpenAI's chat completions. */
export function createOpenAiClient(
  { url, key, name }: Extract<ModelProvider, { type: 'openai' }>,
  send: typeof fetch,
): Complete {
  return async function complete(messages, { signal, maxTokens }) {
    const response = await send(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model: name, messages, max_tokens: maxTokens, temperature: 0 }),
      // A redirect would take the key elsewhere.
      redirect: 'manual',
      signal,
    }).catch(() => {
      throw new ModelFailure(signal.aborted ? 'timeout' : 'unreachable');
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw refuse(response.status);
    }
    const body = await readLimited(response, LARGEST_RESPONSE).catch(() => {
      throw new ModelFailure(signal.aborted ? 'timeout' : 'unreachable');
    });
    const parsed = RESPONSE.safeParse(body === null ? null : parse(body));
    if (!parsed.success) throw new ModelFailure('bad_response');
    const { choices, usage } = parsed.data;
    return { text: choices[0]!.message.content, tokens: usage?.total_tokens ?? null };
  };
}
