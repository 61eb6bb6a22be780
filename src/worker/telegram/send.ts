import type { Context } from 'grammy';
import type { OutgoingMessage } from './message.ts';

/**
 * Sends messages in order to where the update came from; the first replies to it. Never with a parse mode: text from
 * reports and people is data, not markup.
 *
 * @throws {GrammyError | HttpError} If Telegram refuses or cannot be reached.
 */
export async function sendMessages(ctx: Context, messages: readonly OutgoingMessage[]): Promise<void> {
  const { message } = ctx;
  if (message === undefined) return;
  for (const [i, { text, entities }] of messages.entries()) {
    await ctx.api.sendMessage(message.chat.id, text, {
      ...(entities.length > 0 && { entities: [...entities] }),
      ...(message.is_topic_message && message.message_thread_id && { message_thread_id: message.message_thread_id }),
      ...(i === 0 && { reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true } }),
      link_preview_options: { is_disabled: true },
    });
  }
}

/** Sends one sentence of the bot's own. */
export function sendText(ctx: Context, text: string): Promise<void> {
  return sendMessages(ctx, [{ text, entities: [] }]);
}
