import type { Database } from '../../database.ts';

/** How the bot is doing, for its owners. */
export interface OwnersReport {
  readonly answersOfDay: number;
  /** Of 30 days, as are users and chats. */
  readonly answers: number;
  readonly users: number;
  readonly chats: number;
  readonly gone: number;
  readonly helpful: number;
  readonly unhelpful: number;
  /** Updates not handled yet. */
  readonly waiting: number;
  /** Seconds that the oldest of them has waited. */
  readonly oldest: number | null;
  /** Questions of the last week that found no answer, from chats that consent, newest first. */
  readonly unanswered: readonly string[];
}

export interface OwnersReports {
  summarize(): Promise<OwnersReport>;
  keepUnanswered(question: {
    readonly chat: number;
    readonly user: number | null;
    readonly text: string;
    /** Whether the owners may read it. */
    readonly forOwners: boolean;
  }): Promise<void>;
}

const DAY = 86_400_000;
const LISTED = 100;

type Counts = Omit<OwnersReport, 'oldest' | 'unanswered'> & { readonly first: number | null };

/** @param now milliseconds since 1970 */
export function createOwnersReports(database: Database, now: () => number): OwnersReports {
  return {
    async summarize() {
      const select = `SELECT
        (SELECT count(*) FROM answer WHERE answered_at > ?1) AS answersOfDay,
        (SELECT count(*) FROM answer) AS answers,
        (SELECT count(DISTINCT user_id) FROM answer) AS users,
        (SELECT count(DISTINCT chat_id) FROM answer) AS chats,
        (SELECT count(*) FROM chat WHERE gone_at IS NOT NULL) AS gone,
        (SELECT count(*) FROM feedback WHERE value > 0) AS helpful,
        (SELECT count(*) FROM feedback WHERE value < 0) AS unhelpful,
        (SELECT count(*) FROM inbox WHERE body IS NOT NULL) AS waiting,
        (SELECT min(received_at) FROM inbox WHERE body IS NOT NULL) AS first`;
      const counts = await database
        .prepare(select)
        .bind(now() - DAY)
        .first<Counts>();
      if (counts === null) throw new TypeError('A query without a table gave no row');
      const { results } = await database
        .prepare('SELECT question FROM unanswered WHERE asked_at > ? AND for_owners = 1 ORDER BY seq DESC LIMIT ?')
        .bind(now() - 7 * DAY, LISTED)
        .all<{ question: string }>();
      const { first, ...rest } = counts;
      const oldest = first === null ? null : Math.round((now() - first) / 1000);
      return { ...rest, oldest, unanswered: results.map(({ question }) => question) };
    },
    async keepUnanswered({ chat, user, text, forOwners }) {
      const insert = 'INSERT INTO unanswered (chat_id, user_id, question, for_owners, asked_at) VALUES (?, ?, ?, ?, ?)';
      await database.prepare(insert).bind(chat, user, text, Number(forOwners), now()).run();
    },
  };
}
