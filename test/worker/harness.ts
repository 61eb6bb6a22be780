import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import type { GateFailure } from '../../src/answer/gate-failure.ts';
import type { Reply } from '../../src/core/block.ts';
import { type App, createApp } from '../../src/worker/app.ts';
import type { Database } from '../../src/worker/database.ts';
import type { Dependencies } from '../../src/worker/dependencies.ts';
import { handleDigests } from '../../src/worker/digest/background.ts';
import { createBindingsReader, type DigestQueueMessage, type QueueMessage } from '../../src/worker/environment.ts';
import type { Evidence } from '../../src/worker/evidence.ts';
import { createLog } from '../../src/worker/log.ts';
import { handleBatch } from '../../src/worker/telegram/background.ts';
import { createPacer } from '../../src/worker/telegram/pacer.ts';
import { ARTEFACT, REPLY } from './invented.ts';
import { bindingsOfTest } from './test-bindings.ts';

export const TOKEN = '123456:CANARY-token-that-nobody-may-see';
export const SECRET = 'a-secret_of-the-webhook';
const VARIABLES = {
  TELEGRAM_TOKEN: TOKEN,
  TELEGRAM_SECRET: SECRET,
  TELEGRAM_BOT_USERNAME: 'wenju_test_bot',
  TELEGRAM_API_ROOT: 'https://telegram.invalid',
  PUBLIC_URL: 'https://wenju.example/',
};

/** A call that the bot made. */
export interface OutgoingCall {
  readonly url: string;
  readonly method: string;
  readonly parameters: Record<string, unknown>;
}

export interface Harness {
  readonly app: App;
  readonly dependencies: Dependencies;
  readonly bindings: Record<string, unknown>;
  readonly questions: string[];
  /** Earlier questions that came with each. */
  readonly histories: (readonly string[])[];
  /** Calls other than those that show the bot at work. */
  readonly calls: OutgoingCall[];
  readonly lines: string[];
  /** Handles everything in the queue, time passing as it asks. */
  drain(): Promise<void>;
}

interface HarnessOptions {
  readonly reply?: (question: string) => Reply;
  readonly check?: () => readonly GateFailure[];
  /** How Telegram answers. */
  readonly telegram?: (call: OutgoingCall) => Response;
  readonly now?: () => number;
  /** Variables and bindings besides or instead of the usual. */
  readonly bindings?: Record<string, unknown>;
  readonly evidence?: Partial<Evidence>;
  readonly parts?: Partial<Pick<Dependencies, 'artefact' | 'digest' | 'scorecard' | 'verifier'>>;
  /** Told the embedding of a question. */
  readonly near?: (vector: Float32Array) => unknown;
  /** Between the bot and the database. */
  readonly intercept?: (database: Database) => Database;
}

/** A message as Telegram confirms it; each has an identifier of its own. */
function confirm({ parameters }: OutgoingCall, messageId: number): Response {
  const chat = { id: Number(parameters.chat_id), type: 'private', first_name: 'R' };
  return Response.json({ ok: true, result: { message_id: messageId, date: 1, chat, text: 'x' } });
}

const TABLES = [
  'inbox',
  'turn',
  'answer',
  'answer_message',
  'citation',
  'press',
  'feedback',
  'chat',
  'unanswered',
  'usage',
  'model_usage',
  'model_outcome',
  'model_text',
  'digest',
  'digest_send',
  'digest_report',
];
/** Enough for every wait that Telegram may ask for in a test. */
const ROUNDS = 200;

/**
 * The app with an answerer that always gives the invented reply, a Telegram that records, and an empty database. One test
 * works with one at a time: they share the database.
 */
