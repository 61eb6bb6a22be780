import * as z from 'zod/mini';
import type { Database } from './database.ts';
import { type ModelSettings, readModelSettings } from './model/model-settings.ts';
import { type EmbeddingBindings, readEmbeddingBindings } from './model/question-embedder.ts';

/** What the Telegram side needs. */
export interface TelegramSettings {
  readonly token: string;
  readonly secret: string;
  /** Without @; null when it is not configured, then mentions in groups go unseen. */
  readonly username: string | null;
  /** Address of the Bot API without a final slash. */
  readonly apiRoot: string;
  /** Where readers reach the pages, without a final slash; null leaves citations without links. */
  readonly publicUrl: string | null;
  /** Users and chats that may use the bot; null: everyone. */
  readonly allowed: ReadonlySet<number> | null;
  /** Users who may see /admin. */
  readonly owners: ReadonlySet<number>;
  /** Questions answered a day, over all chats. */
  readonly dailyLimit: number;
}

/** Says which conversations have updates waiting. */
export interface UpdateQueue {
  send(message: QueueMessage, options?: { readonly delaySeconds?: number }): Promise<unknown>;
}

/** `key`: as in the inbox. */
export interface QueueMessage {
  readonly key: string;
}

/** Takes digests to send. */
export interface DigestQueue {
  sendBatch(messages: readonly { readonly body: DigestQueueMessage }[]): Promise<unknown>;
}

/** Which digest is to be sent: as in its ledger. */
export interface DigestQueueMessage {
  readonly chat: number;
  readonly topic: number;
  readonly day: string;
  readonly part: number;
}

/** What the Worker needs to handle updates. */
export interface TelegramBindings {
  readonly settings: TelegramSettings;
  readonly database: Database;
  readonly updates: UpdateQueue;
  readonly digests: DigestQueue;
  /** Null: answers come from the rules alone. */
  readonly model: ModelSettings | null;
  readonly embedding: EmbeddingBindings;
}

interface Wrong {
  readonly ok: false;
  /** The first binding that is missing or malformed. */
  readonly name: string;
  /** What is wrong with it; never its value. */
  readonly detail: string;
}

/** Settings, or the binding that is missing or wrong. */
export type TelegramSettingsResult = { readonly ok: true; readonly settings: TelegramSettings } | Wrong;
export type TelegramBindingsResult = { readonly ok: true; readonly bindings: TelegramBindings } | Wrong;

const TELEGRAM_API_ROOT = 'https://api.telegram.org';

/** A variable set to nothing is one that is not set. */
function orAbsent(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** `http:` is for a local Worker; Telegram itself only calls `https:`. */
const address = z.pipe(
  z.url({ protocol: /^https?$/u, error: 'must be an http or https address' }),
  z.transform((url: string) => url.replace(/\/+$/u, '')),
);

/** Identifiers of users and chats, separated by commas or spaces. */
const identifiers = z.pipe(
  z.string().check(z.regex(/^-?\d+(?:[,\s]+-?\d+)*$/u, 'must be identifiers separated by commas')),
  z.transform((text: string) => new Set(text.split(/[,\s]+/u).map(Number))),
);
const count = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/u, 'must be a number above 0')), z.transform(Number));
const DAILY_LIMIT = 5000;

const optional = <Schema extends z.core.$ZodType>(schema: Schema) => z.pipe(z.transform(orAbsent), z.optional(schema));
const required = (schema: z.ZodMiniString) => z.pipe(z.transform(orAbsent), schema);

const BINDINGS = z.object({
  TELEGRAM_TOKEN: required(
    z.string({ error: 'is missing' }).check(z.regex(/^\d+:[\w-]+$/u, 'must look like 123456:ABC-DEF')),
  ),
  // Character set and length: Bot API, setWebhook, secret_token.
  TELEGRAM_SECRET: required(
    z
      .string({ error: 'is missing' })
      .check(z.regex(/^[\w-]{1,256}$/u, 'must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -')),
  ),
  TELEGRAM_BOT_USERNAME: optional(z.string().check(z.regex(/^\w{1,64}$/u, 'must be a username without @'))),
  TELEGRAM_API_ROOT: optional(address),
  PUBLIC_URL: optional(address),
  ALLOWED_IDS: optional(identifiers),
  OWNER_IDS: optional(identifiers),
  DAILY_LIMIT: optional(count),
});

function has(value: unknown, method: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, method) === 'function';
}

const DATABASE = { DB: z.custom<Database>((value) => has(value, 'prepare'), 'is missing') };
const RESOURCES = z.object({
  ...DATABASE,
  UPDATES: z.custom<UpdateQueue>((value) => has(value, 'send'), 'is missing'),
  DIGESTS: z.custom<DigestQueue>((value) => has(value, 'sendBatch'), 'is missing'),
});

/**
 * Checks all bindings of the Worker.
 *
 * @returns them, or the name of the first one that is missing or malformed
 */
export function readTelegramBindings(bindings: unknown): TelegramBindingsResult {
  const read = readTelegramSettings(bindings);
  if (!read.ok) return read;
  const parsed = RESOURCES.safeParse(bindings);
  if (!parsed.success) return wrong(parsed.error.issues[0]);
  const model = readModelSettings(bindings);
  if (!model.ok) return model;
  const { DB: database, UPDATES: updates, DIGESTS: digests } = parsed.data;
  return {
    ok: true,
    bindings: {
      settings: read.settings,
      database,
      updates,
      digests,
      model: model.settings,
      embedding: readEmbeddingBindings(bindings),
    },
  };
}

/** The bindings of the isolate, checked when they are first seen: an isolate has the same ones for all its requests. */
export type ReadBindings = (bindings: unknown) => TelegramBindingsResult;

export function createBindingsReader(): ReadBindings {
  const known = new WeakMap<object, TelegramBindingsResult>();
  return function readBindings(bindings) {
    if (typeof bindings !== 'object' || bindings === null) return readTelegramBindings(bindings);
    const result = known.get(bindings) ?? readTelegramBindings(bindings);
    known.set(bindings, result);
    return result;
  };
}

/** The database alone, for what works without Telegram; null when it is not bound. */
export function readDatabase(bindings: unknown): Database | null {
  return z.object(DATABASE).safeParse(bindings).data?.DB ?? null;
}

function wrong(issue: z.core.$ZodIssue | undefined): Wrong {
  return { ok: false, name: String(issue?.path[0] ?? 'bindings'), detail: issue?.message ?? 'is not an object' };
}

/**
 * Checks the variables that the Telegram side needs.
 *
 * @returns the settings, or the name of the first binding that is missing or malformed with what is wrong; never its value
 */
export function readTelegramSettings(bindings: unknown): TelegramSettingsResult {
  const parsed = BINDINGS.safeParse(bindings ?? {});
  if (!parsed.success) return wrong(parsed.error.issues[0]);
  const { TELEGRAM_TOKEN, TELEGRAM_SECRET, TELEGRAM_BOT_USERNAME, PUBLIC_URL } = parsed.data;
  return {
    ok: true,
    settings: {
      token: TELEGRAM_TOKEN,
      secret: TELEGRAM_SECRET,
      username: TELEGRAM_BOT_USERNAME ?? null,
      apiRoot: parsed.data.TELEGRAM_API_ROOT ?? TELEGRAM_API_ROOT,
      publicUrl: PUBLIC_URL ?? null,
      allowed: parsed.data.ALLOWED_IDS ?? null,
      owners: parsed.data.OWNER_IDS ?? new Set(),
      dailyLimit: parsed.data.DAILY_LIMIT ?? DAILY_LIMIT,
    },
  };
}
