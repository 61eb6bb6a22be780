import type { Reply } from '../../core/block.ts';
import { assertSendable } from '../assert-sendable.ts';
import { type OutgoingMessage, renderMessages } from './message.ts';
import type { UpdateContext } from './update-context.ts';

/**
 * A reply as messages that may be sent: both gates have judged their texts as they are.
 *
 * @throws {WenjuError} `gate` if a gate refuses it
 */
export function checkedMessages(
  reply: Reply,
  { dependencies, settings }: Pick<UpdateContext, 'dependencies' | 'settings'>,
): readonly OutgoingMessage[] {
  const messages = renderMessages(reply, settings);
  const [first, ...others] = messages;
  const rest = others.map(({ text, continues }) => (continues ? text : `\n${text}`));
  assertSendable(reply, dependencies, [first?.text ?? '', ...rest].join(''));
  return messages;
}
