import type { Database } from '../../database.ts';

/** An update that is being handled. */
export interface Job {
  readonly updateId: number;
  /** The update as JSON. */
  readonly body: string;
  /** In milliseconds since 1970. */
  readonly receivedAt: number;
  /** From 1. */
  readonly attempts: number;
  /** Whether it was handled before, in part. */
  readonly isAgain: boolean;
  /** Messages of its answer that have reached Telegram before. */
  readonly sent: number;
}

/** The updates that Telegram has delivered, each once. Those of one key are handled one after another, in order. */
export interface Inbox {
  /** Whether the update is new: exactly one of all its deliveries is told so. */
  accept(update: { readonly id: number; readonly key: string; readonly body: string }): Promise<boolean>;
  /** The next update of a key; null if there is none, if it is being handled, or if its time has not come. */
  claim(key: string): Promise<Job | null>;
  /** Whether a key has an update that is not handled yet. */
  isWaiting(key: string): Promise<boolean>;
  countSent(updateId: number): Promise<void>;
  finish(updateId: number): Promise<void>;
  /** To be handled again from then on, in milliseconds since 1970. `forgiven`: the attempt does not count. */
  postpone(updateId: number, options: { readonly dueAt: number; readonly forgiven: boolean }): Promise<void>;
  /** Keys with an update that could be claimed: what a lost message of the queue has left over. */
  overdueKeys(): Promise<readonly string[]>;
  /** Forgets updates that Telegram will not deliver again. */
  prune(): Promise<void>;
}

/** Longer than an answer with all its calls takes; then someone else may try. */
const LEASE_IN_MILLISECONDS = 120_000;
/** Telegram gives up on an update after a day. */
const LIFETIME_IN_MILLISECONDS = 2 * 86_400_000;
/** Keys swept at a time. */
const SWEPT = 100;

interface Row {
  readonly update_id: number;
  readonly body: string;
  readonly received_at: number;
  readonly due_at: number;
  readonly attempts: number;
  readonly sent: number;
}

/** @param now milliseconds since 1970 */
export function createInbox(database: Database, now: () => number): Inbox {
  return {
    async accept({ id, key, body }) {
      const insert =
        'INSERT INTO inbox (update_id, queue_key, body, received_at, due_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
      const time = now();
      const { meta } = await database.prepare(insert).bind(id, key, body, time, time).run();
      return meta.changes === 1;
    },
    async claim(key) {
      const update = `UPDATE inbox SET lease_until = ?1, attempts = attempts + 1
        WHERE seq = (SELECT seq FROM inbox WHERE queue_key = ?2 AND body IS NOT NULL ORDER BY seq LIMIT 1)
          AND due_at <= ?3 AND lease_until <= ?3
        RETURNING update_id, body, received_at, due_at, attempts, sent`;
      const time = now();
      const row = await database
        .prepare(update)
        .bind(time + LEASE_IN_MILLISECONDS, key, time)
        .first<Row>();
      if (row === null) return null;
      const { update_id: updateId, received_at: receivedAt, due_at: dueAt, ...rest } = row;
      return { updateId, receivedAt, isAgain: rest.attempts > 1 || dueAt > receivedAt, ...rest };
    },
    async isWaiting(key) {
      const select = 'SELECT 1 AS found FROM inbox WHERE queue_key = ? AND body IS NOT NULL LIMIT 1';
      return (await database.prepare(select).bind(key).first()) !== null;
    },
    async countSent(updateId) {
      await database.prepare('UPDATE inbox SET sent = sent + 1 WHERE update_id = ?').bind(updateId).run();
    },
    async finish(updateId) {
      await database.prepare('UPDATE inbox SET body = NULL, lease_until = 0 WHERE update_id = ?').bind(updateId).run();
    },
    async postpone(updateId, { dueAt, forgiven }) {
      const update = 'UPDATE inbox SET due_at = ?, lease_until = 0, attempts = attempts - ? WHERE update_id = ?';
      await database.prepare(update).bind(dueAt, Number(forgiven), updateId).run();
    },
    async overdueKeys() {
      const select =
        'SELECT DISTINCT queue_key FROM inbox WHERE body IS NOT NULL AND due_at <= ?1 AND lease_until <= ?1 LIMIT ?2';
      const { results } = await database.prepare(select).bind(now(), SWEPT).all<{ queue_key: string }>();
      return results.map(({ queue_key }) => queue_key);
    },
    async prune() {
      await database
        .prepare('DELETE FROM inbox WHERE received_at < ?')
        .bind(now() - LIFETIME_IN_MILLISECONDS)
        .run();
    },
  };
}
