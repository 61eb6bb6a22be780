import type { Chat, ChatMember, User } from '@grammyjs/types';
import { type Refusal, refusal, refuse } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';

/** A chat as a test declares it. */
export type DeclaredChat = Chat & {
  /** The bot has to be an administrator to ask who is in it. */
  readonly hasHiddenMembers?: boolean;
  /** Of a private chat: false until the person has pressed Start. */
  readonly isStarted?: boolean;
};

/** Why nothing can be put into a chat, and what is wrong about trying. */
export interface Bar {
  readonly refusal: Refusal;
  readonly violation?: string;
}

interface Closed {
  readonly refusal: Refusal;
  readonly reason: string;
}

/** Accounts in whose name Telegram itself speaks: anonymous administrators, channels, and posts of linked channels. */
const STAND_INS: Readonly<Record<number, string>> = { 1087968824: 'Group', 136817688: 'Channel', 777000: 'Telegram' };
const KINDS = { private: 'private chat', group: 'group chat', supergroup: 'supergroup chat', channel: 'channel chat' };

/**
 * The chats, who is what in them, their topics, and what became of them. A chat that nobody declared is a private chat or
 * a supergroup, by its sign, where everybody is a member.
 */
export class Chats {
  readonly #bot: User;
  readonly #isStrict: boolean;
  readonly #declared = new Map<number, DeclaredChat>();
  readonly #members = new Map<number, Map<number, ChatMember>>();
  readonly #closed = new Map<number, Closed>();
  readonly #topics = new Map<number, ReadonlySet<number>>();
  readonly #closedTopics = new Map<number, ReadonlySet<number>>();
  readonly #told = new Set<string>();

  /** @param isStrict whether chats that nobody declared are not found */
  constructor(bot: User, isStrict = false) {
    this.#bot = bot;
    this.#isStrict = isStrict;
  }

  add(chat: DeclaredChat): void {
    this.#declared.set(chat.id, chat);
  }

  /** The standing of a person, or of the bot itself, from now on. */
  setMember(chat: number, member: ChatMember): void {
    const members = this.#members.get(chat) ?? new Map<number, ChatMember>();
    this.#members.set(chat, members.set(member.user.id, member));
  }

  /** From now on the bot gets 403 there, until it is let in again. */
  close(chat: number, description = 'Forbidden: bot was blocked by the user'): void {
    this.#closed.set(chat, { refusal: refusal(403, description), reason: 'after 403' });
  }

