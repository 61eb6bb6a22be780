import type { Refusal } from './outcome.ts';
import type { Parameters } from './parameters.ts';

/** What became of a chat, and what a bot must not do after it has been told. */
export class ChatRules {
  readonly #closed = new Map<number, { readonly description: string; told: boolean }>();
  readonly #moved = new Map<number, { readonly to: number; told: boolean }>();
  readonly #topics = new Map<number, ReadonlySet<number>>();

  /** From now on the bot gets 403 there, until it is let in again. */
  close(chat: number, description = 'Forbidden: bot was blocked by the user'): void {
    this.#closed.set(chat, { description, told: false });
  }

  open(chat: number): void {
    this.#closed.delete(chat);
  }

  /** A group becomes a supergroup. */
  move(from: number, to: number): void {
    this.#moved.set(from, { to, told: false });
  }

  /** The topics of a forum besides General. */
  setTopics(chat: number, topics: readonly number[]): void {
    this.#topics.set(chat, new Set(topics));
  }

  /** Why a message cannot go there, and what is wrong about trying. Null when it can. */
  judge({ chat_id, message_thread_id }: Parameters): { refusal: Refusal; violation?: string } | null {
    const chat = Number(chat_id);
    const closed = this.#closed.get(chat);
    if (closed !== undefined) {
      const refusal: Refusal = { ok: false, error_code: 403, description: closed.description };
      const again = closed.told;
      closed.told = true;
      return { refusal, ...(again && { violation: `a call to chat ${chat} after 403` }) };
    }
    const moved = this.#moved.get(chat);
    if (moved !== undefined) {
      const description = 'Bad Request: group chat was upgraded to a supergroup chat';
      const refusal: Refusal = {
        ok: false,
        error_code: 400,
        description,
        parameters: { migrate_to_chat_id: moved.to },
      };
      const again = moved.told;
      moved.told = true;
      return { refusal, ...(again && { violation: `a call to chat ${chat} after it has moved` }) };
    }
    const topics = this.#topics.get(chat);
    if (message_thread_id === undefined || topics?.has(Number(message_thread_id)) !== false) return null;
    const refusal: Refusal = { ok: false, error_code: 400, description: 'Bad Request: message thread not found' };
    return { refusal, violation: `there is no topic ${String(message_thread_id)}` };
  }
}
