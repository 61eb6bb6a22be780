import { BotApi, type BotApiOptions } from './bot-api.ts';
import { handleRequest } from './handle-request.ts';

export interface BotApiFetch {
  /** The double itself, with its journal, its state and its faults. */
  readonly api: BotApi;
  /** Stands in for the global `fetch` of a bot. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

interface FetchOptions extends BotApiOptions {
  /** Lets so many milliseconds pass, for late answers. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The same double without a network, for tests that run in workerd or by a clock of their own. */
export function createBotApiFetch({ sleep = realSleep, ...options }: FetchOptions): BotApiFetch {
  const api = new BotApi(options);
  return {
    api,
    async fetch(input, init) {
      const { status, headers, body, fault } = await handleRequest(api, new Request(input, init));
      if (fault?.kind === 'late') await orAborted(sleep(fault.milliseconds), init?.signal);
      const cut = fault?.kind === 'reset' ? fault.when : null;
      // The words of workerd; which they are, no bot may ask.
      if (cut === 'before' || cut === 'after') throw new TypeError('Network connection lost.');
      return new Response(cut === 'halfway' ? halfOf(body) : body, { status, headers });
    },
  };
}

function realSleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function orAborted(wait: Promise<void>, signal: AbortSignal | null | undefined): Promise<void> {
  if (!signal) return wait;
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([wait, aborted]);
}

function halfOf(body: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length / 2)),
    pull: (controller) => controller.error(new TypeError('Network connection lost.')),
  });
}