  open(chat: number): void {
    this.#closed.delete(chat);
    for (const told of this.#told) if (told.startsWith(`${chat} `)) this.#told.delete(told);
  }

  /** A group becomes a supergroup, with its people and their rights. */
  move(from: number, to: number): void {
    const parameters = { migrate_to_chat_id: to };
    const moved = { ...refuse('group chat was upgraded to a supergroup chat'), parameters };
    this.#closed.set(from, { refusal: moved, reason: 'after it has moved' });
    const old = this.#declared.get(from);
    if (old?.type === 'group') this.add({ id: to, type: 'supergroup', title: old.title });
    const members = this.#members.get(from);
    if (members !== undefined) this.#members.set(to, members);
  }

  /** The topics of a forum besides General. */
  setTopics(
    chat: number,
    topics: readonly number[],
    { closed = [] }: { readonly closed?: readonly number[] } = {},
  ): void {
    this.#topics.set(chat, new Set(topics));
    this.#closedTopics.set(chat, new Set(closed));
  }

  /** As it stands in messages. */
  show({ hasHiddenMembers: _, isStarted: __, ...shown }: DeclaredChat): Chat {
    return shown as Chat;
  }

  /** Null when it is not to be found. */
  find(chat: number): DeclaredChat | null {
    if (!Number.isSafeInteger(chat) || chat === 0) return null;
    const declared = this.#declared.get(chat);
    if (declared !== undefined || this.#isStrict) return declared ?? null;
    if (chat > 0) return { id: chat, type: 'private', first_name: 'Reader' };
    return { id: chat, type: 'supergroup', title: 'Group' };
  }

  member(chat: number, user: number): ChatMember {
    const known = this.#members.get(chat)?.get(user);
    if (known !== undefined) return known;
    const name = STAND_INS[user];
    if (name !== undefined) return { status: 'left', user: { id: user, is_bot: true, first_name: name } };
    const person = user === this.#bot.id ? this.#bot : { id: user, is_bot: false, first_name: 'Reader' };
    const isOutside = this.#declared.has(chat) && user !== this.#bot.id && user !== chat;
    return { status: isOutside ? 'left' : 'member', user: person };
  }

  /** People whose standing was set, as `getChatAdministrators` gives them: without other bots. */
  administrators(chat: number): readonly ChatMember[] {
    const members = [...(this.#members.get(chat)?.values() ?? [])];
    const isAdministrator = ({ status }: ChatMember) => status === 'creator' || status === 'administrator';
    return members.filter((one) => isAdministrator(one) && (!one.user.is_bot || one.user.id === this.#bot.id));
  }

  /** How many people were given a standing in the chat and are in it. */
  memberCount(chat: number): number {
    const members = [...(this.#members.get(chat)?.values() ?? [])];
    return members.filter(({ status }) => status !== 'left' && status !== 'kicked').length;
  }

  /** Why a message cannot go there. Null when it can. */
  judge({ chat_id, message_thread_id }: Parameters): Bar | null {
    const chat = Number(chat_id);
    const closed = this.#closed.get(chat) ?? this.#closedTo(chat);
    if (closed === null) return this.#judgeTopic(chat, message_thread_id);
    const key = `${chat} ${closed.refusal.description}`;
    const isAgain = this.#told.has(key);
    this.#told.add(key);
    return { refusal: closed.refusal, ...(isAgain && { violation: `a call to chat ${chat} ${closed.reason}` }) };
  }

  /** Whether the bot may write there by its own standing. */
  #closedTo(id: number): Closed | null {
    const chat = this.find(id);
    if (chat === null) return { refusal: refuse('chat not found'), reason: 'that was not found' };
    const kind = KINDS[chat.type];
    if (chat.isStarted === false) {
      return { refusal: refusal(403, "Forbidden: bot can't initiate conversation with a user"), reason: 'after 403' };
    }
    const bot = this.member(id, this.#bot.id);
    if (bot.status === 'kicked')
      return { refusal: refusal(403, `Forbidden: bot was kicked from the ${kind}`), reason: 'after 403' };
    if (bot.status === 'left')
      return { refusal: refusal(403, `Forbidden: bot is not a member of the ${kind}`), reason: 'after 403' };
    const reason = 'where it has no right to write';
    if (bot.status === 'restricted' && !bot.can_send_messages)
      return { refusal: refuse('not enough rights to send text messages to the chat'), reason };
    const canPost = bot.status === 'administrator' && bot.can_post_messages === true;
    if (chat.type === 'channel' && !canPost)
      return { refusal: refuse('need administrator rights in the channel chat'), reason };
    return null;
  }

  #judgeTopic(chat: number, thread: unknown): Bar | null {
    if (thread === undefined) return null;
    const topics = this.#topics.get(chat);
    const isKnown = topics === undefined ? !this.#declared.has(chat) : topics.has(Number(thread));
    if (!isKnown)
      return { refusal: refuse('message thread not found'), violation: `there is no topic ${String(thread)}` };
    const bot = this.member(chat, this.#bot.id);
    const isManager = bot.status === 'administrator' && bot.can_manage_topics === true;
    if (isManager || !this.#closedTopics.get(chat)?.has(Number(thread))) return null;
    return { refusal: refuse('TOPIC_CLOSED'), violation: `topic ${String(thread)} is closed` };
  }
}
