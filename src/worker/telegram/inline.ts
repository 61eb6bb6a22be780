import { Api } from 'grammy';
import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types';
import type { Reply } from '../../core/block.ts';
import type { Dependencies } from '../dependencies.ts';
import type { TelegramSettings } from '../environment.ts';
import { quoteReply } from '../evidence.ts';
import { parseQuestion } from '../question.ts';
import { checkedMessages } from './checked-messages.ts';
import { quoteButtons } from './keyboard.ts';
import type { Wording } from './wording.ts';

interface InlineParts {
  readonly dependencies: Dependencies;
  readonly settings: TelegramSettings;
  readonly words: Wording;
}

const RESULTS = 10;
/** Seconds that Telegram may give the same results for the same question. */
const CACHE_SECONDS = 60;
/** Telegram forgets an inline query after 30 s; who types has moved on long before. */
const TIMEOUT_SECONDS = 5;
/** In UTF-16 code units. */
const LONGEST_TITLE = 60;

/** Answers `@bot question` in any chat: the answer, then further passages, each complete with its citation. */
export async function answerInline({ id, query, from }: InlineQuery, parts: InlineParts): Promise<void> {
  const { dependencies, settings } = parts;
  const isAllowed = settings.allowed === null || settings.allowed.has(from.id) || settings.owners.has(from.id);
  const results = isAllowed ? inlineResults(query, parts) : [];
  const api = new Api(settings.token, {
    apiRoot: settings.apiRoot,
    fetch: dependencies.fetch,
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  await api.answerInlineQuery(id, results, { cache_time: CACHE_SECONDS, is_personal: settings.allowed !== null });
}

function inlineResults(query: string, parts: InlineParts): InlineQueryResultArticle[] {
  const { dependencies } = parts;
  const parsed = parseQuestion(query);
  if (!parsed.ok) return [];
  const { question } = parsed;
  const reply = dependencies.answerer.reply(question);
  const replies = [reply];
  for (let skip = 0; replies.length < RESULTS; ) {
    const more = dependencies.evidence.more({ question, history: [], quoted: reply.answer.quotes, skip });
    if (more === null) break;
    const { quotes } = more.reply.answer;
    replies.push(
      ...quotes.map((quote) => quoteReply(dependencies.artefact, { heading: '报告原文：', places: [quote] })),
    );
    if (more.isLast) break;
    skip += quotes.length;
  }
  return replies.slice(0, RESULTS).flatMap((one, i) => toResult(one, i, parts) ?? []);
}

/** Null for an answer too long for one message: it cannot be sent inline. */
function toResult(
  reply: Reply,
  index: number,
  { dependencies, settings, words }: InlineParts,
): InlineQueryResultArticle | null {
  const [message, ...others] = checkedMessages(reply, { dependencies, settings });
  if (message === undefined || others.length > 0) return null;
  const [quote] = reply.answer.quotes;
  const lead = index === 0 || quote === undefined ? (reply.blocks[0]?.text ?? '') : quote.display;
  return {
    type: 'article',
    id: String(index),
    title: shorten(lead),
    ...(quote !== undefined && { description: shorten(`《${quote.title}》${quote.place}`) }),
    input_message_content: {
      message_text: message.text,
      entities: [...message.entities],
      link_preview_options: { is_disabled: true },
    },
    ...(quote !== undefined && {
      reply_markup: { inline_keyboard: [quoteButtons(quote, { publicUrl: settings.publicUrl, words })] },
    }),
  };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TITLE) return text === '' ? '…' : text;
  return `${text.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
