import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import type { Reply } from '../../core/block.ts';
import { answerWithModel } from '../model/answer-with-model.ts';
import { parseQuestion } from '../question.ts';
import { checkedMessages } from './checked-messages.ts';
import { editMessages } from './edit.ts';
import { answerKeyboard } from './keyboard.ts';
import { countQuestion } from './limits.ts';
import type { OutgoingMessage } from './message.ts';
import { sendMessages, sendText, topicOf } from './send.ts';
import { toBase64Url } from './state/citations.ts';
import { conversationKey } from './state/conversations.ts';
import type { UpdateContext } from './update-context.ts';

/** What was asked. */
export interface Asked {
  readonly typed: string;
  /** Earlier questions; those of the conversation when absent. */
  readonly history?: readonly string[];
}

/** Answers a question where it was asked, or answers it anew where it was edited. What is sent has passed both gates. */
export async function answerQuestion(ctx: Context, { typed, ...asked }: Asked, context: UpdateContext): Promise<void> {
  const { dependencies, state, words } = context;
  const { msg, chat } = ctx;
  if (msg === undefined || chat === undefined) return;
  const parsed = parseQuestion(typed);
  if (!parsed.ok) return sendText(ctx, parsed.reason === 'empty' ? words.emptyAsk : words.tooLong, context);
  const limit = await countQuestion(ctx, context);
  if (!limit.ok) return sendNotice(ctx, limit.notice, context);
  const { question } = parsed;
  const typing = showTyping(ctx, msg);
  const turn = { conversation: conversationKey(ctx), message: msg.message_id };
  const history = asked.history ?? (await recall(ctx, msg, context)) ?? (await state.conversations.recall(turn));
  const reply = await answerWithModel({
    ...{ question, history, dependencies, model: context.model, embedding: context.embedding },
    database: context.database,
    asker: { chat: chat.id, user: ctx.from?.id ?? null },
  });
  await state.conversations.remember(turn, question);
  const id = await answerId(ctx, question);
  const messages = await renderAnswer(reply, id, context);
  await typing;
  const earlier = ctx.editedMessage && (await state.answers.findByQuestion(chat.id, msg.message_id));
  const kept = { chat: chat.id, user: ctx.from?.id ?? null, questionMessage: msg.message_id, question, history };
  await state.answers.keep({ id: earlier ? earlier.id : id, ...kept });
  if (reply.answer.type === 'absent') await keepUnanswered({ chat: chat.id, user: kept.user, text: question }, context);
  if (earlier)
    return editMessages(ctx, await renderAnswer(reply, earlier.id, context), { answer: earlier.id, context });
  const sent = await sendMessages(ctx, messages, context);
  for (const [part, message] of sent.entries()) {
    if (message !== null)
      await state.answers.keepMessage({ answer: id, chat: message.chat.id, message: message.message_id, part });
  }
}

/** For the owners, where the chat consents, and for its digest, where that lists such questions. */
async function keepUnanswered(
  question: { readonly chat: number; readonly user: number | null; readonly text: string },
  { chatSettings: { consents: forOwners }, state }: UpdateContext,
): Promise<void> {
  if (!forOwners && !(await state.digests.listsUnanswered(question.chat))) return;
  await state.reports.keepUnanswered({ ...question, forOwners });
}

/** Tried once: a question that is handled again has passed its limits. */
async function sendNotice(ctx: Context, notice: string | null, context: UpdateContext): Promise<void> {
  if (notice !== null) await sendText(ctx, notice, context).catch(() => undefined);
}

/** Shown until the answer comes; without it nothing is lost. */
async function showTyping(ctx: Context, message: Message): Promise<void> {
  await ctx.replyWithChatAction('typing', topicOf(message)).catch(() => undefined);
}

/** The questions that led to the answer that a message replies to, that answer's own last; null when it replies to none. */
async function recall(ctx: Context, message: Message, { state }: UpdateContext): Promise<readonly string[] | null> {
  const { reply_to_message: target } = message;
  if (target === undefined || target.from?.id !== ctx.me.id) return null;
  const answer = await state.answers.findByMessage(message.chat.id, target.message_id);
  return answer === null ? null : [...answer.history, answer.question];
}

/** The messages of an answer, its buttons under the last. */
async function renderAnswer(reply: Reply, id: string, context: UpdateContext): Promise<readonly OutgoingMessage[]> {
  const { dependencies, settings, state, words } = context;
  const messages = checkedMessages(reply, { dependencies, settings });
  const { quotes } = reply.answer;
  const citations = await state.citations.keep(quotes);
  const keyboard = answerKeyboard({ answer: id, quotes, citations, publicUrl: settings.publicUrl, words });
  return messages.map((message, i) => (i === messages.length - 1 ? { ...message, keyboard } : message));
}

const ID_BYTES = 9;

/** The same for the same question in the same message, so that a second attempt goes on with the first one's answer. */
async function answerId({ chat, msg }: Context, question: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([chat?.id, msg?.message_id, question]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toBase64Url(digest.subarray(0, ID_BYTES));
}