export function createHarness({
  reply = () => REPLY,
  check = () => [],
  telegram,
  now = () => Date.parse('2021-01-11T00:00:00Z'),
  bindings = {},
  evidence = {},
  parts = {},
  near = () => undefined,
  intercept = (database) => database,
}: HarnessOptions = {}): Harness {
  const questions: string[] = [];
  const histories: (readonly string[])[] = [];
  const calls: OutgoingCall[] = [];
  const lines: string[] = [];
  const queue: { body: QueueMessage; delaySeconds: number }[] = [];
  const digests: { body: DigestQueueMessage; delaySeconds: number }[] = [];
  let waited = 0;
  let confirmed = 100;
  const database = emptied(bindingsOfTest().DB);
  const all = {
    ...VARIABLES,
    DB: intercept(database),
    UPDATES: {
      send: async (body: QueueMessage, { delaySeconds = 0 } = {}) => {
        queue.push({ body, delaySeconds });
      },
    },
    DIGESTS: {
      sendBatch: async (batch: readonly { readonly body: DigestQueueMessage }[]) => {
        digests.push(...batch.map(({ body }) => ({ body, delaySeconds: 0 })));
      },
    },
    ...bindings,
  };
  const dependencies: Dependencies = {
    answerer: {
      reply(question, history = []) {
        questions.push(question);
        histories.push(history);
        return reply(question);
      },
      near(vector) {
        near(vector);
        return dependencies.answerer;
      },
      parse: (question) => ({ question, shape: 'off_topic', wantsNumber: false, asks: [], corrections: [] }),
    },
    evidence: { more: () => null, around: () => null, ...evidence },
    findPassages: () => [],
    digest: { compose: () => ({ parts: [], restarts: false }), fingerprints: () => [], items: () => [] },
    verifier: { verify: () => ({ verdict: 'not_held' }) },
    artefact: ARTEFACT,
    scorecard: '',
    ...parts,
    check,
    examples: () => ['2020年甲市𠮷场有多少个？'],
    prompts: { understand: 'understand', compose: 'compose', digest: 'digest' },
    log: createLog((line) => lines.push(line)),
    readBindings: createBindingsReader(),
    fetch: async (input, init) => {
      const url = String(input);
      const call = { url, method: url.split('/').at(-1) ?? '', parameters: JSON.parse(String(init?.body)) };
      if (call.method === 'sendChatAction') return Response.json({ ok: true, result: true });
      calls.push(call);
      return telegram === undefined ? confirm(call, confirmed++) : telegram(call);
    },
    pacer: createPacer(() => now() + waited),
    sleep: async (milliseconds) => {
      waited += milliseconds;
    },
    now: () => now() + waited,
  };
  async function drain(): Promise<void> {
    for (let round = 0; queue.length + digests.length > 0 && round < ROUNDS; round++) {
      await handleBatch(takeFrom(queue), { bindings: all, dependencies });
      await handleDigests(takeFrom(digests), { bindings: all, dependencies });
    }
  }

  /** Takes everything out of a queue, time passing as it asks. */
  function takeFrom<Body>(from: { body: Body; delaySeconds: number }[]) {
    const batch = from.splice(0);
    waited += Math.max(0, ...batch.map(({ delaySeconds }) => delaySeconds)) * 1000;
    return batch.map(({ body }) => ({
      body,
      ack() {},
      retry: ({ delaySeconds }: { delaySeconds: number }) => {
        from.push({ body, delaySeconds });
      },
    }));
  }
  const app = createApp(dependencies);
  return { app, dependencies, bindings: all, questions, histories, calls, lines, drain };
}

/** The same database, emptied before its first statement. */
function emptied(database: D1Database): Database {
  let ready: Promise<unknown> | null = null;
  const empty = () => {
    ready ??= database.batch(TABLES.map((table) => database.prepare(`DELETE FROM ${table}`)));
    return ready;
  };
  const wrap = (statement: D1PreparedStatement): ReturnType<Database['prepare']> =>
    Object.assign(Object.create(null), {
      inner: statement,
      bind: (...values: (string | number | null)[]) => wrap(statement.bind(...values)),
      first: () => empty().then(() => statement.first()),
      all: () => empty().then(() => statement.all()),
      run: () => empty().then(() => statement.run()),
    });
  return {
    prepare: (sql) => wrap(database.prepare(sql)),
    async batch(statements) {
      await empty();
      return database.batch(statements.map((statement) => Reflect.get(statement, 'inner') as D1PreparedStatement));
    },
  };
}

/** A gate that refuses everything. */
export function refuseAll(): readonly GateFailure[] {
  return [{ gate: 'number', detail: '3' }];
}

let updates = 0;

/** An update with a message in a private chat, without text when that is null; `message` overrides its fields. */
export function textUpdate(text: string | null, message: Record<string, unknown> = {}): Record<string, unknown> {
  const from = { id: 5, is_bot: false, first_name: '读者', language_code: 'zh-hans' };
  const command = /^\/\w+(?:@\w+)?/u.exec(text ?? '')?.[0];
  const entities =
    command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
  return {
    update_id: ++updates,
    message: {
      message_id: 3,
      date: 1_700_000_000,
      chat: { id: 5, type: 'private', first_name: '读者' },
      from,
      ...(text !== null && { text }),
      ...entities,
      ...message,
    },
  };
}

interface PostOptions {
  readonly secret?: string | null;
  /** Instead of the harness's own. */
  readonly bindings?: Record<string, unknown>;
}

/** Posts a body to the webhook as Telegram does. What it asks for is in the queue then. */
export async function deliver(
  harness: Harness,
  body: unknown,
  { secret = SECRET, bindings = {} }: PostOptions = {},
): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== null && { 'X-Telegram-Bot-Api-Secret-Token': secret }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = { method: 'POST', headers, body: text };
  const context = createExecutionContext();
  const response = await harness.app.request('/telegram', request, { ...harness.bindings, ...bindings }, context);
  await waitOnExecutionContext(context);
  return response;
}

/** Posts a body to the webhook as Telegram does, and waits until all updates have been handled. */
export async function post(harness: Harness, body: unknown, options: PostOptions = {}): Promise<Response> {
  const response = await deliver(harness, body, options);
  await harness.drain();
  return response;
}
