import type { TelegramBindings } from '../environment.ts';
import { createDigestLedger, type DigestKey } from './digest-ledger.ts';
import { createDigestSettings, type KeptDigest } from './digest-settings.ts';
import { type ComposingTools, freezeDigests } from './freeze-digests.ts';

/** What sweeping and sending take. */
export interface DigestTools extends ComposingTools {
  readonly bindings: Pick<TelegramBindings, 'settings' | 'database' | 'digests' | 'model'>;
}

/** What putting into the queue takes. */
interface AnnouncingTools {
  readonly dependencies: Pick<DigestTools['dependencies'], 'now'>;
  readonly bindings: Pick<TelegramBindings, 'database' | 'digests'>;
}

/** Digests written down at a time: their texts stay well below the two megabytes that D1 takes. */
const CHUNK = 50;
/** Chunks a sweep, far above what is due at once, so that a sweep ends. */
const CHUNKS = 200;
/** Messages that a queue takes at a time. */
const BATCH = 100;
const ANNOUNCED = 10_000;

/**
 * What the clock asks for every few minutes: writes down the digests whose time has come and puts them into the queue, again
 * where they were left over. Done twice, or late, it changes nothing more: each digest is written down once.
 */
export async function sweepDigests(tools: DigestTools): Promise<void> {
  const { dependencies, bindings } = tools;
  const settings = createDigestSettings(bindings.database, dependencies.now);
  const ledger = createDigestLedger(bindings.database, dependencies.now);
  await ledger.expire();
  await settings.switchOffGone();
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const due = (await settings.due(CHUNK)).filter(isDue);
    if (due.length === 0) break;
    await freezeDigests(due, tools);
  }
  await announceDigests(await ledger.waiting(ANNOUNCED), tools);
  await ledger.prune();
}

/** Puts digests into the queue, and writes down that it did. */
export async function announceDigests(keys: readonly DigestKey[], tools: AnnouncingTools): Promise<void> {
  const { dependencies, bindings } = tools;
  const ledger = createDigestLedger(bindings.database, dependencies.now);
  for (let start = 0; start < keys.length; start += BATCH) {
    const batch = keys.slice(start, start + BATCH);
    await bindings.digests.sendBatch(batch.map((body) => ({ body })));
    await ledger.announced(batch);
  }
}

function isDue(digest: KeptDigest): digest is KeptDigest & { readonly dueAt: number } {
  return digest.dueAt !== null;
}
