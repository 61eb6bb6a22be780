import type { Completion } from '../../answer/model/complete.ts';
import type { ModelStep } from '../../answer/model/model-trace.ts';
import type { Database } from '../database.ts';
import type { ModelCaps } from './model-settings.ts';

/** A share of the budget: everybody's, a chat's or a user's. */
export interface BudgetShare {
  readonly scope: string;
  readonly caps: ModelCaps;
}

/** How often the model gave or failed to give something, over some days. */
export interface OutcomeCount {
  readonly task: string;
  readonly outcome: string;
  readonly reason: string;
  readonly count: number;
  readonly tokens: number;
}

/** What D1 keeps of the model: what was spent, what became of it, and what it wrote. */
export interface ModelLedger {
  /** Counts a call towards each share, or none when one of them is used up. */
  spendCall(shares: readonly BudgetShare[]): Promise<boolean>;
  spendTokens(shares: readonly BudgetShare[], tokens: number): Promise<void>;
  recall(key: string): Promise<Completion | null>;
  keep(key: string, completion: Completion): Promise<void>;
  record(steps: readonly ModelStep[]): Promise<void>;
  /** Of the last seven days, most frequent first. */
  outcomes(): Promise<readonly OutcomeCount[]>;
  prune(): Promise<void>;
}

const DAY = 86_400_000;
/** Days begin at midnight UTC, when the allocation of Workers AI is given anew. */
const CACHE_DAYS = 7;
const KEPT_DAYS = 30;
const SHOWN_DAYS = 7;

const COUNT_CALL = `INSERT INTO model_usage (scope, day, calls, tokens) VALUES (?, ?, 1, 0)
  ON CONFLICT DO UPDATE SET calls = calls + 1 RETURNING calls, tokens`;
const COUNT_TOKENS = `INSERT INTO model_usage (scope, day, calls, tokens) VALUES (?, ?, 0, ?)
  ON CONFLICT DO UPDATE SET tokens = tokens + excluded.tokens`;
const RECORD = `INSERT INTO model_outcome (day, task, outcome, reason, count, tokens) VALUES (?, ?, ?, ?, 1, ?)
  ON CONFLICT DO UPDATE SET count = count + 1, tokens = tokens + excluded.tokens`;

/** @param now milliseconds since 1970 */
export function createModelLedger(database: Database, now: () => number): ModelLedger {
  const today = (): number => Math.floor(now() / DAY);
  return {
    async spendCall(shares) {
      for (const { scope, caps } of shares) {
        const row = await database.prepare(COUNT_CALL).bind(scope, today()).first<{ calls: number; tokens: number }>();
        if (row !== null && (row.calls > caps.calls || row.tokens >= caps.tokens)) return false;
      }
      return true;
    },
    async spendTokens(shares, tokens) {
      if (tokens <= 0) return;
      await database.batch(shares.map(({ scope }) => database.prepare(COUNT_TOKENS).bind(scope, today(), tokens)));
    },
    async recall(key) {
      const row = await database
        .prepare('SELECT text FROM model_text WHERE key = ? AND day > ?')
        .bind(key, today() - CACHE_DAYS)
        .first<{ text: string }>();
      return row === null ? null : { text: row.text, tokens: 0 };
    },
    async keep(key, { text }) {
      await database
        .prepare('INSERT OR REPLACE INTO model_text (key, text, day) VALUES (?, ?, ?)')
        .bind(key, text, today())
        .run();
    },
    async record(steps) {
      if (steps.length === 0) return;
      await database.batch(
        steps.map(({ task, outcome, reason, tokens }) =>
          database.prepare(RECORD).bind(today(), task, outcome, reason ?? '', tokens ?? 0),
        ),
      );
    },
    async outcomes() {
      const { results } = await database
        .prepare(
          `SELECT task, outcome, reason, SUM(count) AS count, SUM(tokens) AS tokens FROM model_outcome WHERE day > ?
           GROUP BY task, outcome, reason ORDER BY count DESC, task, outcome, reason`,
        )
        .bind(today() - SHOWN_DAYS)
        .all<OutcomeCount>();
      return results;
    },
    async prune() {
      await database.batch([
        database.prepare('DELETE FROM model_text WHERE day <= ?').bind(today() - CACHE_DAYS),
        ...['model_usage', 'model_outcome'].map((table) =>
          database.prepare(`DELETE FROM ${table} WHERE day <= ?`).bind(today() - KEPT_DAYS),
        ),
      ]);
    },
  };
}
