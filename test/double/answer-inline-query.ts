import type { InlineKeyboardMarkup, InlineQueryResultArticle, MessageEntity } from '@grammyjs/types';
import { keyboardFault } from './keyboard-rules.ts';
import { type Played, refuse, succeed } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { acceptText } from './text-rules.ts';

const MAX_RESULTS = 50;

/** `answerInlineQuery`: results with identifiers of their own, each a message that could be sent. */
export function answerInlineQuery(parameters: Parameters): Played {
  const results = parameters.results as InlineQueryResultArticle[];
  if (results.length > MAX_RESULTS) return { outcome: refuse('RESULTS_TOO_MUCH') };
  if (new Set(results.map(({ id }) => id)).size < results.length) return { outcome: refuse('RESULT_ID_DUPLICATE') };
  for (const { title, input_message_content: content, reply_markup } of results) {
    if (title === '') return { outcome: refuse('ARTICLE_TITLE_EMPTY') };
    const { message_text: text, entities = [] } = content as { message_text: string; entities?: MessageEntity[] };
    const accepted = acceptText({ text, entities });
    if (!accepted.ok) return { outcome: refuse(accepted.reason), violation: accepted.reason };
    const fault = keyboardFault(reply_markup as InlineKeyboardMarkup | undefined);
    if (fault !== null) return { outcome: refuse(fault) };
  }
  return succeed(true);
}
