import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { BotApi, type JournalEntry } from './bot-api.ts';
import type { BotState, BotStateOptions } from './bot-state.ts';
import { type Outcome, type Refusal, refuse } from './outcome.ts';
import { BadBody, readParameters } from './request.ts';
import { generateSchema } from './schema/generate.ts';
import type { BotApiSchema } from './schema/schema.ts';

export interface BotApiDouble {
  /** For `client.apiRoot` or TELEGRAM_API_ROOT. */
  readonly apiRoot: string;
  readonly journal: readonly JournalEntry[];
  readonly state: BotState;
  /** Of all calls so far. The test of a well-behaved bot asserts that there are none. */
  violations(): readonly string[];
  /** The next call of the method is refused like this, with the HTTP status of its error code. */
  failNext(method: string, refusal: Refusal): void;
  /** From now on each call is answered so many milliseconds late. */
  setDelay(milliseconds: number): void;
  close(): Promise<void>;
}

interface DoubleOptions extends BotStateOptions {
  /** Generated when absent, which takes a second or two. */
  readonly schema?: BotApiSchema;
}

/** A Bot API server on loopback that knows one bot, checks every call, and remembers them all. */
export async function createBotApiDouble({ schema, ...options }: DoubleOptions): Promise<BotApiDouble> {
  const api = new BotApi({ ...options, schema: schema ?? generateSchema() });
  let delay = 0;
  const server = createServer((request, response) => {
    setTimeout(delay)
      .then(() => serve(api, request, response))
      .catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    journal: api.journal,
    state: api.state,
    violations: () => api.journal.flatMap((entry) => entry.violations),
    failNext: (method, refusal) => api.failNext(method, refusal),
    setDelay(milliseconds) {
      delay = milliseconds;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const CALL = /^\/bot(?<token>[^/]*)\/(?<method>\w+)$/u;

async function serve(api: BotApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://double');
  const { token, method } = CALL.exec(decodeURIComponent(url.pathname))?.groups ?? {};
  if (token === undefined || method === undefined) {
    return answer(response, { ok: false, error_code: 404, description: 'Not Found' });
  }
  try {
    const parameters = await readParameters(request, url.searchParams);
    return answer(response, api.receive({ token, method, parameters }).response);
  } catch (error) {
    if (!(error instanceof BadBody)) throw error;
    const entry = api.record(
      { method, parameters: {} },
      { outcome: refuse(error.message), violations: [error.message] },
    );
    return answer(response, entry.response);
  }
}

function answer(response: ServerResponse, outcome: Outcome): void {
  const status = outcome.ok ? 200 : outcome.error_code;
  const retry = outcome.ok ? undefined : outcome.parameters?.retry_after;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retry !== undefined && { 'retry-after': String(retry) }),
  });
  response.end(JSON.stringify(outcome));
}
