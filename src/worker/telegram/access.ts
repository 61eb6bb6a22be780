import type { Context, MiddlewareFn } from 'grammy';
import { isFirstToday } from './limits.ts';
import { sendText } from './send.ts';
import type { UpdateContext } from './update-context.ts';

/** Lets through who may use the bot: everyone, or the users and chats of the allow-list. Others are told so once a day. */
export function checkAccess(context: UpdateContext): MiddlewareFn<Context> {
  const { allowed, owners } = context.settings;
  return async function admit(ctx, next) {
    const [user, chat] = [ctx.from?.id ?? 0, ctx.chat?.id ?? 0];
    if (allowed === null || allowed.has(user) || allowed.has(chat) || owners.has(user)) return next();
    if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery({ text: context.words.notAllowed });
    else if (ctx.chat?.type === 'private' && (await isFirstToday(`denied ${user}`, context)))
      await sendText(ctx, context.words.notAllowed, context);
  };
}

/** Whether whoever caused this update may change the chat's settings. Asked anew each time: admins come and go. */
export async function mayChangeSettings(ctx: Context): Promise<boolean> {
  const { chat, from, callbackQuery } = ctx;
  if (chat === undefined || from === undefined) return false;
  if (chat.type === 'private') return chat.id === from.id;
  // An anonymous admin writes as the group itself. The user behind such messages is one and the same for all groups,
  // and a press comes from the person.
  const sender = callbackQuery === undefined ? ctx.senderChat : undefined;
  if (sender !== undefined) return sender.id === chat.id;
  if (from.is_bot) return false;
  const { status } = await ctx.api.getChatMember(chat.id, from.id);
  return status === 'creator' || status === 'administrator';
}
