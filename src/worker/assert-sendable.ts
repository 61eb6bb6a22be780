import type { Reply } from '../core/block.ts';
import { WenjuError } from '../core/error.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * The reply to a question, after both gates.
 *
 * @param sent the text about to leave, for surfaces that put it together themselves; its white space may be another
 * @throws {WenjuError} `gate` if a quote or number does not stand in its source, or what is sent is not what was checked.
 */
export function assertSendable(reply: Reply, { check }: Pick<Dependencies, 'check'>, sent = reply.answer.text): void {
  const [failure] = check(reply);
  if (failure !== undefined) throw new WenjuError('gate', `The ${failure.gate} gate refused a reply`, failure);
  const checked = reply.blocks.map(({ text }) => text).join('\n');
  if (withPlainSpaces(sent) !== withPlainSpaces(checked)) {
    throw new WenjuError('gate', 'The text to be sent is not the text that was checked', {
      gate: 'quote',
      detail: 'text',
    });
  }
}

/** Where there is white space there still is some, so that no two numbers can run together. */
function withPlainSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
