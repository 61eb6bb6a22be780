import type { Api, Transformer } from 'grammy';
import { isPage, isPageChat } from './page-chats.ts';
import type { UpdateContext } from './update-context.ts';

type Parts = Pick<UpdateContext, 'dependencies' | 'settings' | 'state'>;

/** Calls that put something into a chat. */
const SENDING = new Set(['sendMessage', 'editMessageText']);

/** Whether a refusal says that nothing reaches the chat any more. */
function isGone(status: number, description: string): boolean {
  return status === 403 || (status === 400 && description.includes('chat not found'));
}

/** Keeps the pace, remembers chats that are gone, and follows those that have moved. */
export function guardCalls(api: Api, parts: Parts): void {
  // The last one installed is called first.
  api.config.use(refusePageChats(parts), keepPace(parts), noticeGone(parts), followMigration(parts));
}

function chatOf(payload: object): number | null {
  const chat: unknown = 'chat_id' in payload ? payload.chat_id : null;
  return typeof chat === 'number' ? chat : null;
}

/** What is meant for a chat of our own page never leaves for Telegram: it is as one that nothing reaches. */
function refusePageChats({ settings }: Parts): Transformer {
  return async function refuse(call, method, payload, signal) {
    const chat = chatOf(payload);
    if (chat === null || !isPageChat(chat) || isPage(settings)) return call(method, payload, signal);
    return { ok: false, error_code: 403, description: 'Forbidden: a chat of the page' };
  };
}

function keepPace({ dependencies }: Parts): Transformer {
  const { pacer, sleep } = dependencies;
  return async function pace(call, method, payload, signal) {
    const chat = chatOf(payload);
    if (chat === null || !SENDING.has(method)) return call(method, payload, signal);
    const wait = pacer.reserve(chat);
    if (wait > 0) await sleep(wait);
    const response = await call(method, payload, signal);
    if (!response.ok && response.error_code === 429) pacer.block(chat, response.parameters?.retry_after ?? 1);
    return response;
  };
}

function noticeGone({ state }: Parts): Transformer {
  return async function notice(call, method, payload, signal) {
    const response = await call(method, payload, signal);
    const chat = chatOf(payload);
    if (!response.ok && chat !== null && isGone(response.error_code, response.description)) {
      await state.chats.markGone(chat);
    }
    return response;
  };
}

function followMigration({ state }: Parts): Transformer {
  return async function follow(call, method, payload, signal) {
    const response = await call(method, payload, signal);
    const [from, to] = [chatOf(payload), response.ok ? undefined : response.parameters?.migrate_to_chat_id];
    if (from === null || to === undefined) return response;
    await state.chats.migrate(from, to);
    return call(method, { ...payload, chat_id: to }, signal);
  };
}
