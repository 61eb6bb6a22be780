import * as z from 'zod/mini';
import { ModelFailure } from '../../answer/model/complete.ts';
import type { EmbedTexts } from '../../core/embed-texts.ts';
import type { WorkersAi } from './model-settings.ts';

const RESPONSE = z.object({ data: z.array(z.array(z.number()).check(z.minLength(1))) });

/** An embedding model behind the Workers AI binding. */
export function createWorkersAiEmbedder(ai: WorkersAi, name: string): EmbedTexts {
  return async function embed(texts, { signal }) {
    const response = await ai.run(name, { text: texts }, { signal }).catch(() => {
      throw new ModelFailure(signal.aborted ? 'timeout' : 'server_error');
    });
    const parsed = RESPONSE.safeParse(response);
    if (!parsed.success || parsed.data.data.length !== texts.length) throw new ModelFailure('bad_response');
    return parsed.data.data;
  };
}
