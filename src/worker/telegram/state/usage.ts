import type { Database } from '../../database.ts';

/** Counts of questions. */
export interface Usage {
  /** Counts one more and tells how many there are now. `period`: the minute or day that is counted. */
  count(scope: string, period: string): Promise<number>;
  prune(): Promise<void>;
}

const LIFETIME_IN_MILLISECONDS = 30 * 86_400_000;

/** @param now milliseconds since 1970 */
export function createUsage(database: Database, now: () => number): Usage {
  return {
    async count(scope, period) {
      const upsert = `INSERT INTO usage (scope, period, count, counted_at) VALUES (?, ?, 1, ?)
        ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`;
      const row = await database.prepare(upsert).bind(scope, period, now()).first<{ count: number }>();
      return row?.count ?? 1;
    },
    async prune() {
      await database
        .prepare('DELETE FROM usage WHERE counted_at < ?')
        .bind(now() - LIFETIME_IN_MILLISECONDS)
        .run();
    },
  };
}
