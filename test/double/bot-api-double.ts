import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { BotApi, type JournalEntry } from './bot-api.ts';
import type { BotState, BotStateOptions } from './bot-state.ts';
import { REAL_CLOCK } from './delivery/clock.ts';
import { createHttpWebhook } from './delivery/webhook.ts';
import { WebhookDelivery } from './delivery/webhook-delivery.ts';
import type { Fault } from './fault.ts';
import type { FaultTarget } from './fault-script.ts';
import { type HttpAnswer, handleRequest } from './handle-request.ts';
import { type Inspection, inspectJournal } from './inspect-journal.ts';
import type { Refusal } from './outcome.ts';
import type { People } from './people.ts';
import { generateSchema } from './schema/generate.ts';
import type { BotApiSchema } from './schema/schema.ts';

export interface BotApiDouble {
  /** For `client.apiRoot` or TELEGRAM_API_ROOT. */
  readonly apiRoot: string;
  readonly journal: readonly JournalEntry[];
  readonly state: BotState;
  /** Lets people do things that the bot hears of, over its webhook (`deliver`) or by `getUpdates`. */
  readonly people: People;
  /** Delivers what has happened to the webhook at the address, as Telegram does, until all is taken or has expired. */
  deliver(url: string): Promise<WebhookDelivery>;
  /** Of all calls so far. The test of a well-behaved bot asserts that there are none. */
  violations(): readonly string[];
  /** What the journal tells: windows of time, duplicates, unanswered presses, lost updates. */
  inspect(): Inspection;
  /**
   * Plans a fault for calls that are right in themselves, in the order of planning. Every fifth message refused:
   * `script({ method: 'sendMessage', every: 5 }, tooManyRequests(3))`; the next call to a chat cut after it was recorded:
   * `script({ chat: -5 }, { kind: 'reset', when: 'after' })`.
   */
  script(target: FaultTarget, fault: Fault): void;
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
      .then(async () => respond(response, await handleRequest(api, await readRequest(request))))
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
    people: api.people,
    async deliver(url) {
      const delivery = new WebhookDelivery(api, { webhook: createHttpWebhook(url), clock: REAL_CLOCK });
      await delivery.run();
      return delivery;
    },
    violations: () => api.journal.flatMap((entry) => entry.violations),
    inspect: () => inspectJournal(api),
    script: (target, fault) => api.faults.add(target, fault),
    failNext: (method, refusal) => api.faults.add({ method }, { kind: 'refusal', refusal }),
    setDelay(milliseconds) {
      delay = milliseconds;
    },
    async close() {
      api.state.updates.stopWaiting();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readRequest(message: IncomingMessage): Promise<Request> {
  const { url = '/', method = 'GET', headers } = message;
  const body = await buffer(message);
  return new Request(new URL(url, 'http://double'), {
    method,
    headers: { 'content-type': headers['content-type'] ?? '' },
    ...(method !== 'GET' && { body: new Uint8Array(body) }),
  });
}

async function respond(response: ServerResponse, { status, headers, body, fault }: HttpAnswer): Promise<void> {
  if (fault?.kind === 'late') await setTimeout(fault.milliseconds);
  const cut = fault?.kind === 'reset' ? fault.when : null;
  if (cut === 'before' || cut === 'after') {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (cut === null) {
    response.end(bytes);
    return;
  }
  // Ended with a FIN and not a reset, which would throw away what was written.
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.end());
}
