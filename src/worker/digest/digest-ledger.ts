import * as z from 'zod/mini';
import type { Database } from '../database.ts';
import type { DigestMessage } from './digest-message.ts';
import type { DigestPlace } from './digest-settings.ts';

export const SEND_STATES = ['pending', 'sending', 'sent', 'dead', 'unknown', 'skipped'] as const;
export type SendState = (typeof SEND_STATES)[number];

/** One digest: of a place, a local day, and a part of it, from 0. */
export interface DigestKey extends DigestPlace {
  /** ISO date where the place is. */
  readonly day: string;
  readonly part: number;
}

/** A digest as it is written down, once and for all. Times in milliseconds since 1970. */
export interface FrozenDigest extends DigestKey {
  readonly dueAt: number;
  /** Null: nothing goes out, for the reason. */
  readonly message: DigestMessage | null;
  readonly reason: SkipReason | null;
  readonly items: readonly string[];
  readonly restarts: boolean;
}

/** Why nothing went out: it was too late, there was nothing to say, or it could not be composed. */
export type SkipReason = 'late' | 'empty' | 'failed';

/** How an attempt to send ended. */
export type Settled =
  | { readonly state: 'sent'; readonly message: number }
  | { readonly state: 'dead' | 'unknown'; readonly reason: string }
  /** It was refused for now: to be tried again after so many seconds. */
  | { readonly state: 'pending'; readonly reason: string; readonly seconds: number };

export interface DigestLedger {
  /** Writes digests down; those that stand there already stay as they are. With each, when the next of its place is due. */
  freeze(digests: readonly (FrozenDigest & { readonly nextDueAt: number | null })[]): Promise<void>;
  /** A digest that waits to be sent. */
  findPending(key: DigestKey): Promise<{ readonly message: DigestMessage; readonly notBefore: number } | null>;
  /** Makes it this caller's to send. Exactly one is told so. */
  claim(key: DigestKey): Promise<boolean>;
  settle(key: DigestKey, settled: Settled): Promise<void>;
  /** What nobody has finished in time: sent by someone who ended, it is unknown; not sent for half a day, it is dead. */
  expire(): Promise<void>;
  /** Digests to put into the queue, and that they have been. */
  waiting(limit: number): Promise<readonly DigestKey[]>;
  announced(keys: readonly DigestKey[]): Promise<void>;
  /** Forgets what no rotation needs. */
  prune(): Promise<void>;
}

/** Longer than a call takes; whoever sends has ended then. */
const LEASE = 120_000;
/** A digest that old is not sent any more. */
export const LATEST = 12 * 3_600_000;
/** A little less than the sweeper's five minutes. */
const ANNOUNCED_FOR = 240_000;
const KEPT = 60 * 86_400_000;

const MESSAGE = z.object({
  text: z.string(),
  entities: z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() })),
  silent: z.boolean(),
});
const WHERE = 'chat_id = ?1 AND topic_id = ?2 AND day = ?3 AND part = ?4';

/** As the columns are named. */
export interface KeyRow {
  readonly chat_id: number;
  readonly topic_id: number;
  readonly day: string;
  readonly part: number;
}

export function keyOf({ chat_id: chat, topic_id: topic, day, part }: KeyRow): DigestKey {
  return { chat, topic, day, part };
}

