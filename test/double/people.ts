import type { CallbackQuery, ChatMember, Message, MessageEntity, Update, User } from '@grammyjs/types';
import type { BotState } from './bot-state.ts';

/** In whose name a message is written: a person, an administrator who hides, a channel, or the channel of the group. */
export type Sender = number | 'anonymous' | { readonly channel: number; readonly isLinked?: boolean };

export interface Said {
  readonly chat: number;
  readonly text: string;
  /** The person of the private chat when left out. */
  readonly by?: Sender;
  /** Whatever else the message has: a topic, what it replies to, where it was forwarded from. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const ANONYMOUS: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const CHANNEL: User = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: 'Telegram' };

/** Lets people and other bots do things in the chats of the double; the bot hears of what Telegram would tell it. */
export class People {
  readonly #state: BotState;
  #nextId = 1;

  constructor(state: BotState) {
    this.#state = state;
  }

  /** A message; null when privacy mode keeps it from the bot. */
  say({ chat, text, by = chat, more = {} }: Said): Update | null {
    const message = {
      message_id: this.#state.nextMessageId(chat),
      date: this.#seconds(),
      chat: this.#state.chats.find(chat),
      ...this.#senderOf(by, chat),
      text,
      ...entitiesOf(text),
      ...more,
    } as Message & Update.NonChannel;
    this.#state.addHeard(chat, message);
    return this.#isSeen(message) ? this.#state.updates.add({ message }) : null;
  }

  /** Changes the text of a message that somebody has sent. */
  edit({ chat, id, text }: { readonly chat: number; readonly id: number; readonly text: string }): Update | null {
    const old = this.#state.findMessage(chat, id);
    if (old === null) return null;
    const { entities: _, ...rest } = old;
    const edited = { ...rest, text, ...entitiesOf(text), edit_date: this.#seconds() } as Message;
    this.#state.replaceHeard(chat, edited);
    return this.#isSeen(edited)
      ? this.#state.updates.add({ edited_message: edited as Message & Update.Edited & Update.NonChannel })
      : null;
  }

  /** Presses a button with the data under a message; the press waits for an answer. */
  press({ chat, by = chat, message, data }: Pressed): Update | null {
    const id = `press ${this.#nextId++}`;
    this.#state.presses.add(id);
    const pressed = this.#state.findMessage(chat, message);
    const from = person(by);
    const callback = { id, from, chat_instance: String(chat), data, ...(pressed && { message: pressed }) };
    return this.#state.updates.add({ callback_query: callback as CallbackQuery });
  }

  askInline(by: number, query: string): Update | null {
    const id = `inline ${this.#nextId++}`;
    this.#state.inlineQueries.add(id);
    return this.#state.updates.add({ inline_query: { id, from: person(by), query, offset: '' } });
  }

  /** Blocks the bot in a private chat, or removes it from a group. */
  remove(chat: number, by = chat): Update | null {
    const isPrivate = this.#state.chats.find(chat)?.type === 'private';
    if (isPrivate) this.#state.chats.close(chat);
    return this.#changeStanding(chat, { by, now: { status: 'kicked', user: this.#state.self, until_date: 0 } });
  }

  /** Lets the bot in again. */
  admit(chat: number, by = chat): Update | null {
    this.#state.chats.open(chat);
    return this.#changeStanding(chat, { by, now: { status: 'member', user: this.#state.self } });
  }

  /** Makes a supergroup of a group; both chats are told. */
  migrate(from: number, to: number): readonly (Update | null)[] {
    const chats = this.#state.chats;
    const tell = (chat: number, more: Readonly<Record<string, unknown>>) =>
      this.say({ chat, text: '', by: 'anonymous', more: { text: undefined, ...more } });
    chats.move(from, to);
    return [tell(from, { migrate_to_chat_id: to }), tell(to, { migrate_from_chat_id: from })];
  }

  #changeStanding(chat: number, { by, now }: { readonly by: number; readonly now: ChatMember }): Update | null {
    const before = this.#state.chats.member(chat, this.#state.me.id);
    const found = this.#state.chats.find(chat);
    this.#state.chats.setMember(chat, now);
    if (found === null) return null;
    const date = this.#seconds();
    const change = {
      chat: this.#state.chats.show(found),
      from: person(by),
      date,
      old_chat_member: before,
      new_chat_member: now,
    };
    return this.#state.updates.add({ my_chat_member: change });
  }

  #senderOf(by: Sender, chat: number) {
    if (typeof by === 'number') return { from: person(by) };
    if (by === 'anonymous') return { from: ANONYMOUS, sender_chat: this.#state.chats.find(chat) };
    const channel = { id: by.channel, type: 'channel', title: 'Channel' };
    if (by.isLinked === true) return { from: TELEGRAM, sender_chat: channel, is_automatic_forward: true };
    return { from: CHANNEL, sender_chat: channel };
  }

  /** Privacy mode: commands, mentions and replies alone, unless the bot is an administrator. Other bots never. */
  #isSeen(message: Message): boolean {
    const { me, chats } = this.#state;
    const isStandIn = [ANONYMOUS.id, CHANNEL.id].includes(message.from?.id ?? 0);
    if (message.from?.is_bot === true && !isStandIn) return false;
    const { status } = chats.member(message.chat.id, me.id);
    if (status === 'kicked' || status === 'left') return false;
    if (message.chat.type === 'private' || me.can_read_all_group_messages || status === 'administrator') return true;
    if (message.text === undefined) return true;
    const name = `@${me.username}`.toLowerCase();
    const command = /^\/\w+(?<to>@\w+)?/u.exec(message.text)?.groups;
    if (command !== undefined) return command.to === undefined || command.to.toLowerCase() === name;
    return message.reply_to_message?.from?.id === me.id || message.text.toLowerCase().includes(name);
  }

  #seconds(): number {
    return Math.floor(this.#state.now() / 1000);
  }
}

interface Pressed {
  readonly chat: number;
  readonly by?: number;
  /** Identifier of the message. */
  readonly message: number;
  readonly data: string;
}

function person(id: number): User {
  return { id, is_bot: false, first_name: 'Reader', language_code: 'zh-hans' };
}

function entitiesOf(text: string): { readonly entities?: MessageEntity[] } {
  const found = [...text.matchAll(/(?<command>^\/\w+(?:@\w+)?)|(?<![\w@])@\w{3,32}/gu)];
  const entities = found.map(({ 0: match, index, groups }): MessageEntity => {
    const type = groups?.command === undefined ? 'mention' : 'bot_command';
    return { type, offset: index, length: match.length };
  });
  return entities.length === 0 ? {} : { entities };
}
