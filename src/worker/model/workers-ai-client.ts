import * as z from 'zod/mini';
import { type Complete, type Completion, ModelFailure } from '../../answer/model/complete.ts';
import type { ModelProvider } from './model-settings.ts';

/** Characters of a response that are taken. */
const LONGEST_RESPONSE = 65_536;

const usage = z.optional(z.nullable(z.object({ total_tokens: z.optional(z.number()) })));
const written = z.string().check(z.minLength(1), z.maxLength(LONGEST_RESPONSE));
/** Models of Workers AI answer in one of two shapes. */
const RESPONSE = z.union([
  z.object({ response: written, usage }),
  z.object({ choices: z.array(z.object({ message: z.object({ content: written }) })).check(z.minLength(1)), usage }),
]);

/** Codes of Workers AI: 3036 the day's allocation is used up, 3040 no capacity. */
function judge(error: unknown): ModelFailure {
  const message = error instanceof Error ? error.message : '';
  return new ModelFailure(/\b(?:3036|3040|429)\b/u.test(message) ? 'rate_limited' : 'server_error');
}

/** A model behind the Workers AI binding. */
export function createWorkersAiClient({ ai, name }: Extract<ModelProvider, { type: 'workers-ai' }>): Complete {
  return async function complete(messages, { signal, maxTokens }): Promise<Completion> {
    const response = await ai
      .run(name, { messages, max_tokens: maxTokens, temperature: 0 }, { signal })
      .catch((error: unknown) => {
        throw signal.aborted ? new ModelFailure('timeout') : judge(error);
      });
    const parsed = RESPONSE.safeParse(response);
    if (!parsed.success) throw new ModelFailure('bad_response');
    const { data } = parsed;
    const text = 'response' in data ? data.response : data.choices[0]!.message.content;
    return { text, tokens: data.usage?.total_tokens ?? null };
  };
}
