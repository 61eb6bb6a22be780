import type { Dependencies } from '../dependencies.ts';
import { configured, type Surroundings } from '../telegram/background.ts';
import { type DeliveredDigest, sendDigests } from './send-digests.ts';
import { sweepDigests } from './sweep-digests.ts';

/** Seconds after which a batch is delivered again while the Worker lacks what it needs. */
const RETRY_SECONDS = 60;

/** Sends the digests that a batch of the queue names. */
export async function handleDigests(messages: readonly DeliveredDigest[], surroundings: Surroundings): Promise<void> {
  const bindings = configured(surroundings);
  if (bindings !== null) return sendDigests(messages, { bindings, dependencies: surroundings.dependencies });
  for (const message of messages) message.retry({ delaySeconds: RETRY_SECONDS });
}

/** What the queue has given up is still in the ledger: the next sweep puts it into the queue again, up to its last hour. */
export async function handleDeadDigests(
  messages: readonly DeliveredDigest[],
  { log }: Pick<Dependencies, 'log'>,
): Promise<void> {
  for (const message of messages) {
    log({ event: 'digest_dead_letter' });
    message.ack();
  }
}

/** What the clock asks for every five minutes. */
export async function handleDigestTick(surroundings: Surroundings): Promise<void> {
  const bindings = configured(surroundings);
  if (bindings === null) return;
  try {
    await sweepDigests({ bindings, dependencies: surroundings.dependencies });
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    surroundings.dependencies.log({ event: 'database_failed', name: 'digest', detail: name });
  }
}
