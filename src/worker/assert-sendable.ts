import type { Reply } from '../core/block.ts';
import { WenjuError } from '../core/error.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * The reply to a question, after both gates.
 *
 * @param sent the text about to leave, for surfaces that put it together themselves; line breaks may be elsewhere
 * @throws {WenjuError} `gate` if a quote or number does not stand in its source, or what is sent is not what was checked.
 */
export function assertSendable(reply: Reply, { check }: Pick<Dependencies, 'check'>, sent = reply.answer.text): void {
  const [failure] = check(reply);
  if (failure !== undefined) throw new WenjuError('gate', `The ${failure.gate} gate refused a reply`, failure);
  const checked = reply.blocks.map(({ text }) => text).join('');
  if (withoutBreaks(sent) !== withoutBreaks(checked)) {
    throw new WenjuError('gate', 'The text to be sent is not the text that was checked', {
      gate: 'quote',
      detail: 'text',
    });
  }
}

function withoutBreaks(text: string): string {
  return text.replaceAll('\n', '');
}
