import type { Database } from '../../database.ts';

export const LANGUAGES = ['zh', 'zh-hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a chat has chosen. */
export interface ChatSettings {
  /** Null: that of whoever asks. */
  readonly language: Language | null;
  /** Whether questions without an answer may be kept for the owners to read. */
  readonly consents: boolean;
  /** Since when nothing reaches it, in milliseconds since 1970; null while it is reachable. */
  readonly goneAt: number | null;
}

export const NO_SETTINGS: ChatSettings = { language: null, consents: false, goneAt: null };

/** Settings of chats, and whether anything still reaches them. */
export interface Chats {
  settings(chat: number): Promise<ChatSettings>;
  change(chat: number, settings: Partial<Pick<ChatSettings, 'language' | 'consents'>>): Promise<void>;
  /** Nothing is sent any more for what the chat sent before now. */
  markGone(chat: number): Promise<void>;
  markBack(chat: number): Promise<void>;
  /** A group has become a supergroup: everything of the old chat is the new one's. Doing it again changes nothing. */
  migrate(from: number, to: number): Promise<void>;
}

interface Row {
  readonly language: Language | null;
  readonly consents: number;
  readonly gone_at: number | null;
}

/** @param now milliseconds since 1970 */
export function createChats(database: Database, now: () => number): Chats {
  const find = (chat: number) =>
    database.prepare('SELECT language, consents, gone_at FROM chat WHERE chat_id = ?').bind(chat).first<Row>();
  const set = async (chat: number, column: 'language' | 'consents' | 'gone_at', value: string | number | null) => {
    const upsert = `INSERT INTO chat (chat_id, ${column}) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET ${column} = ?2`;
    await database.prepare(upsert).bind(chat, value).run();
  };
  return {
    async settings(chat) {
      const row = await find(chat);
      return { language: row?.language ?? null, consents: row?.consents === 1, goneAt: row?.gone_at ?? null };
    },
    async change(chat, { language, consents }) {
      if (language !== undefined) await set(chat, 'language', language);
      if (consents !== undefined) await set(chat, 'consents', Number(consents));
    },
    markGone: (chat) => set(chat, 'gone_at', now()),
    async markBack(chat) {
      await database.prepare('UPDATE chat SET gone_at = NULL WHERE chat_id = ?').bind(chat).run();
    },
    async migrate(from, to) {
      const moved = ['answer', 'answer_message', 'unanswered', 'digest', 'digest_send'];
      await database.batch([
        database
          .prepare(
            'INSERT INTO chat (chat_id, language, consents) SELECT ?2, language, consents FROM chat WHERE chat_id = ?1 ON CONFLICT DO NOTHING',
          )
          .bind(from, to),
        database.prepare('DELETE FROM chat WHERE chat_id = ?').bind(from),
        ...moved.map((table) =>
          database.prepare(`UPDATE OR IGNORE ${table} SET chat_id = ?2 WHERE chat_id = ?1`).bind(from, to),
        ),
        // What the new chat has of its own stays.
        ...['digest', 'digest_send'].map((table) =>
          database.prepare(`DELETE FROM ${table} WHERE chat_id = ?`).bind(from),
        ),
        database
          .prepare('UPDATE OR IGNORE turn SET conversation = ?2 || substr(conversation, ?3) WHERE conversation LIKE ?4')
          .bind(from, String(to), String(from).length + 1, `${from}:%`),
      ]);
    },
  };
}
