import type { Update } from 'grammy/types';
import * as z from 'zod/mini';
import type { Language } from './state/chats.ts';

const user = z.looseObject({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  language_code: z.optional(z.string()),
});
const chat = z.looseObject({ id: z.int(), type: z.string() });
const entity = z.looseObject({ type: z.string(), offset: z.int(), length: z.int(), user: z.optional(user) });
const message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: z.optional(user),
  text: z.optional(z.string()),
  entities: z.optional(z.array(entity)),
  caption: z.optional(z.string()),
  caption_entities: z.optional(z.array(entity)),
  message_thread_id: z.optional(z.int()),
  is_topic_message: z.optional(z.boolean()),
  reply_to_message: z.optional(z.looseObject({ message_id: z.int(), from: z.optional(user) })),
});

const callbackQuery = z.looseObject({
  id: z.string(),
  from: user,
  message: z.optional(z.looseObject({ message_id: z.int(), date: z.int(), chat })),
  data: z.optional(z.string()),
});

const inlineQuery = z.looseObject({ id: z.string(), from: user, query: z.string(), offset: z.string() });

const chatMember = z.looseObject({ chat, from: user, new_chat_member: z.looseObject({ status: z.string() }) });

/** What we read of an update. Everything else may be new to us and passes through unread. */
const UPDATE = z.looseObject({
  update_id: z.int(),
  message: z.optional(message),
  edited_message: z.optional(message),
  callback_query: z.optional(callbackQuery),
  inline_query: z.optional(inlineQuery),
  my_chat_member: z.optional(chatMember),
});

export type UpdateResult =
  | { readonly ok: true; readonly update: Update }
  | { readonly ok: false; readonly reason: 'not_json' | 'unknown_shape' };

/** The update in a request's body, or why there is none: text that is no JSON never comes from Telegram, a new shape may. */
export function parseUpdate(body: string): UpdateResult {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { ok: false, reason: 'not_json' };
  }
  const parsed = UPDATE.safeParse(json);
  if (!parsed.success) return { ok: false, reason: 'unknown_shape' };
  // The fields that the handlers read have been checked; the type names hundreds more.
  return { ok: true, update: parsed.data as unknown as Update };
}

/** The chat that an update is about, or null. */
export function chatOf({ message, edited_message, callback_query, my_chat_member }: Update): number | null {
  return (message ?? edited_message ?? callback_query?.message ?? my_chat_member)?.chat.id ?? null;
}

/** The language of whoever caused an update; Chinese where Telegram does not say. */
export function languageOf({ message, edited_message, callback_query, inline_query }: Update): Language {
  const code =
    (message ?? edited_message ?? callback_query ?? inline_query)?.from?.language_code?.toLowerCase() ?? 'zh';
  if (/^zh-(?:hant|tw|hk|mo)/u.test(code)) return 'zh-hant';
  return code.startsWith('zh') ? 'zh' : 'en';
}
