import type { ApiMethods, ChatMember } from '@grammyjs/types';
import type { BotState } from '../bot-state.ts';
import { type Played, refusal, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';

type ChatFullInfo = ReturnType<ApiMethods<never>['getChat']>;

/** `getChat`: what is known of a chat that the bot may see. */
export function getChat({ chat_id }: Parameters, { chats }: BotState): Played {
  const chat = chats.find(Number(chat_id));
  if (chat === null) return { outcome: refuse('chat not found') };
  const gifts = {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  };
  const full = { ...chats.show(chat), accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: gifts };
  return succeed(full satisfies Partial<ChatFullInfo>);
}

/** `getChatMember`: by the standing that the test has given; hidden from a bot that is no administrator where members are. */
export function getChatMember({ chat_id, user_id }: Parameters, state: BotState): Played {
  const chat = state.chats.find(Number(chat_id));
  if (chat === null) return { outcome: refuse('chat not found') };
  if (!Number.isSafeInteger(user_id) || Number(user_id) <= 0) return { outcome: refuse('user not found') };
  const isHidden = chat.hasHiddenMembers === true && Number(user_id) !== state.me.id;
  if (isHidden && !isAdministrator(state.chats.member(chat.id, state.me.id))) {
    return { outcome: refuse('CHAT_ADMIN_REQUIRED') };
  }
  return succeed(state.chats.member(chat.id, Number(user_id)));
}

export function getChatAdministrators({ chat_id }: Parameters, { chats }: BotState): Played {
  const chat = chats.find(Number(chat_id));
  if (chat === null) return { outcome: refuse('chat not found') };
  if (chat.type === 'private') return { outcome: refuse('there are no administrators in the private chat') };
  return succeed(chats.administrators(chat.id));
}

export function getChatMemberCount({ chat_id }: Parameters, { chats }: BotState): Played {
  const chat = chats.find(Number(chat_id));
  return chat === null ? { outcome: refuse('chat not found') } : succeed(chats.memberCount(chat.id));
}

/** `leaveChat`: afterwards the bot is not a member there. */
export function leaveChat({ chat_id }: Parameters, { chats, self }: BotState): Played {
  const chat = chats.find(Number(chat_id));
  if (chat === null) return { outcome: refuse('chat not found') };
  if (chat.type === 'private')
    return { outcome: refusal(400, "Bad Request: chat member status can't be changed in private chats") };
  chats.setMember(chat.id, { status: 'left', user: self });
  return succeed(true);
}

function isAdministrator({ status }: ChatMember): boolean {
  return status === 'creator' || status === 'administrator';
}
