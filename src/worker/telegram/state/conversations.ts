import type { Context } from 'grammy';
import type { Database } from '../../database.ts';

/** What people asked before, so that a follow-up question can leave out what has been said. */
export interface Conversations {
  /** Earlier questions of the same person in the same chat and topic, oldest first, back to the last long pause. */
  recall(turn: Turn): Promise<readonly string[]>;
  remember(turn: Turn, question: string): Promise<void>;
  /** Forgets what a chat, or one person in all chats, has asked. */
  forget(who: { readonly chat: number } | { readonly user: number }): Promise<void>;
  prune(): Promise<void>;
}

/** One question: edited, or handled again after a failure, it is still the same turn. */
export interface Turn {
  readonly conversation: string;
  readonly message: number;
}

/** A pause after which a question starts anew. */
const LIFETIME_IN_MILLISECONDS = 30 * 60_000;
const TURNS_KEPT = 6;

/** @param now milliseconds since 1970 */
export function createConversations(database: Database, now: () => number): Conversations {
  return {
    async recall({ conversation, message }) {
      const select =
        'SELECT question, asked_at FROM turn WHERE conversation = ? AND message_id < ? ORDER BY message_id DESC LIMIT ?';
      const { results } = await database
        .prepare(select)
        .bind(conversation, message, TURNS_KEPT)
        .all<{ question: string; asked_at: number }>();
      let last = now();
      const recent = results.findIndex(({ asked_at }) => {
        const isOver = last - asked_at >= LIFETIME_IN_MILLISECONDS;
        last = asked_at;
        return isOver;
      });
      const turns = recent === -1 ? results : results.slice(0, recent);
      return turns.map(({ question }) => question).reverse();
    },
    async remember({ conversation, message }, question) {
      const insert =
        'INSERT INTO turn (conversation, message_id, question, asked_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET question = excluded.question';
      await database.prepare(insert).bind(conversation, message, question, now()).run();
    },
    async forget(who) {
      const pattern = 'chat' in who ? `${who.chat}:%` : `%:${who.user}`;
      await database.prepare('DELETE FROM turn WHERE conversation LIKE ?').bind(pattern).run();
    },
    async prune() {
      await database
        .prepare('DELETE FROM turn WHERE asked_at < ?')
        .bind(now() - 6 * LIFETIME_IN_MILLISECONDS)
        .run();
    },
  };
}

/** One conversation a person, chat and topic. */
export function conversationKey({ chat, from, msg }: Context): string {
  return [chat?.id, (msg?.is_topic_message && msg.message_thread_id) || '', from?.id].join(':');
}
