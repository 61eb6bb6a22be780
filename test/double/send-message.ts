import type { InlineKeyboardMarkup, Message, MessageEntity } from '@grammyjs/types';
import type { BotState } from './bot-state.ts';
import { keyboardFault } from './keyboard-rules.ts';
import { type Played, refuse, succeed } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { acceptText, type FormattedText } from './text-rules.ts';

/** `sendMessage`: the text rules, the reply target, and a message with the next identifier of its chat. */
export function sendMessage(parameters: Parameters, state: BotState): Played {
  const { chat_id, text, entities, parse_mode, reply_parameters, reply_markup, message_thread_id } = parameters as {
    chat_id: number | string;
    text: string;
    entities?: MessageEntity[];
    parse_mode?: string;
    reply_parameters?: { message_id: number; allow_sending_without_reply?: boolean };
    reply_markup?: InlineKeyboardMarkup;
    message_thread_id?: number;
  };
  const chat = Number(chat_id);
  if (!Number.isSafeInteger(chat) || chat === 0) return { outcome: refuse('chat not found') };
  if (parse_mode !== undefined)
    return { outcome: refuse('the double parses no markup'), violation: 'parse_mode is set' };
  const accepted = acceptText({ text, entities: entities ?? [] });
  if (!accepted.ok) {
    const { reason, isViolation } = accepted;
    return { outcome: refuse(reason), ...(isViolation && { violation: reason }) };
  }
  const fault = keyboardFault(reply_markup);
  if (fault !== null) return { outcome: refuse(fault) };
  const isKnown = state.messages(chat).some(({ message_id }) => message_id === reply_parameters?.message_id);
  if (reply_parameters && !isKnown && reply_parameters.allow_sending_without_reply !== true) {
    return { outcome: refuse('message to be replied not found') };
  }
  const message = {
    ...createMessage(chat, state, accepted.sent),
    ...(reply_markup && { reply_markup }),
    ...(message_thread_id !== undefined && { message_thread_id, is_topic_message: true as const }),
  };
  state.addMessage(chat, message);
  return succeed(message);
}

function createMessage(chat: number, state: BotState, { text, entities }: FormattedText): Message {
  const { id, is_bot, first_name, username } = state.me;
  return {
    message_id: state.nextMessageId(chat),
    from: { id, is_bot, first_name, username },
    chat:
      chat > 0 ? { id: chat, type: 'private', first_name: 'Reader' } : { id: chat, type: 'supergroup', title: 'Group' },
    date: Math.floor(Date.now() / 1000),
    text,
    ...(entities.length > 0 && { entities: [...entities] }),
  };
}
