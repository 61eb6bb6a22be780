import { Composer, type Context } from 'grammy';
import type { UpdateContext } from './update-context.ts';

/** What happens to the bot in a chat: let in, put out, blocked, or moved with the group that became a supergroup. */
export function membershipFeature({ state }: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.on('my_chat_member', async ({ myChatMember }) => {
    const { chat, new_chat_member: member } = myChatMember;
    const isOut = member.status === 'left' || member.status === 'kicked';
    const isMute = member.status === 'restricted' && !member.can_send_messages;
    if (!isOut && !isMute) return state.chats.markBack(chat.id);
    await state.chats.markGone(chat.id);
  });
  feature.on('message:migrate_to_chat_id', (ctx) => state.chats.migrate(ctx.chat.id, ctx.message.migrate_to_chat_id));
  feature.on('message:migrate_from_chat_id', (ctx) =>
    state.chats.migrate(ctx.message.migrate_from_chat_id, ctx.chat.id),
  );
  return feature;
}
