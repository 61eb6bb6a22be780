import type { Update } from '@grammyjs/types';

/** Seconds after which an update of a kind is given up; a day for those not named (telegram-bot-api, Client.cpp). */
const LIFETIMES: Readonly<Record<string, number>> = {
  callback_query: 150,
  inline_query: 30,
  chosen_inline_result: 600,
};
const DAY = 86_400;

/** @returns seconds */
export function lifetimeOf(update: Update): number {
  return LIFETIMES[Object.keys(update).find((name) => name in LIFETIMES) ?? ''] ?? DAY;
}

/**
 * Updates of one key are delivered one after another, in order: the messages of a chat, the presses of a person, a
 * person's inline queries, the bot's own standing in a chat, and a person's standing anywhere (Client.cpp).
 */
export function keyOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  if (message !== undefined) return `chat ${message.chat.id}`;
  if (update.callback_query) return `press ${update.callback_query.from.id}`;
  if (update.inline_query) return `inline ${update.inline_query.from.id}`;
  if (update.my_chat_member) return `own ${update.my_chat_member.chat.id}`;
  const member = update.chat_member ?? update.chat_join_request;
  return member === undefined ? 'other' : `member ${member.from.id}`;
}
