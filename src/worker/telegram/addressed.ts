import type { Message, UserFromGetMe } from 'grammy/types';

/**
 * The question in a text that is meant for the bot: all of it in a private chat; in a group only where the bot is mentioned,
 * without the mention, or where the message replies to one of the bot's.
 *
 * @returns null when the text is not for the bot
 */
export function addressedQuestion(message: Message, me: UserFromGetMe): string | null {
  const text = message.text ?? '';
  if (message.chat.type === 'private') return text;
  const mention = message.entities?.find(({ type, offset, length }) => {
    return type === 'mention' && text.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`;
  });
  if (mention !== undefined) {
    return text.slice(0, mention.offset) + text.slice(mention.offset + mention.length);
  }
  return message.reply_to_message?.from?.id === me.id ? text : null;
}
