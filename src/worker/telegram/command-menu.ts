import type { Context } from 'grammy';
import { commandList } from './commands.ts';
import type { Language } from './state/chats.ts';

/**
 * Shows the commands of one chat in a language, or in that of each reader again. Telegram chooses among lists by language, but
 * knows no script: traditional characters need a list of the chat's own. Without it nothing is lost.
 */
export async function showCommands(ctx: Context, language: Language | null): Promise<void> {
  if (ctx.chat === undefined) return;
  const scope = { type: 'chat', chat_id: ctx.chat.id } as const;
  const call =
    language === null
      ? ctx.api.deleteMyCommands({ scope })
      : ctx.api.setMyCommands([...commandList(language)], { scope });
  await call.catch(() => undefined);
}
