import type { InlineKeyboardMarkup, MessageEntity } from '@grammyjs/types';
import type { BotState } from './bot-state.ts';
import { keyboardFault } from './keyboard-rules.ts';
import { type Played, refuse, succeed } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { acceptText } from './text-rules.ts';

/** `editMessageText`: only the bot's own messages, and only to something else. */
export function editMessageText(parameters: Parameters, state: BotState): Played {
  const { chat_id, message_id, text, entities, parse_mode, reply_markup } = parameters as {
    chat_id: number;
    message_id: number;
    text: string;
    entities?: MessageEntity[];
    parse_mode?: string;
    reply_markup?: InlineKeyboardMarkup;
  };
  const old = state.messages(chat_id).find((message) => message.message_id === message_id);
  if (old === undefined) return { outcome: refuse('message to edit not found') };
  if (parse_mode !== undefined)
    return { outcome: refuse('the double parses no markup'), violation: 'parse_mode is set' };
  const accepted = acceptText({ text, entities: entities ?? [] });
  if (!accepted.ok) return { outcome: refuse(accepted.reason), violation: accepted.reason };
  const fault = keyboardFault(reply_markup);
  if (fault !== null) return { outcome: refuse(fault) };
  const { entities: _, reply_markup: __, ...rest } = old;
  const message = {
    ...rest,
    edit_date: Math.floor(Date.now() / 1000),
    text: accepted.sent.text,
    ...(accepted.sent.entities.length > 0 && { entities: [...accepted.sent.entities] }),
    ...(reply_markup && { reply_markup }),
  };
  const content = (one: typeof message | typeof old) => JSON.stringify([one.text, one.entities, one.reply_markup]);
  if (content(message) === content(old)) {
    const reason =
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    return { outcome: refuse(reason) };
  }
  state.replaceMessage(chat_id, message);
  return succeed(message);
}

export function deleteMessage({ chat_id, message_id }: Parameters, state: BotState): Played {
  const isKnown = state.messages(Number(chat_id)).some((message) => message.message_id === message_id);
  if (!isKnown) return { outcome: refuse('message to delete not found') };
  state.removeMessage(Number(chat_id), Number(message_id));
  return succeed(true);
}