/** @param now milliseconds since 1970 */
export function createDigestLedger(database: Database, now: () => number): DigestLedger {
  const of = (sql: string, { chat, topic, day, part }: DigestKey, ...values: readonly (string | number | null)[]) =>
    database.prepare(sql).bind(chat, topic, day, part, ...values);
  return {
    freeze: (digests) => freeze(database, { digests, time: now() }),
    async findPending(key) {
      const row = await of(`SELECT body, not_before FROM digest_send WHERE ${WHERE} AND state = 'pending'`, key).first<{
        body: string;
        not_before: number;
      }>();
      if (row === null) return null;
      // It was written down as the renderer made it.
      return { message: MESSAGE.parse(JSON.parse(row.body)) as unknown as DigestMessage, notBefore: row.not_before };
    },
    async claim(key) {
      const update = `UPDATE digest_send SET state = 'sending', lease_until = ?5, attempts = attempts + 1, changed_at = ?6
        WHERE ${WHERE} AND state = 'pending'`;
      const time = now();
      return (await of(update, key, time + LEASE, time).run()).meta.changes === 1;
    },
    async settle(key, settled) {
      const time = now();
      const wait = settled.state === 'pending' ? settled.seconds * 1000 : 0;
      const update = `UPDATE digest_send SET state = ?5, reason = ?6, message_id = ?7, not_before = ?8, announce_at = ?9,
          changed_at = ?10, body = CASE WHEN ?5 = 'pending' THEN body END
        WHERE ${WHERE} AND state IN ('pending', 'sending')`;
      const { state } = settled;
      const reason = settled.state === 'sent' ? null : settled.reason;
      const message = settled.state === 'sent' ? settled.message : null;
      await of(update, key, state, reason, message, time + wait, time + wait + ANNOUNCED_FOR, time).run();
    },
    async expire() {
      const time = now();
      const close = (state: SendState, reason: string, where: string, before: number) =>
        database
          .prepare(`UPDATE digest_send SET state = ?1, reason = ?2, body = NULL, changed_at = ?3 WHERE ${where} <= ?4`)
          .bind(state, reason, time, before);
      await database.batch([
        close('unknown', 'ended', "state = 'sending' AND lease_until", time),
        close('dead', 'late', "state = 'pending' AND due_at", time - LATEST),
      ]);
    },
    async waiting(limit) {
      const select = `SELECT chat_id, topic_id, day, part FROM digest_send
        WHERE state = 'pending' AND announce_at <= ? ORDER BY announce_at, due_at, chat_id, topic_id LIMIT ?`;
      const { results } = await database.prepare(select).bind(now(), limit).all<KeyRow>();
      return results.map(keyOf);
    },
    async announced(keys) {
      const update = `UPDATE digest_send SET announce_at = ?1 FROM json_each(?2) AS one
        WHERE chat_id = one.value ->> '$.chat' AND topic_id = one.value ->> '$.topic' AND day = one.value ->> '$.day'
          AND part = one.value ->> '$.part'`;
      await database
        .prepare(update)
        .bind(now() + ANNOUNCED_FOR, JSON.stringify(keys))
        .run();
    },
    async prune() {
      const later = `SELECT 1 FROM digest_send later WHERE later.chat_id = digest_send.chat_id
        AND later.topic_id = digest_send.topic_id AND later.day > digest_send.day AND later.restarts = 1`;
      await database
        .prepare(`DELETE FROM digest_send WHERE changed_at < ? AND EXISTS (${later})`)
        .bind(now() - KEPT)
        .run();
    },
  };
}

async function freeze(
  database: Database,
  { digests, time }: { digests: Parameters<DigestLedger['freeze']>[0]; time: number },
): Promise<void> {
  if (digests.length === 0) return;
  const rows = digests.map(({ message, items, restarts, reason, ...digest }) => ({
    ...digest,
    reason,
    state: message === null ? 'skipped' : 'pending',
    body: message === null ? null : JSON.stringify(message),
    items: JSON.stringify(items),
    restarts: Number(restarts),
  }));
  const insert = `INSERT INTO digest_send (chat_id, topic_id, day, part, state, due_at, frozen_at, body, items, restarts,
      announce_at, reason, changed_at)
    SELECT value ->> '$.chat', value ->> '$.topic', value ->> '$.day', value ->> '$.part', value ->> '$.state',
      value ->> '$.dueAt', ?2, value ->> '$.body', value ->> '$.items', value ->> '$.restarts', ?2, value ->> '$.reason', ?2
    FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`;
  const advance = `UPDATE digest SET due_at = one.value ->> '$.nextDueAt',
      paused_until = CASE WHEN paused_until > ?2 THEN paused_until END
    FROM json_each(?1) AS one
    WHERE chat_id = one.value ->> '$.chat' AND topic_id = one.value ->> '$.topic' AND due_at = one.value ->> '$.dueAt'`;
  const json = JSON.stringify(rows);
  await database.batch([database.prepare(insert).bind(json, time), database.prepare(advance).bind(json, time)]);
}
