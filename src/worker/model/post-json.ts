import { ModelFailure } from '../../answer/model/complete.ts';
import { readLimited } from './read-limited.ts';

export interface JsonRequest {
  readonly url: string;
  /** Sent as a bearer token; null: without. */
  readonly key: string | null;
  readonly body: unknown;
  readonly signal: AbortSignal;
  /** Bytes of the response; a longer one is not read to its end. */
  readonly limit: number;
}

function refuse(status: number): ModelFailure {
  if (status === 429) return new ModelFailure('rate_limited');
  return new ModelFailure(status >= 500 ? 'server_error' : 'refused');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Posts JSON to a provider and gives its JSON back; null when that is too long or none.
 *
 * @throws {ModelFailure} when the provider is not reached in time or refuses
 */
export async function postJson(send: typeof fetch, { url, key, body, signal, limit }: JsonRequest): Promise<unknown> {
  const unreached = (): never => {
    throw new ModelFailure(signal.aborted ? 'timeout' : 'unreachable');
  };
  const response = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(body),
    // A redirect would take the key elsewhere.
    redirect: 'manual',
    signal,
  }).catch(unreached);
  if (!response.ok) {
    await response.body?.cancel();
    throw refuse(response.status);
  }
  const text = await readLimited(response, limit).catch(unreached);
  return text === null ? null : parse(text);
}
