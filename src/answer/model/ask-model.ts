import { type Complete, ModelFailure, type ModelFailureReason } from './complete.ts';

export interface ModelRequest {
  /** What to do; the text of a file under `prompts/`. */
  readonly prompt: string;
  /** What to do it with. It goes out as JSON: texts of reports and users are data, never part of the instructions. */
  readonly data: unknown;
  readonly signal: AbortSignal;
  readonly maxTokens: number;
}

export type ModelResponse =
  | { readonly ok: true; readonly text: string; readonly tokens: number | null }
  | { readonly ok: false; readonly reason: ModelFailureReason; readonly tokens: null };

/** Failures that a second attempt may not meet. */
const WORTH_RETRYING: ReadonlySet<ModelFailureReason> = new Set(['unreachable', 'server_error', 'bad_response']);

/** Reasoning that some models write before their answer. */
const THINKING = /<think>[\s\S]*?(?:<\/think>|$)/gu;

/** Resolves when the signal fires: a provider that ignores it must not hold the answer up. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new ModelFailure('timeout'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

async function attempt(complete: Complete, request: ModelRequest): Promise<ModelResponse> {
  const { prompt, data, signal, maxTokens } = request;
  const messages = [
    { role: 'system', content: prompt },
    { role: 'user', content: JSON.stringify(data) },
  ] as const;
  const stopped = whenAborted(signal);
  stopped.catch(() => undefined);
  try {
    const { text, tokens } = await Promise.race([complete(messages, { signal, maxTokens }), stopped]);
    return { ok: true, text: text.replace(THINKING, ''), tokens };
  } catch (error) {
    const reason = signal.aborted ? 'timeout' : error instanceof ModelFailure ? error.reason : 'unreachable';
    return { ok: false, reason, tokens: null };
  }
}

/** Asks a model, and once more where that may help. Never throws: without a text there is the extractive answer. */
export async function askModel(complete: Complete, request: ModelRequest): Promise<ModelResponse> {
  const first = await attempt(complete, request);
  if (first.ok || !WORTH_RETRYING.has(first.reason)) return first;
  return attempt(complete, request);
}
