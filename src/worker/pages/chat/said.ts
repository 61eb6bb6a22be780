import * as z from 'zod/mini';

/** Longest text of a message (Bot API, Message.text), in code points; callback_data has at most 64 bytes. */
const MAX_TEXT = 4096;
const MAX_DATA = 64;

const session = z.string().check(z.regex(/^[\w-]{22}$/u));
const language = z.enum(['zh', 'en']);
const text = z.string().check(
  z.minLength(1),
  z.refine((value: string) => value.length <= MAX_TEXT || [...value].length <= MAX_TEXT),
);

/** What a page says to the bot: a text, or a press on a button of one of its messages. */
export const SAID = z.union([
  z.strictObject({ session, language, text }),
  z.strictObject({
    session,
    language,
    press: z.strictObject({ message: z.int().check(z.positive()), data: z.string().check(z.maxLength(MAX_DATA)) }),
  }),
]);
export type Said = z.infer<typeof SAID>;

interface Surroundings {
  readonly chat: number;
  /** Of the update, and of the message where it is one. */
  readonly id: number;
}

/** What was said as Telegram would deliver it. */
export function toUpdate(said: Said, { chat: id, id: messageId }: Surroundings): object {
  const from = { id, is_bot: false, first_name: '网页', language_code: said.language === 'en' ? 'en' : 'zh-hans' };
  const chat = { id, type: 'private', first_name: '网页' };
  if ('press' in said) {
    const { message, data } = said.press;
    const pressed = { message_id: message, date: 1, chat, text: '' };
    return {
      update_id: messageId,
      callback_query: { id: String(messageId), from, chat_instance: '0', data, message: pressed },
    };
  }
  const command = /^\/\w+/u.exec(said.text)?.[0];
  const entities = command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
  return { update_id: messageId, message: { message_id: messageId, date: 1, chat, from, text: said.text, entities } };
}
