import type { Message, UserFromGetMe } from 'grammy/types';

/**
 * The question in a text or caption that is meant for the bot: all of it in a private chat; in a group only where the bot is
 * mentioned, without the mention, or where the message replies to one of the bot's.
 *
 * @returns null when it is not for the bot, or is the bot's own, sent inline
 */
export function addressedQuestion(message: Message, me: UserFromGetMe): string | null {
  const text = message.text ?? message.caption;
  if (text === undefined || message.via_bot?.id === me.id) return null;
  if (message.chat.type === 'private') return text;
  // A post of a channel, passed on to its discussion group by Telegram.
  if (message.is_automatic_forward) return null;
  const mention = (message.entities ?? message.caption_entities)?.find((entity) => {
    const { offset, length } = entity;
    if (entity.type === 'text_mention') return entity.user.id === me.id;
    return (
      entity.type === 'mention' && text.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`
    );
  });
  if (mention !== undefined) {
    return text.slice(0, mention.offset) + text.slice(mention.offset + mention.length);
  }
  return message.reply_to_message?.from?.id === me.id ? text : null;
}
