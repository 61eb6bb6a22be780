import type { Context } from 'grammy';
import { assertSendable } from '../assert-sendable.ts';
import type { Dependencies } from '../dependencies.ts';
import type { TelegramSettings } from '../environment.ts';
import { parseQuestion } from '../question.ts';
import { conversationKey } from './conversations.ts';
import { renderMessages } from './message.ts';
import { sendMessages, sendText } from './send.ts';
import { WORDING } from './wording.ts';

export interface AnswerContext {
  readonly dependencies: Dependencies;
  readonly settings: TelegramSettings;
}

/** Answers a question where it was asked. What is sent has passed both gates, or an apology is sent instead. */
export async function answerQuestion(
  ctx: Context,
  typed: string,
  { dependencies, settings }: AnswerContext,
): Promise<void> {
  const parsed = parseQuestion(typed);
  if (!parsed.ok) return sendText(ctx, parsed.reason === 'empty' ? WORDING.emptyAsk : WORDING.tooLong);
  const { answerer, conversations } = dependencies;
  const key = conversationKey(ctx);
  const reply = answerer.reply(parsed.question, await conversations.recall(key));
  await conversations.remember(key, parsed.question);
  const messages = renderMessages(reply, settings);
  assertSendable(reply, dependencies, messages.map(({ text }) => text).join('\n'));
  return sendMessages(ctx, messages);
}
