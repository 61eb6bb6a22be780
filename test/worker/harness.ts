import type { GateFailure } from '../../src/answer/gate-failure.ts';
import type { Reply } from '../../src/core/block.ts';
import { type App, createApp } from '../../src/worker/app.ts';
import { createLog } from '../../src/worker/log.ts';
import { createConversations } from '../../src/worker/telegram/conversations.ts';
import { ARTEFACT, REPLY } from './invented.ts';

export const TOKEN = '123456:CANARY-token-that-nobody-may-see';
export const SECRET = 'a-secret_of-the-webhook';
export const BINDINGS = {
  TELEGRAM_TOKEN: TOKEN,
  TELEGRAM_SECRET: SECRET,
  TELEGRAM_BOT_USERNAME: 'wenju_test_bot',
  TELEGRAM_API_ROOT: 'https://telegram.invalid',
  PUBLIC_URL: 'https://wenju.example/',
};

/** A call that the bot made. */
export interface OutgoingCall {
  readonly url: string;
  readonly parameters: Record<string, unknown>;
}

export interface Harness {
  readonly app: App;
  readonly questions: string[];
  /** Earlier questions that came with each. */
  readonly histories: (readonly string[])[];
  readonly calls: OutgoingCall[];
  readonly lines: string[];
}

interface HarnessOptions {
  readonly reply?: () => Reply;
  readonly check?: () => readonly GateFailure[];
  /** How Telegram answers. */
  readonly telegram?: () => Response;
  readonly now?: () => number;
}

const SENT = {
  ok: true,
  result: { message_id: 7, date: 1, chat: { id: 5, type: 'private', first_name: 'R' }, text: 'x' },
};

/** The app with an answerer that always gives the invented reply, and a Telegram that records. */
export function createHarness({
  reply = () => REPLY,
  check = () => [],
  telegram = () => Response.json(SENT),
  now = () => Date.parse('2021-01-11T00:00:00Z'),
}: HarnessOptions = {}) {
  const questions: string[] = [];
  const histories: (readonly string[])[] = [];
  const calls: OutgoingCall[] = [];
  const lines: string[] = [];
  const app = createApp({
    answerer: {
      reply(question, history = []) {
        questions.push(question);
        histories.push(history);
        return reply();
      },
    },
    artefact: ARTEFACT,
    check,
    examples: ['2020年甲市𠮷场有多少个？'],
    conversations: createConversations(now),
    log: createLog((line) => lines.push(line)),
    fetch: async (input, init) => {
      calls.push({ url: String(input), parameters: JSON.parse(String(init?.body)) });
      return telegram();
    },
    now,
  });
  return { app, questions, histories, calls, lines } satisfies Harness;
}

/** A gate that refuses everything. */
export function refuseAll(): readonly GateFailure[] {
  return [{ gate: 'number', detail: '3' }];
}

/** An update with a message in a private chat, without text when that is null; `message` overrides its fields. */
export function textUpdate(text: string | null, message: Record<string, unknown> = {}): Record<string, unknown> {
  const from = { id: 5, is_bot: false, first_name: '读者', language_code: 'zh-hans' };
  const command = /^\/\w+(?:@\w+)?/u.exec(text ?? '')?.[0];
  const entities =
    command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
  return {
    update_id: 1,
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
  readonly bindings?: Record<string, unknown>;
}

/** Posts a body to the webhook as Telegram does. */
export async function post(
  { app }: Harness,
  body: unknown,
  { secret = SECRET, bindings = BINDINGS }: PostOptions = {},
): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== null && { 'X-Telegram-Bot-Api-Secret-Token': secret }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.request('/telegram', { method: 'POST', headers, body: text }, bindings);
}
