import type { Context } from 'grammy';
import type { Dependencies } from '../dependencies.ts';
import type { TelegramSettings } from '../environment.ts';
import { parseQuestion } from '../question.ts';
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
  const reply = dependencies.answerer.reply(parsed.question);
  const messages = renderMessages(reply, settings);
  dependencies.check(reply);
  return sendMessages(ctx, messages);
}
