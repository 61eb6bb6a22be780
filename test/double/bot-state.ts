import type { BotCommand, Message, User, UserFromGetMe, WebhookInfo } from '@grammyjs/types';
import { Chats } from './chats/chats.ts';
import { Pacing } from './chats/pacing.ts';
import { Presses } from './chats/presses.ts';
import { UpdateQueue } from './delivery/update-queue.ts';

export interface BotStateOptions {
  readonly token: string;
  readonly username?: string;
  /** With a clock, in milliseconds, the rates of the Bots FAQ are kept. */
  readonly now?: () => number;
  /** Whether chats that the test has not declared are not found. */
  readonly knowsDeclaredChatsOnly?: boolean;
  /** Seconds in which a press and an inline query have to be answered; Telegram does not say how many. */
  readonly patience?: number;
  /** Whether the bot may let Telegram parse markup. One that sends entities has no business with it. */
  readonly allowsMarkup?: boolean;
}

const PATIENCE = 15;

/** What the double remembers of its bot. */
export class BotState {
  readonly me: UserFromGetMe;
  readonly chats: Chats;
  readonly pacing: Pacing | null;
  readonly updates: UpdateQueue;
  readonly now: () => number;
  readonly allowsMarkup: boolean;
  webhook: WebhookInfo = { url: '', has_custom_certificate: false, pending_update_count: 0 };
  webhookSecret: string | null = null;
  /** Of the last `setWebhook`, in milliseconds. */
  webhookSetAt = Number.NEGATIVE_INFINITY;
  /** Presses of buttons that wait for an answer. */
  readonly presses: Presses;
  readonly inlineQueries: Presses;
  /** Names and descriptions of the bot, by method and language. */
  readonly profile = new Map<string, string>();
  readonly #commands = new Map<string, readonly BotCommand[]>();
  readonly #nextIds = new Map<number, number>();
  readonly #messages = new Map<number, Message[]>();
  readonly #heard = new Map<number, Message[]>();

  constructor({ token, username = 'wenju_test_bot', patience = PATIENCE, ...options }: BotStateOptions) {
    this.now = options.now ?? Date.now;
    this.pacing = options.now === undefined ? null : new Pacing(options.now);
    this.allowsMarkup = options.allowsMarkup ?? false;
    this.presses = new Presses(this.now, patience);
    this.inlineQueries = new Presses(this.now, patience);
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
    this.chats = new Chats(this.self, options.knowsDeclaredChatsOnly);
    this.updates = new UpdateQueue(this.now);
  }

  /** The bot as it stands in messages and among members. */
  get self(): User {
    const { id, is_bot, first_name, username } = this.me;
    return { id, is_bot, first_name, username };
  }

  /** Messages that the bot has put into a chat, oldest first. */
  messages(chat: number): readonly Message[] {
    return this.#messages.get(chat) ?? [];
  }

  /** A message of anybody's. */
  findMessage(chat: number, id: number): Message | null {
    const all = [...this.messages(chat), ...(this.#heard.get(chat) ?? [])];
    return all.find(({ message_id }) => message_id === id) ?? null;
  }

  /** A message that somebody else has put into a chat. */
  addHeard(chat: number, message: Message): void {
    this.#heard.set(chat, [...(this.#heard.get(chat) ?? []), message]);
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
    this.#messages.set(chat, replaced(this.messages(chat), message));
  }

  replaceHeard(chat: number, message: Message): void {
    this.#heard.set(chat, replaced(this.#heard.get(chat) ?? [], message));
  }

  removeMessage(chat: number, id: number): void {
    const left = this.messages(chat).filter(({ message_id }) => message_id !== id);
    this.#messages.set(chat, left);
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

function replaced(messages: readonly Message[], by: Message): Message[] {
  return messages.map((old) => (old.message_id === by.message_id ? by : old));
}
