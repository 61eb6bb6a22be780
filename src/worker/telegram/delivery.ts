import type { Job } from './state/inbox.ts';
import type { State } from './state/state.ts';

/** Counts the messages of one update, so that a second attempt does not repeat those that have arrived. */
export interface Delivery {
  /** Sends the next message, unless an earlier attempt has. Null then. */
  send<Sent>(call: () => Promise<Sent>): Promise<Sent | null>;
}

export function createDelivery({ updateId, sent }: Pick<Job, 'updateId' | 'sent'>, { inbox }: State): Delivery {
  let position = 0;
  return {
    async send(call) {
      position++;
      if (position <= sent) return null;
      const result = await call();
      await inbox.countSent(updateId);
      return result;
    },
  };
}
