import type { Dependencies } from '../dependencies.ts';
import type { QueueMessage, TelegramBindings } from '../environment.ts';
import { handleUpdates, sweep } from './handle-updates.ts';

/** A message of the queue. */
export interface Delivered {
  readonly body: QueueMessage;
  ack(): void;
  retry(options: { readonly delaySeconds: number }): void;
}

export interface Surroundings {
  /** Unchecked. */
  readonly bindings: unknown;
  readonly dependencies: Dependencies;
}

/** Seconds after which a batch that could not be handled is delivered again. */
const RETRY_SECONDS = 15;

/** Handles the updates that a batch of the queue announces: chats side by side, the updates of each in order. */
export async function handleBatch(messages: readonly Delivered[], surroundings: Surroundings): Promise<void> {
  const bindings = configured(surroundings);
  const byKey = Map.groupBy(messages, ({ body }) => body.key);
  await Promise.all([...byKey].map(([key, delivered]) => handleKey(key, { ...surroundings, bindings, delivered })));
}

async function handleKey(
  key: string,
  {
    bindings,
    dependencies,
    delivered,
  }: {
    bindings: TelegramBindings | null;
    dependencies: Dependencies;
    delivered: readonly Delivered[];
  },
): Promise<void> {
  try {
    if (bindings !== null) await handleUpdates(key, { bindings, dependencies });
    for (const message of delivered) message.ack();
  } catch (error) {
    dependencies.log({ event: 'queue_failed', name: error instanceof Error ? error.name : typeof error });
    for (const message of delivered) message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

/** What the clock asks for once a minute. */
export async function handleTick(surroundings: Surroundings): Promise<void> {
  const bindings = configured(surroundings);
  if (bindings === null) return;
  try {
    await sweep({ bindings, dependencies: surroundings.dependencies });
  } catch {
    surroundings.dependencies.log({ event: 'database_failed', name: 'sweep' });
  }
}

/** The checked bindings; null, and a line in the log, when one is missing or malformed. */
export function configured({ bindings, dependencies }: Surroundings): TelegramBindings | null {
  const result = dependencies.readBindings(bindings);
  if (result.ok) return result.bindings;
  dependencies.log({ event: 'telegram_unconfigured', name: result.name, detail: result.detail });
  return null;
}
