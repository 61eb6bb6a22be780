import { type Context, GrammyError } from 'grammy';
import type { OutgoingMessage } from './message.ts';
import { sendMessages } from './send.ts';
import type { UpdateContext } from './update-context.ts';

interface EditOptions {
  /** Identifier of the answer whose messages are edited. */
  readonly answer: string;
  readonly context: UpdateContext;
}

/** Makes an answer's messages say something else: edits those there are, sends what is more, deletes what is left. */
export async function editMessages(
  ctx: Context,
  messages: readonly OutgoingMessage[],
  { answer, context }: EditOptions,
): Promise<void> {
  const { state } = context;
  const chat = ctx.chat?.id ?? 0;
  const existing = await state.answers.messagesOf(answer);
  const lost: number[] = [];
  for (const [i, message] of messages.slice(0, existing.length).entries()) {
    if (!(await editMessage(ctx, existing[i]!, message))) lost.push(i);
  }
  for (const surplus of existing.slice(messages.length)) {
    await tolerate(() => ctx.api.deleteMessage(chat, surplus));
    await state.answers.dropMessage(chat, surplus);
  }
  const missing = messages.flatMap((message, part) =>
    part >= existing.length || lost.includes(part) ? [{ message, part }] : [],
  );
  const sent = await sendMessages(
    ctx,
    missing.map(({ message }) => message),
    context,
  );
  for (const [i, message] of sent.entries()) {
    if (message !== null)
      await state.answers.keepMessage({ answer, chat, message: message.message_id, part: missing[i]!.part });
  }
}

/** False when the message is gone or can no longer be edited. */
function editMessage(ctx: Context, id: number, { text, entities, keyboard }: OutgoingMessage): Promise<boolean> {
  return tolerate(() =>
    ctx.api.editMessageText(ctx.chat?.id ?? 0, id, text, {
      entities: [...entities],
      ...(keyboard !== undefined && { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
      link_preview_options: { is_disabled: true },
    }),
  );
}

/** Whether a call has had its effect. A message that says it already needs no edit. */
async function tolerate(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
    return error.description.includes('message is not modified');
  }
}
