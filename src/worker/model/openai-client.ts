import * as z from 'zod/mini';
import { type Complete, ModelFailure } from '../../answer/model/complete.ts';
import type { ModelProvider } from './model-settings.ts';
import { postJson } from './post-json.ts';

/** Bytes of a response. A draft takes a few thousand. */
const LARGEST_RESPONSE = 65_536;

const RESPONSE = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().check(z.minLength(1)) }) }))
    .check(z.minLength(1)),
  usage: z.optional(z.nullable(z.object({ total_tokens: z.optional(z.number()) }))),
});

/** A model behind any endpoint that speaks OpenAI's chat completions. */
export function createOpenAiClient(
  { url, key, name }: Extract<ModelProvider, { type: 'openai' }>,
  send: typeof fetch,
): Complete {
  return async function complete(messages, { signal, maxTokens }) {
    const response = await postJson(send, {
      ...{ url: `${url}/chat/completions`, key, signal, limit: LARGEST_RESPONSE },
      body: { model: name, messages, max_tokens: maxTokens, temperature: 0 },
    });
    const parsed = RESPONSE.safeParse(response);
    if (!parsed.success) throw new ModelFailure('bad_response');
    const { choices, usage } = parsed.data;
    return { text: choices[0]!.message.content, tokens: usage?.total_tokens ?? null };
  };
}
