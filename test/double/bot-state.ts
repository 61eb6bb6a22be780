import type { BotCommand, Message, UserFromGetMe, WebhookInfo } from '@grammyjs/types';
import { ChatRules } from './chat-rules.ts';
import { Pacing } from './pacing.ts';

export interface BotStateOptions {
  readonly token: string;
  readonly username?: string;
  /** With a clock, in milliseconds, the rates of the Bots FAQ are kept. */
  readonly now?: () => number;
}

/** What the double remembers of its bot. */
export class BotState {
  readonly me: UserFromGetMe;
  readonly chats = new ChatRules();
  readonly pacing: Pacing | null;
  webhook: WebhookInfo = { url: '', has_custom_certificate: false, pending_update_count: 0 };
  webhookSecret: string | null = null;
  /** Presses of buttons that wait for an answer. */
  readonly presses = new Set<string>();
  readonly #commands = new Map<string, readonly BotCommand[]>();
  readonly #nextIds = new Map<number, number>();
  readonly #messages = new Map<number, Message[]>();

  constructor({ token, username = 'wenju_test_bot', now }: BotStateOptions) {
    this.pacing = now === undefined ? null : new Pacing(now);
    this.me = {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Wenju',
      username,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    };
  }

  /** Messages sent to a chat, oldest first. */
  messages(chat: number): readonly Message[] {
    return this.#messages.get(chat) ?? [];
  }

  /** Identifiers grow, and those of deleted messages do not come back. */
  nextMessageId(chat: number): number {
    const id = this.#nextIds.get(chat) ?? 1000;
    this.#nextIds.set(chat, id + 1);
    return id;
  }

  addMessage(chat: number, message: Message): void {
    this.#messages.set(chat, [...this.messages(chat), message]);
  }

  replaceMessage(chat: number, message: Message): void {
    const changed = this.messages(chat).map((old) => (old.message_id === message.message_id ? message : old));
    this.#messages.set(chat, changed);
  }

  removeMessage(chat: number, id: number): void {
    this.#messages.set(
      chat,
      this.messages(chat).filter(({ message_id }) => message_id !== id),
    );
  }

  commands(scope: unknown, language: unknown): readonly BotCommand[] {
    return this.#commands.get(commandKey(scope, language)) ?? [];
  }

  setCommands({ scope, language }: { scope: unknown; language: unknown }, commands: readonly BotCommand[]): void {
    this.#commands.set(commandKey(scope, language), commands);
  }
}

function commandKey(scope: unknown, language: unknown): string {
  return JSON.stringify([scope ?? { type: 'default' }, language ?? '']);
}
