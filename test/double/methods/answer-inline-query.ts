import type { InlineKeyboardMarkup, InlineQueryResultArticle, MessageEntity } from '@grammyjs/types';
import type { BotState } from '../bot-state.ts';
import { type Played, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';
import { TOO_OLD } from './answer-callback-query.ts';
import { keyboardFault } from './keyboard-rules.ts';
import { acceptContent, markupViolation } from './send-message.ts';

const MAX_RESULTS = 50;
const MAX_BYTES = 64;

interface Content {
  readonly message_text: string;
  readonly entities?: MessageEntity[];
  readonly parse_mode?: string;
}

/** `answerInlineQuery`: results with identifiers of their own, each a message that could be sent. */
export function answerInlineQuery(parameters: Parameters, state: BotState): Played {
  const { inline_query_id, next_offset } = parameters;
  const results = parameters.results as InlineQueryResultArticle[];
  if (!state.inlineQueries.isAnswerable(String(inline_query_id))) {
    return { outcome: refuse(TOO_OLD), violation: 'an inline query is answered that does not wait for it' };
  }
  if (results.length > MAX_RESULTS) return { outcome: refuse('RESULTS_TOO_MUCH') };
  if (new Set(results.map(({ id }) => id)).size < results.length) return { outcome: refuse('RESULT_ID_DUPLICATE') };
  if (byteLength(String(next_offset ?? '')) > MAX_BYTES) return { outcome: refuse('NEXT_OFFSET_INVALID') };
  for (const result of results) {
    const fault = resultFault(result, state);
    if (fault !== null) return fault;
  }
  return succeed(true);
}

function resultFault({ id, title, input_message_content, reply_markup }: InlineQueryResultArticle, state: BotState) {
  const length = byteLength(id);
  if (length < 1 || length > MAX_BYTES) return { outcome: refuse('RESULT_ID_INVALID') };
  if (title === '') return { outcome: refuse('ARTICLE_TITLE_EMPTY') };
  const { message_text: text, ...rest } = input_message_content as Content;
  const accepted = acceptContent({ text, ...rest }, state);
  if ('outcome' in accepted) return accepted;
  const fault = keyboardFault(reply_markup as InlineKeyboardMarkup | undefined);
  if (fault !== null) return { outcome: refuse(fault) };
  const { violation } = { violation: undefined, ...markupViolation(rest, state) };
  return violation === undefined ? null : { outcome: refuse(violation), violation };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
