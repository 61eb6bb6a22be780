import type { InlineKeyboardMarkup, Message, MessageEntity } from '@grammyjs/types';
import type { BotState } from '../bot-state.ts';
import { type Played, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';
import { keyboardFault } from './keyboard-rules.ts';
import { acceptContent, markupViolation } from './send-message.ts';

const MAX_DELETED = 100;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

interface Edit {
  readonly chat_id?: number;
  readonly message_id?: number;
  readonly text: string;
  readonly entities?: MessageEntity[];
  readonly parse_mode?: string;
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** `editMessageText`: only the bot's own messages, and only to something else. */
export function editMessageText(parameters: Parameters, state: BotState): Played {
  const edit = parameters as unknown as Edit;
  const old = findOwn(edit, state);
  if ('outcome' in old) return old;
  const accepted = acceptContent(edit, state);
  if ('outcome' in accepted) return accepted;
  const { entities: _, ...rest } = old;
  const { text, entities } = accepted.sent;
  const changed = { ...rest, text, ...(entities.length > 0 && { entities: [...entities] }) };
  return { ...replace(old, { message: changed, ...edit }, state), ...markupViolation(edit, state) };
}

export function editMessageReplyMarkup(parameters: Parameters, state: BotState): Played {
  const edit = parameters as unknown as Edit;
  const old = findOwn(edit, state);
  return 'outcome' in old ? old : replace(old, { message: old, ...edit }, state);
}

function findOwn({ chat_id, message_id }: Edit, state: BotState): Message | Played {
  if (chat_id === undefined || message_id === undefined)
    return { outcome: refuse('message identifier is not specified') };
  const old = state.findMessage(chat_id, message_id);
  if (old === null) return { outcome: refuse('message to edit not found') };
  return old.from?.id === state.me.id ? old : { outcome: refuse("message can't be edited") };
}

/** A keyboard that is left out goes away. */
function replace(
  old: Message,
  { message, reply_markup }: { readonly message: Message; readonly reply_markup?: InlineKeyboardMarkup },
  state: BotState,
): Played {
  const fault = keyboardFault(reply_markup);
  if (fault !== null) return { outcome: refuse(fault) };
  const { reply_markup: _, ...rest } = message;
  const edit_date = Math.floor(Date.now() / 1000);
  const changed = { ...rest, edit_date, ...(reply_markup && { reply_markup }) };
  const content = (one: Message) => JSON.stringify([one.text, one.entities, one.reply_markup]);
  if (content(changed) === content(old)) return { outcome: refuse(NOT_MODIFIED) };
  state.replaceMessage(old.chat.id, changed);
  return succeed(changed);
}

export function deleteMessage({ chat_id, message_id }: Parameters, state: BotState): Played {
  const isKnown = state.messages(Number(chat_id)).some((message) => message.message_id === message_id);
  if (!isKnown) return { outcome: refuse('message to delete not found') };
  state.removeMessage(Number(chat_id), Number(message_id));
  return succeed(true);
}

/** `deleteMessages`: those that are not there are passed over. */
export function deleteMessages({ chat_id, message_ids }: Parameters, state: BotState): Played {
  const ids = message_ids as number[];
  if (ids.length === 0 || ids.length > MAX_DELETED) return { outcome: refuse('message identifiers are not specified') };
  for (const id of ids) state.removeMessage(Number(chat_id), id);
  return succeed(true);
}
