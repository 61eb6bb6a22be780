import type { MessageEntity } from 'grammy/types';
import type { DigestPart } from '../../answer/digest/create-digest.ts';
import { checkedMessages } from '../telegram/checked-messages.ts';
import { fitsMessage, joinMessages, type OutgoingMessage } from '../telegram/message.ts';
import type { UpdateContext } from '../telegram/update-context.ts';

/** A digest as Telegram takes it: one message. */
export interface DigestMessage {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** Whether it arrives without a sound. */
  readonly silent: boolean;
}

export interface RenderedDigest {
  readonly message: OutgoingMessage;
  /** Keys of what it shows. */
  readonly items: readonly string[];
}

const GAP: OutgoingMessage = { text: '', entities: [] };

/**
 * The parts of a digest as one message, an empty line between two: the first ones as far as they fit.
 *
 * @returns null when there is nothing to send
 * @throws {WenjuError} `gate` if a gate refuses a part
 */
export function renderDigest(
  parts: readonly DigestPart[],
  context: Pick<UpdateContext, 'dependencies' | 'settings'>,
): RenderedDigest | null {
  return parts.reduce<RenderedDigest | null>((before, { reply, item }) => {
    const [drawn, ...rest] = checkedMessages(reply, context);
    if (drawn === undefined || rest.length > 0) return before;
    const message = before === null ? drawn : joinMessages([before.message, GAP, drawn]);
    if (!fitsMessage(message)) return before;
    return { message, items: [...(before?.items ?? []), ...(item === null ? [] : [item])] };
  }, null);
}
