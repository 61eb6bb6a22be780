import { WenjuError } from '../../core/error.ts';
import { isDatabaseFailure } from '../database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { TelegramBindings } from '../environment.ts';
import { createDigestLedger, type DigestKey, type FrozenDigest, LATEST } from './digest-ledger.ts';
import { createDigestLinker, type DigestLinker } from './digest-linker.ts';
import { type RenderedDigest, renderDigest } from './digest-message.ts';
import { createDigestRecords, type DigestHistory } from './digest-records.ts';
import { dueAfter, type KeptDigest } from './digest-settings.ts';
import { addDays, createLocalTime, type LocalTime } from './local-time.ts';
import { type ReportChanges, readReportChanges } from './report-changes.ts';
import { readUnanswered } from './unanswered.ts';

/** What composing and writing down take. */
export interface ComposingTools {
  readonly dependencies: Dependencies;
  readonly bindings: Pick<TelegramBindings, 'settings' | 'database' | 'model'>;
}

/** A digest and the time it is due, in milliseconds since 1970. */
type Due = KeptDigest & { readonly dueAt: number };

interface Surroundings extends ComposingTools {
  readonly history: (place: KeptDigest) => DigestHistory;
  readonly changes: ReportChanges;
  readonly time: LocalTime;
  readonly link: DigestLinker;
}

/** Who asks for a digest now has it as the rules compose it. */
const leaveAsIs: DigestLinker = async (parts) => parts;

/** What a digest would be composed with, beside the day. */
interface Composition extends RenderedDigest {
  readonly restarts: boolean;
}

/** Writes down the digests that are due: text, or why there is none. */
export async function freezeDigests(due: readonly Due[], tools: ComposingTools): Promise<void> {
  const ledger = createDigestLedger(tools.bindings.database, tools.dependencies.now);
  const common = await surroundingsOf(due, tools);
  const link = createDigestLinker(tools);
  const frozen = [];
  for (const digest of due) {
    const time = common.clock(digest);
    frozen.push({
      ...(await freezeOne(digest, { ...common, time, link })),
      nextDueAt: dueAfter(digest.settings, digest.dueAt),
    });
  }
  await ledger.freeze(frozen);
}

/** The digest of a place as it would be today, or null. Nothing is written down. */
export async function previewDigest(place: KeptDigest, tools: ComposingTools): Promise<RenderedDigest | null> {
  const common = await surroundingsOf([place], tools);
  const time = common.clock(place);
  return compose(place, { ...common, time, link: leaveAsIs, day: time.dateOf(tools.dependencies.now()) });
}

/**
 * Writes down today's digest of a place ahead of its time.
 *
 * @returns its key, which may have stood there before; null when there is nothing to say
 */
export async function freezeNow(place: KeptDigest, tools: ComposingTools): Promise<DigestKey | null> {
  const { dependencies, bindings } = tools;
  const now = dependencies.now();
  const common = await surroundingsOf([place], tools);
  const frozen = await freezeOne({ ...place, dueAt: now }, { ...common, time: common.clock(place), link: leaveAsIs });
  if (frozen.message === null) return null;
  await createDigestLedger(bindings.database, dependencies.now).freeze([{ ...frozen, nextDueAt: null }]);
  const { chat, topic, day, part } = frozen;
  return { chat, topic, day, part };
}

async function surroundingsOf(places: readonly KeptDigest[], tools: ComposingTools) {
  const { dependencies, bindings } = tools;
  const records = createDigestRecords(bindings.database, dependencies.now);
  const clocks = new Map<string, LocalTime>();
  return {
    ...tools,
    history: await records.histories(places),
    changes: await readReportChanges(bindings.database, {
      held: dependencies.digest.fingerprints(),
      now: dependencies.now(),
    }),
    clock({ settings: { zone } }: KeptDigest): LocalTime {
      const clock = clocks.get(zone) ?? createLocalTime(zone);
      clocks.set(zone, clock);
      return clock;
    },
  };
}

async function freezeOne(digest: Due, surroundings: Surroundings): Promise<FrozenDigest> {
  const { chat, topic, dueAt, settings } = digest;
  const day = surroundings.time.dateOf(dueAt);
  const frozen = { chat, topic, day, part: 0, dueAt };
  const nothing = { ...frozen, message: null, items: [], restarts: false };
  if (dueAt <= surroundings.dependencies.now() - LATEST) return { ...nothing, reason: 'late' };
  const composed = await composeOrNull(digest, { ...surroundings, day });
  if (composed === 'failed' || composed === null) return { ...nothing, reason: composed ?? 'empty' };
  const { text, entities } = composed.message;
  const message = { text, entities, silent: settings.silent };
  return { ...frozen, message, reason: null, items: composed.items, restarts: composed.restarts };
}

/** One that cannot be composed must not hold up the others. */
async function composeOrNull(
  place: KeptDigest,
  surroundings: Surroundings & { readonly day: string },
): Promise<Composition | 'failed' | null> {
  try {
    return await compose(place, surroundings);
  } catch (error) {
    if (isDatabaseFailure(error)) throw error;
    const isGate = error instanceof WenjuError && error.code === 'gate';
    const name = error instanceof Error ? error.name : typeof error;
    surroundings.dependencies.log({ event: isGate ? 'gate_failed' : 'digest_send_failed', name });
    return 'failed';
  }
}

async function compose(
  place: KeptDigest,
  { dependencies, bindings, history, changes, time, link, day }: Surroundings & { readonly day: string },
): Promise<Composition | null> {
  const { chat, topic, settings, startedAt } = place;
  const { shown, lastAt } = history(place);
  const yesterday = { from: time.instantOf(addDays(day, -1), 0), to: time.instantOf(day, 0) };
  const { parts, restarts } = dependencies.digest.compose({
    ...{ day, shown, seed: `${chat}:${topic}`, topics: settings.topics, follows: settings.follows },
    changes: changes.since(lastAt ?? startedAt),
    questions: settings.listsUnanswered ? await readUnanswered(bindings.database, { chat, ...yesterday }) : [],
  });
  const rendered = renderDigest(await link(parts), { dependencies, settings: bindings.settings });
  return rendered === null ? null : { ...rendered, restarts };
}
