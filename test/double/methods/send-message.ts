import type { InlineKeyboardMarkup, Message, MessageEntity, ReplyParameters } from '@grammyjs/types';
import type { BotState } from '../bot-state.ts';
import { type Played, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';
import { acceptText } from '../text/accept-text.ts';
import type { FormattedText } from '../text/clean-text.ts';
import { keyboardFault } from './keyboard-rules.ts';

const MAX_QUOTE = 1024;

interface Sent {
  readonly chat_id: number | string;
  readonly text: string;
  readonly entities?: MessageEntity[];
  readonly parse_mode?: string;
  readonly reply_parameters?: ReplyParameters;
  readonly reply_markup?: InlineKeyboardMarkup;
  readonly message_thread_id?: number;
}

/** `sendMessage`: the text rules, the reply target, and a message with the next identifier of its chat. */
export function sendMessage(parameters: Parameters, state: BotState): Played {
  const { chat_id, reply_parameters, reply_markup, message_thread_id, ...given } = parameters as unknown as Sent;
  const chat = Number(chat_id);
  const accepted = acceptContent(given, state);
  if ('outcome' in accepted) return accepted;
  const fault = keyboardFault(reply_markup) ?? replyFault(reply_parameters, (id) => state.findMessage(chat, id));
  if (fault !== null) return { outcome: refuse(fault) };
  const message = {
    ...createMessage(chat, state, accepted.sent),
    ...(reply_markup && { reply_markup }),
    ...(message_thread_id !== undefined && { message_thread_id, is_topic_message: true as const }),
  };
  state.addMessage(chat, message);
  return { ...succeed(message), ...markupViolation(given, state) };
}

/** `sendMessageDraft`: a text in the making, in a private chat alone; it leaves no message. */
export function sendMessageDraft(parameters: Parameters, state: BotState): Played {
  const { chat_id, draft_id, ...given } = parameters as unknown as Sent & { readonly draft_id: number };
  if (state.chats.find(Number(chat_id))?.type !== 'private') return { outcome: refuse('TEXTDRAFT_PEER_INVALID') };
  if (draft_id === 0) return { outcome: refuse('RANDOM_ID_INVALID') };
  const accepted = given.text === '' ? { sent: null } : acceptContent(given, state);
  return 'outcome' in accepted ? accepted : { ...succeed(true), ...markupViolation(given, state) };
}

type Content = Pick<Sent, 'text' | 'entities' | 'parse_mode'>;

/** The text as it will stand there, or how it is refused. */
export function acceptContent(
  { text, entities, parse_mode }: Content,
  state: BotState,
): Played | { sent: FormattedText } {
  const accepted = acceptText({ text, entities: entities ?? [], parseMode: parse_mode });
  if (accepted.ok) return accepted;
  const { reason, isViolation } = accepted;
  const own = parse_mode === undefined ? {} : markupViolation({ parse_mode }, state);
  return { outcome: refuse(reason), ...(isViolation && { violation: reason }), ...own };
}

export function markupViolation({ parse_mode }: Pick<Sent, 'parse_mode'>, { allowsMarkup }: BotState) {
  return parse_mode === undefined || allowsMarkup ? {} : { violation: 'parse_mode is set' };
}

function replyFault(reply: ReplyParameters | undefined, find: (id: number) => Message | null): string | null {
  if (reply === undefined) return null;
  const target = find(reply.message_id ?? 0);
  if (target === null) return reply.allow_sending_without_reply === true ? null : 'message to be replied not found';
  const { quote } = reply;
  if (quote === undefined) return null;
  const isPart = [...quote].length <= MAX_QUOTE && (target.text ?? '').includes(quote);
  return isPart ? null : 'QUOTE_TEXT_INVALID';
}

function createMessage(chat: number, state: BotState, { text, entities }: FormattedText): Message {
  const found = state.chats.find(chat) ?? { id: chat, type: 'supergroup' as const, title: 'Group' };
  return {
    message_id: state.nextMessageId(chat),
    from: state.self,
    chat: state.chats.show(found) as Message['chat'],
    date: Math.floor(Date.now() / 1000),
    text,
    ...(entities.length > 0 && { entities: [...entities] }),
  };
}
