import type { Api, Context } from 'grammy';
import type { Message, Update } from 'grammy/types';
import type { OutgoingMessage } from './message.ts';
import type { UpdateContext } from './update-context.ts';

/**
 * Sends messages in order to where the update came from; the first replies to it. Never with a parse mode: text from
 * reports and people is data, not markup.
 *
 * @returns the messages as Telegram shows them; null for each that an earlier attempt has sent
 * @throws {GrammyError | HttpError} If Telegram refuses or cannot be reached.
 */
export async function sendMessages(
  ctx: Context,
  messages: readonly OutgoingMessage[],
  { delivery }: Pick<UpdateContext, 'delivery'>,
): Promise<readonly (Message | null)[]> {
  const { msg } = ctx;
  if (msg === undefined) return [];
  const sent: (Message | null)[] = [];
  for (const [i, { text, entities, keyboard }] of messages.entries()) {
    const message = await delivery.send(() =>
      ctx.api.sendMessage(msg.chat.id, text, {
        ...(entities.length > 0 && { entities: [...entities] }),
        ...topicOf(msg),
        ...(i === 0 && replyTo(msg)),
        ...(keyboard !== undefined && { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
        link_preview_options: { is_disabled: true },
      }),
    );
    sent.push(message);
  }
  return sent;
}

/** The topic of a message. In groups without topics the same field names the message that a thread began with. */
export function topicOf({ is_topic_message, message_thread_id }: Message): { message_thread_id?: number } {
  return is_topic_message && message_thread_id !== undefined ? { message_thread_id } : {};
}

function replyTo({ message_id }: Message) {
  return { reply_parameters: { message_id, allow_sending_without_reply: true } };
}

/** Sends one sentence of the bot's own. */
export async function sendText(ctx: Context, text: string, context: Pick<UpdateContext, 'delivery'>): Promise<void> {
  await sendMessages(ctx, [{ text, entities: [] }], context);
}

/** Says that there is no answer now. Whether that arrives is of no further consequence. */
export async function sendApology(api: Api, update: Update, { words }: Pick<UpdateContext, 'words'>): Promise<void> {
  const message = update.message ?? update.edited_message;
  if (message === undefined) return;
  const options = { ...topicOf(message), ...replyTo(message), link_preview_options: { is_disabled: true } };
  await api.sendMessage(message.chat.id, words.failed, options).catch(() => undefined);
}
