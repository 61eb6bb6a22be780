import type { Complete } from '../../answer/model/complete.ts';
import type { ModelProvider } from './model-settings.ts';
import { createOpenAiClient } from './openai-client.ts';
import { createWorkersAiClient } from './workers-ai-client.ts';

/** The client of the configured provider. */
export function createComplete(provider: ModelProvider, send: typeof fetch): Complete {
  return provider.type === 'openai' ? createOpenAiClient(provider, send) : createWorkersAiClient(provider);
}
