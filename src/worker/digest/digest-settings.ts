import * as z from 'zod/mini';
import type { Database } from '../database.ts';
import { ALL_DAYS, nextDue, type Schedule } from './schedule.ts';

/** A chat, or a topic of a forum. */
export interface DigestPlace {
  readonly chat: number;
  /** 0 for the chat itself. */
  readonly topic: number;
}

/** What the admins of a place have chosen. */
export interface DigestSettings extends Schedule {
  readonly isOn: boolean;
  /** Names of topics: only these, and these first. */
  readonly topics: readonly string[];
  readonly follows: readonly string[];
  readonly silent: boolean;
  /** Whether yesterday's questions without an answer are listed. */
  readonly listsUnanswered: boolean;
  /** Milliseconds since 1970; null when it is not paused. */
  readonly pausedUntil: number | null;
}

/** Settings as they are kept. Times in milliseconds since 1970. */
export interface KeptDigest extends DigestPlace {
  readonly settings: DigestSettings;
  readonly startedAt: number;
  readonly dueAt: number | null;
}

export const DEFAULT_DIGEST: DigestSettings = {
  ...{ isOn: false, minute: 7 * 60 + 30, zone: 'Asia/Shanghai', days: ALL_DAYS },
  ...{ topics: [], follows: [], silent: false, listsUnanswered: false, pausedUntil: null },
};

export interface DigestSettingsStore {
  find(place: DigestPlace): Promise<KeptDigest | null>;
  /** Keeps settings, and works out when the next digest is due. Switched off, what waits to be sent is not sent. */
  keep(place: DigestPlace, settings: DigestSettings): Promise<void>;
  /** Digests whose time has come, the longest due first. */
  due(limit: number): Promise<readonly KeptDigest[]>;
  /** Switches off a topic, or all of a chat when `topic` is absent; what waits to be sent there is not sent. */
  switchOff(place: { readonly chat: number; readonly topic?: number }): Promise<void>;
  /** Switches off the digests of chats that nothing reaches any more. */
  switchOffGone(): Promise<void>;
  /** Whether a digest of a chat lists questions without an answer. */
  listsUnanswered(chat: number): Promise<boolean>;
}

const names = z.array(z.string());

interface Row {
  readonly chat_id: number;
  readonly topic_id: number;
  readonly is_on: number;
  readonly minute: number;
  readonly zone: string;
  readonly days: number;
  readonly topics: string;
  readonly follows: string;
  readonly silent: number;
  readonly lists_unanswered: number;
  readonly paused_until: number | null;
  readonly started_at: number;
  readonly due_at: number | null;
}

function toDigest(row: Row): KeptDigest {
  const { minute, zone, days } = row;
  const settings = {
    ...{ minute, zone, days, isOn: row.is_on === 1, silent: row.silent === 1, pausedUntil: row.paused_until },
    listsUnanswered: row.lists_unanswered === 1,
    topics: names.parse(JSON.parse(row.topics)),
    follows: names.parse(JSON.parse(row.follows)),
  };
  return { chat: row.chat_id, topic: row.topic_id, settings, startedAt: row.started_at, dueAt: row.due_at };
}

/** When the next digest is due, in milliseconds since 1970; null while it is off. */
export function dueAfter(settings: DigestSettings, after: number): number | null {
  return settings.isOn ? nextDue(settings, Math.max(after, settings.pausedUntil ?? 0)) : null;
}

const UPSERT = `INSERT INTO digest (chat_id, topic_id, is_on, minute, zone, days, topics, follows, silent, lists_unanswered,
    paused_until, started_at, due_at)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
  ON CONFLICT DO UPDATE SET is_on = ?3, minute = ?4, zone = ?5, days = ?6, topics = ?7, follows = ?8, silent = ?9,
    lists_unanswered = ?10, paused_until = ?11, started_at = CASE WHEN is_on = 0 AND ?3 = 1 THEN ?12 ELSE started_at END,
    due_at = ?13`;

/** @param now milliseconds since 1970 */
export function createDigestSettings(database: Database, now: () => number): DigestSettingsStore {
  /** `topic`: null for all of the chat. */
  function dropWaiting({ chat, topic, reason }: { chat: number; topic: number | null; reason: 'off' | 'gone' }) {
    const update = `UPDATE digest_send SET state = 'dead', reason = ?3, body = NULL, changed_at = ?4
      WHERE state = 'pending' AND chat_id = ?1 AND (?2 IS NULL OR topic_id = ?2)`;
    return database.prepare(update).bind(chat, topic, reason, now());
  }
  return {
    async find({ chat, topic }) {
      const select = 'SELECT * FROM digest WHERE chat_id = ? AND topic_id = ?';
      const row = await database.prepare(select).bind(chat, topic).first<Row>();
      return row === null ? null : toDigest(row);
    },
    async keep({ chat, topic }, settings) {
      const { isOn, minute, zone, days, topics, follows, silent, listsUnanswered, pausedUntil } = settings;
      const time = now();
      const values = [
        ...[chat, topic, Number(isOn), minute, zone, days, JSON.stringify(topics), JSON.stringify(follows)],
        ...[Number(silent), Number(listsUnanswered), pausedUntil, time, dueAfter(settings, time)],
      ];
      const change = database.prepare(UPSERT).bind(...values);
      const place = { chat, topic, reason: 'off' } as const;
      await database.batch(isOn ? [change] : [change, dropWaiting(place)]);
    },
    async due(limit) {
      const select = 'SELECT * FROM digest WHERE due_at <= ? ORDER BY due_at, chat_id, topic_id LIMIT ?';
      const { results } = await database.prepare(select).bind(now(), limit).all<Row>();
      return results.map(toDigest);
    },
    async switchOff({ chat, topic }) {
      const update = 'UPDATE digest SET is_on = 0, due_at = NULL WHERE chat_id = ?1 AND (?2 IS NULL OR topic_id = ?2)';
      const change = database.prepare(update).bind(chat, topic ?? null);
      await database.batch([change, dropWaiting({ chat, topic: topic ?? null, reason: 'gone' })]);
    },
    async switchOffGone() {
      const gone = 'chat_id IN (SELECT chat_id FROM chat WHERE gone_at IS NOT NULL)';
      const update = `UPDATE digest SET is_on = 0, due_at = NULL WHERE due_at <= ? AND ${gone}`;
      const drop = `UPDATE digest_send SET state = 'dead', reason = 'gone', body = NULL, changed_at = ?
        WHERE state = 'pending' AND ${gone}`;
      await database.batch([database.prepare(update).bind(now()), database.prepare(drop).bind(now())]);
    },
    async listsUnanswered(chat) {
      const select = 'SELECT 1 AS yes FROM digest WHERE chat_id = ? AND is_on = 1 AND lists_unanswered = 1 LIMIT 1';
      return (await database.prepare(select).bind(chat).first()) !== null;
    },
  };
}
