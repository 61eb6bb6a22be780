import type { Context } from 'grammy';
import { assertSendable } from '../assert-sendable.ts';
import { parseQuestion } from '../question.ts';
import { renderMessages } from './message.ts';
import { sendMessages, sendText } from './send.ts';
import { conversationKey } from './state/conversations.ts';
import type { UpdateContext } from './update-context.ts';
import { WORDING } from './wording.ts';

/** Answers a question where it was asked. What is sent has passed both gates. */
export async function answerQuestion(ctx: Context, typed: string, context: UpdateContext): Promise<void> {
  const { dependencies, settings, state } = context;
  const parsed = parseQuestion(typed);
  if (!parsed.ok) return sendText(ctx, parsed.reason === 'empty' ? WORDING.emptyAsk : WORDING.tooLong, context);
  const turn = { conversation: conversationKey(ctx), updateId: ctx.update.update_id };
  const history = await state.conversations.recall(turn);
  const reply = dependencies.answerer.reply(parsed.question, history);
  await state.conversations.remember(turn, parsed.question);
  const messages = renderMessages(reply, settings);
  assertSendable(reply, dependencies, messages.map(({ text }) => text).join('\n'));
  await sendMessages(ctx, messages, context);
}
