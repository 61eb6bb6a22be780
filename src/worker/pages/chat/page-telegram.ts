import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import * as z from 'zod/mini';
import type { OutgoingMessage } from '../../telegram/message.ts';

/** What the bot did in the chat, in order. */
export type ChatEvent =
  | { readonly type: 'message' | 'edit'; readonly id: number; readonly message: OutgoingMessage }
  | { readonly type: 'delete'; readonly id: number }
  /** What a press is answered with, shown for a moment. */
  | { readonly type: 'note'; readonly text: string };

/** A Bot API for one page: what the bot sends is kept for it, and no network is touched. */
export interface PageTelegram {
  readonly events: readonly ChatEvent[];
  readonly fetch: typeof fetch;
}

const CALL = z.object({
  message_id: z.optional(z.int()),
  text: z.optional(z.string()),
  entities: z.optional(z.array(z.custom<MessageEntity>((value) => typeof value === 'object' && value !== null))),
  reply_markup: z.optional(
    z.object({
      inline_keyboard: z.array(
        z.array(z.custom<InlineKeyboardButton>((value) => typeof value === 'object' && value !== null)),
      ),
    }),
  ),
});
type Call = z.infer<typeof CALL>;

/** @param firstId identifier of the first message that the bot sends; those that follow have the next ones */
export function createPageTelegram(firstId: number): PageTelegram {
  const events: ChatEvent[] = [];
  let next = firstId;
  const methods: Readonly<Record<string, (call: Call) => unknown>> = {
    sendMessage(call) {
      const id = next++;
      events.push({ type: 'message', id, message: messageOf(call) });
      return { message_id: id, date: 0, chat: { id: 0, type: 'private' }, text: call.text };
    },
    editMessageText(call) {
      events.push({ type: 'edit', id: call.message_id ?? 0, message: messageOf(call) });
      return true;
    },
    deleteMessage(call) {
      events.push({ type: 'delete', id: call.message_id ?? 0 });
      return true;
    },
    answerCallbackQuery({ text }) {
      if (text !== undefined) events.push({ type: 'note', text });
      return true;
    },
    sendChatAction: () => true,
  };
  return {
    events,
    async fetch(input, init) {
      const name = String(input).split('/').at(-1) ?? '';
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (method === undefined || typeof init?.body !== 'string') {
        return Response.json({ ok: false, error_code: 400, description: `Bad Request: a page knows no ${name}` });
      }
      return Response.json({ ok: true, result: method(CALL.parse(JSON.parse(init.body))) });
    },
  };
}

function messageOf({ text = '', entities = [], reply_markup }: Call): OutgoingMessage {
  return { text, entities, ...(reply_markup !== undefined && { keyboard: reply_markup.inline_keyboard }) };
}
