import type { BotCommand, Message, UserFromGetMe, WebhookInfo } from '@grammyjs/types';

export interface BotStateOptions {
  readonly token: string;
  readonly username?: string;
}

/** What the double remembers of its bot. */
export class BotState {
  readonly me: UserFromGetMe;
  webhook: WebhookInfo = { url: '', has_custom_certificate: false, pending_update_count: 0 };
  webhookSecret: string | null = null;
  readonly #commands = new Map<string, readonly BotCommand[]>();
  readonly #messages = new Map<number, Message[]>();

  constructor({ token, username = 'wenju_test_bot' }: BotStateOptions) {
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

  addMessage(chat: number, message: Message): void {
    this.#messages.set(chat, [...this.messages(chat), message]);
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
