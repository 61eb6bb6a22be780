import type { Context } from 'grammy';
import { checkedMessages } from './checked-messages.ts';
import { sendMessages } from './send.ts';
import type { UpdateContext } from './update-context.ts';

/**
 * Shows a citation with what stands around it.
 *
 * @returns false when there is no such citation, or its report has changed
 */
export async function sendCitation(ctx: Context, id: string, context: UpdateContext): Promise<boolean> {
  const { dependencies, settings, state } = context;
  const citation = await state.citations.find(id);
  const reply = citation === null ? null : dependencies.evidence.around(citation);
  if (reply === null) return false;
  const messages = checkedMessages(reply, { dependencies, settings });
  await sendMessages(ctx, messages, context);
  return true;
}
