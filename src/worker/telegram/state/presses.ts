import type { Database } from '../../database.ts';

export interface Press {
  readonly chat: number;
  readonly message: number;
  readonly data: string;
  readonly updateId: number;
}

/** Which buttons were pressed, so that a second press does not do it all again. */
export interface Presses {
  /** Whether nobody has pressed that button before. Handled again, the same update is still the first. */
  isFirst(press: Press): Promise<boolean>;
  prune(): Promise<void>;
}

const LIFETIME_IN_MILLISECONDS = 30 * 86_400_000;

/** @param now milliseconds since 1970 */
export function createPresses(database: Database, now: () => number): Presses {
  return {
    async isFirst({ chat, message, data, updateId }) {
      const insert =
        'INSERT INTO press (chat_id, message_id, data, update_id, pressed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
      await database.prepare(insert).bind(chat, message, data, updateId, now()).run();
      const select = 'SELECT update_id FROM press WHERE chat_id = ? AND message_id = ? AND data = ?';
      const row = await database.prepare(select).bind(chat, message, data).first<{ update_id: number }>();
      return row?.update_id === updateId;
    },
    async prune() {
      await database
        .prepare('DELETE FROM press WHERE pressed_at < ?')
        .bind(now() - LIFETIME_IN_MILLISECONDS)
        .run();
    },
  };
}
