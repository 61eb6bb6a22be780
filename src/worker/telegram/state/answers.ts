import * as z from 'zod/mini';
import type { Database } from '../../database.ts';

/** An answer that was sent. Its text is not kept: the same question and history give it again. */
export interface SentAnswer {
  readonly id: string;
  readonly chat: number;
  readonly user: number | null;
  readonly questionMessage: number;
  readonly question: string;
  readonly history: readonly string[];
}

export interface Answers {
  keep(answer: SentAnswer): Promise<void>;
  keepMessage(message: SentMessage): Promise<void>;
  find(id: string): Promise<SentAnswer | null>;
  /** The answer that a message is part of. */
  findByMessage(chat: number, message: number): Promise<SentAnswer | null>;
  findByQuestion(chat: number, message: number): Promise<SentAnswer | null>;
  /** Identifiers of an answer's messages in the order of its parts. */
  messagesOf(id: string): Promise<readonly number[]>;
  dropMessage(chat: number, message: number): Promise<void>;
  rate(id: string, rating: { readonly user: number; readonly value: 1 | -1 }): Promise<void>;
  forget(who: { readonly chat: number } | { readonly user: number }): Promise<void>;
  prune(): Promise<void>;
}

export interface SentMessage {
  readonly answer: string;
  readonly chat: number;
  readonly message: number;
  /** From 0. */
  readonly part: number;
}

/** Texts of people are kept this long at most. */
const LIFETIME_IN_MILLISECONDS = 30 * 86_400_000;

const HISTORY = z.array(z.string());
const SELECT = 'SELECT id, chat_id, user_id, question_message_id, question, history FROM answer';

interface Row {
  readonly id: string;
  readonly chat_id: number;
  readonly user_id: number | null;
  readonly question_message_id: number;
  readonly question: string;
  readonly history: string;
}

function toAnswer(row: Row | null): SentAnswer | null {
  if (row === null) return null;
  return {
    id: row.id,
    chat: row.chat_id,
    user: row.user_id,
    questionMessage: row.question_message_id,
    question: row.question,
    history: HISTORY.parse(JSON.parse(row.history)),
  };
}

/** @param now milliseconds since 1970 */
export function createAnswers(database: Database, now: () => number): Answers {
  const one = async (where: string, ...values: readonly (string | number)[]) =>
    toAnswer(
      await database
        .prepare(`${SELECT} WHERE ${where} ORDER BY answered_at DESC LIMIT 1`)
        .bind(...values)
        .first<Row>(),
    );
  return {
    async keep({ id, chat, user, questionMessage, question, history }) {
      const insert = `INSERT INTO answer (id, chat_id, user_id, question_message_id, question, history, answered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET question = excluded.question, history = excluded.history`;
      const values = [id, chat, user, questionMessage, question, JSON.stringify(history), now()];
      await database
        .prepare(insert)
        .bind(...values)
        .run();
    },
    async keepMessage({ answer, chat, message, part }) {
      const insert =
        'INSERT INTO answer_message (answer, chat_id, message_id, part) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
      await database.prepare(insert).bind(answer, chat, message, part).run();
    },
    find: (id) => one('id = ?', id),
    findByMessage: (chat, message) =>
      one('id = (SELECT answer FROM answer_message WHERE chat_id = ? AND message_id = ?)', chat, message),
    findByQuestion: (chat, message) => one('chat_id = ? AND question_message_id = ?', chat, message),
    async messagesOf(id) {
      const select = 'SELECT message_id FROM answer_message WHERE answer = ? ORDER BY part';
      const { results } = await database.prepare(select).bind(id).all<{ message_id: number }>();
      return results.map(({ message_id }) => message_id);
    },
    async dropMessage(chat, message) {
      await database
        .prepare('DELETE FROM answer_message WHERE chat_id = ? AND message_id = ?')
        .bind(chat, message)
        .run();
    },
    async rate(id, { user, value }) {
      const insert =
        'INSERT INTO feedback (answer, user_id, value, given_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
      await database.prepare(insert).bind(id, user, value, now()).run();
    },
    forget: (who) => forget(database, who),
    prune: () => prune(database, now() - LIFETIME_IN_MILLISECONDS),
  };
}

async function forget(database: Database, who: { readonly chat: number } | { readonly user: number }): Promise<void> {
  const [column, value] = 'chat' in who ? ['chat_id', who.chat] : ['user_id', who.user];
  const answers = `SELECT id FROM answer WHERE ${column} = ?`;
  await database.batch([
    database.prepare(`DELETE FROM feedback WHERE answer IN (${answers})`).bind(value),
    database.prepare(`DELETE FROM answer_message WHERE answer IN (${answers})`).bind(value),
    database.prepare(`DELETE FROM answer WHERE ${column} = ?`).bind(value),
    database.prepare(`DELETE FROM unanswered WHERE ${column} = ?`).bind(value),
  ]);
}

async function prune(database: Database, before: number): Promise<void> {
  const old = 'SELECT id FROM answer WHERE answered_at < ?';
  await database.batch([
    database.prepare(`DELETE FROM answer_message WHERE answer IN (${old})`).bind(before),
    database.prepare('DELETE FROM answer WHERE answered_at < ?').bind(before),
    database.prepare('DELETE FROM unanswered WHERE asked_at < ?').bind(before),
  ]);
}
