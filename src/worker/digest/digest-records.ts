import * as z from 'zod/mini';
import type { Database } from '../database.ts';
import { type DigestKey, type KeyRow, keyOf, type SendState } from './digest-ledger.ts';
import type { DigestPlace } from './digest-settings.ts';

/** What became of a digest. */
export interface DigestFate extends DigestKey {
  readonly state: SendState;
  readonly reason: string | null;
  readonly dueAt: number;
  readonly changedAt: number;
}

/** What a place has been shown since everything began anew. */
export interface DigestHistory {
  readonly shown: ReadonlySet<string>;
  /** When its last digest was written, in milliseconds since 1970; null when it has had none. */
  readonly lastAt: number | null;
}

/** What the ledger tells of the past. */
export interface DigestRecords {
  histories(places: readonly DigestPlace[]): Promise<(place: DigestPlace) => DigestHistory>;
  /** What became of the latest digests of a place, the latest first. */
  fates(place: DigestPlace, limit: number): Promise<readonly DigestFate[]>;
  /** How many digests of the last day are in each state. */
  counts(): Promise<readonly { readonly state: SendState; readonly count: number }[]>;
}

const DAY = 86_400_000;
const ITEMS = z.array(z.string());

function placeKey({ chat, topic }: DigestPlace): string {
  return `${chat}:${topic}`;
}

/** @param now milliseconds since 1970 */
export function createDigestRecords(database: Database, now: () => number): DigestRecords {
  return {
    histories: (places) => readHistories(database, places),
    async fates({ chat, topic }, limit) {
      const select = `SELECT chat_id, topic_id, day, part, state, reason, due_at AS dueAt, changed_at AS changedAt
        FROM digest_send WHERE chat_id = ? AND topic_id = ? ORDER BY day DESC LIMIT ?`;
      const { results } = await database
        .prepare(select)
        .bind(chat, topic, limit)
        .all<KeyRow & Omit<DigestFate, keyof DigestKey>>();
      return results.map((row) => ({ ...row, ...keyOf(row) }));
    },
    async counts() {
      const select =
        'SELECT state, count(*) AS count FROM digest_send WHERE changed_at > ? GROUP BY state ORDER BY state';
      const { results } = await database
        .prepare(select)
        .bind(now() - DAY)
        .all<{ state: SendState; count: number }>();
      return results;
    },
  };
}

async function readHistories(
  database: Database,
  places: readonly DigestPlace[],
): Promise<(place: DigestPlace) => DigestHistory> {
  const select = `WITH place AS (
      SELECT value ->> '$.chat' AS chat, value ->> '$.topic' AS topic FROM json_each(?)
    ), round AS (
      SELECT chat, topic, coalesce((SELECT max(day) FROM digest_send WHERE chat_id = chat AND topic_id = topic
        AND restarts = 1 AND state NOT IN ('skipped', 'dead')), '') AS since FROM place
    )
    SELECT s.chat_id, s.topic_id, s.day, s.part, s.items, s.frozen_at
    FROM round JOIN digest_send s ON s.chat_id = round.chat AND s.topic_id = round.topic AND s.day >= round.since
    WHERE s.state NOT IN ('skipped', 'dead')`;
  const keys = places.map(({ chat, topic }) => ({ chat, topic }));
  const { results } = await database
    .prepare(select)
    .bind(JSON.stringify(keys))
    .all<KeyRow & { items: string; frozen_at: number }>();
  const byPlace = Map.groupBy(results, (row) => placeKey(keyOf(row)));
  return (place) => {
    const rows = byPlace.get(placeKey(place)) ?? [];
    return {
      shown: new Set(rows.flatMap(({ items }) => ITEMS.parse(JSON.parse(items)))),
      lastAt: rows.length === 0 ? null : Math.max(...rows.map(({ frozen_at }) => frozen_at)),
    };
  };
}
