import type { Update } from 'grammy/types';

/**
 * Whose updates are handled one after another: those of a chat, as Telegram delivers them. Button presses wait for no
 * message, only for other presses of the same person.
 *
 * @returns null for updates that the bot has no use for
 */
export function updateKey(update: Update): string | null {
  const message = update.message ?? update.edited_message;
  if (message !== undefined) return `chat:${message.chat.id}`;
  if (update.callback_query !== undefined) return `press:${update.callback_query.from.id}`;
  if (update.my_chat_member !== undefined) return `chat:${update.my_chat_member.chat.id}`;
  return null;
}
