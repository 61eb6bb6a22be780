import { inject } from 'vitest';
import { createCorpus } from '../../../src/answer/corpus/corpus.ts';
import { createDigest } from '../../../src/answer/digest/create-digest.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import type { Database, Statement } from '../../../src/worker/database.ts';
import type { Dependencies } from '../../../src/worker/dependencies.ts';
import { handleDeadDigests, handleDigests, handleDigestTick } from '../../../src/worker/digest/background.ts';
import type { SendState } from '../../../src/worker/digest/digest-ledger.ts';
import {
  createDigestSettings,
  DEFAULT_DIGEST,
  type DigestPlace,
  type DigestSettings,
} from '../../../src/worker/digest/digest-settings.ts';
import { createBindingsReader, type DigestQueueMessage } from '../../../src/worker/environment.ts';
import { createPacer } from '../../../src/worker/telegram/pacer.ts';
import { createInventedArtefact } from '../../answer/invented-artefact.ts';
import type { BotApi } from '../../double/bot-api.ts';
import { createBotApiFetch } from '../../double/create-bot-api-fetch.ts';
import { createHarness, TOKEN } from '../harness.ts';
import { consumer } from '../queue-consumer.ts';
import { bindingsOfTest } from '../test-bindings.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Milliseconds of real time to wait for the queue at most. */
const PATIENCE = 60_000;

/** Where a run of the consumer or the sweeper ends: at its so manieth operation, done already or not. */
export interface Kill {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** Thrown where a run has ended: nothing that it still tries has an effect. */
class Killed extends Error {}

export interface LedgerRow {
  readonly chat_id: number;
  readonly topic_id: number;
  readonly day: string;
  readonly state: SendState;
  readonly reason: string | null;
  readonly due_at: number;
  readonly changed_at: number;
}

export interface DigestWorld {
  readonly api: BotApi;
  readonly dependencies: Dependencies;
  readonly database: Database;
  /** Milliseconds since 1970. */
  now(): number;
  /** Lets the clock go on to an instant. */
  waitUntil(instant: number): void;
  keep(place: DigestPlace, settings?: Partial<DigestSettings>): Promise<void>;
  /** The cron, which a kill may end. */
  tick(kill?: Kill): Promise<{ readonly isKilled: boolean; readonly operations: number }>;
  /** Ends the next batch that the consumer is given. */
  killNextBatch(kill: Kill): void;
  /** What is put into the queue next is lost. */
  loseNextBatch(): void;
  /** Whether it came to that. */
  wasKilled(): boolean;
  /** Waits until the queue is empty. */
  settle(): Promise<void>;
  ledger(): Promise<readonly LedgerRow[]>;
  close(): void;
}

interface WorldOptions {
  readonly start: number;
  readonly digest?: Dependencies['digest'];
  readonly check?: Dependencies['check'];
  /** One message in so many is put into the queue twice; none when absent. */
  readonly duplicateEvery?: number;
  /** Milliseconds that a call to Telegram takes. */
  readonly latency?: number;
}

/** Counts the operations of a run, and ends it at one of them. */
function createGuard() {
  let kill: Kill | null = null;
  let step = 0;
  let isDead = false;
  return {
    begin(next: Kill | null) {
      kill = next;
      step = 0;
      isDead = false;
    },
    get isDead() {
      return isDead;
    },
    /** So many were begun. */
    get operations() {
      return step;
    },
    async run<Result>(operation: () => Promise<Result>): Promise<Result> {
      if (isDead) throw new Killed();
      const isLast = step++ === kill?.step;
      if (isLast && kill?.when === 'before') {
        isDead = true;
        throw new Killed();
      }
      const result = await operation();
      if (isLast) {
        isDead = true;
        throw new Killed();
      }
      return result;
    },
  };
}

type Guard = ReturnType<typeof createGuard>;

function guarded(database: Database, guard: Guard): Database {
  const wrap = (statement: Statement): Statement =>
    Object.assign(Object.create(null), {
      inner: Reflect.get(statement, 'inner'),
      bind: (...values: (string | number | null)[]) => wrap(statement.bind(...values)),
      first: () => guard.run(() => statement.first()),
      all: () => guard.run(() => statement.all()),
      run: () => guard.run(() => statement.run()),
    });
  return {
    prepare: (sql) => wrap(database.prepare(sql)),
    batch: (statements) => guard.run(() => database.batch(statements)),
  };
}

/**
 * A bot with digests to send, by a simulated clock: the real D1 and the real queue of workerd, and the double of the Bot API.
 * The consumer runs with nothing else running, as `max_concurrency` 1 asks.
 */
export function createDigestWorld({
  start,
  digest = createDigest(createCorpus(createInventedArtefact(), createDivisions())),
  check = () => [],
  duplicateEvery = 0,
  latency = 0,
}: WorldOptions): DigestWorld {
  let time = start;
  const now = () => time;
  const sleep = async (milliseconds: number) => {
    time += milliseconds;
  };
  // Sweeper and consumer are runs of their own, each with what it can be ended at.
  const sweeper = createGuard();
  const sender = createGuard();
  const queue = bindingsOfTest().DIGESTS;
  const delayed = new Map<string, number>();
  let waiting = 0;
  let announced = 0;
  let nextKill: Kill | null = null;
  let wasKilled = false;
  let isLost = false;
  const { api, fetch } = createBotApiFetch({ token: TOKEN, schema: inject('botApiSchema'), now, sleep });
  const harness = createHarness({
    parts: { digest },
    check: check as () => [],
    bindings: {
      DIGESTS: {
        sendBatch: (batch: readonly { readonly body: DigestQueueMessage }[]) =>
          sweeper.run(() => {
            const doubled = batch.filter(() => duplicateEvery > 0 && ++announced % duplicateEvery === 0);
            const all = [...batch, ...doubled];
            if (isLost) {
              isLost = false;
              return Promise.resolve(undefined);
            }
            waiting += all.length;
            return queue.sendBatch(all).then(() => undefined);
          }),
      },
    },
  });
  const { bindings, dependencies } = harness;
  const database = bindings.DB as Database;
  function surroundingsOf(guard: Guard) {
    return {
      bindings: { ...bindings, DB: guarded(database, guard) },
      dependencies: { ...dependencies, readBindings: createBindingsReader() },
    };
  }
  Object.assign(dependencies, {
    ...{ now, sleep, check, pacer: createPacer(now) },
    fetch: (input: string, init: RequestInit) =>
      sender.run(async () => {
        await sleep(latency);
        return fetch(input, init);
      }),
  });

  const sweeping = surroundingsOf(sweeper);
  const sending = surroundingsOf(sender);

  consumer.handle = async (batch) => {
    if (batch.queue.startsWith('wenju-digests-dead')) {
      waiting -= batch.messages.length;
      return handleDeadDigests(batch.messages, dependencies);
    }
    sender.begin(nextKill);
    const isDoomed = nextKill !== null;
    nextKill = null;
    const open = new Set(batch.messages);
    for (const { id } of batch.messages) {
      time = Math.max(time, delayed.get(id) ?? 0);
      delayed.delete(id);
    }
    // The runtime keeps what was acknowledged, and delivers the rest again, when a consumer ends.
    const messages = batch.messages.map((message) => ({
      body: message.body,
      ack() {
        if (sender.isDead) throw new Killed();
        message.ack();
        waiting--;
        open.delete(message);
      },
      retry({ delaySeconds }: { readonly delaySeconds: number }) {
        if (sender.isDead) throw new Killed();
        // The delay is simulated: the clock is there when the message comes again.
        delayed.set(message.id, time + delaySeconds * 1000);
        message.retry();
        open.delete(message);
      },
    }));
    await handleDigests(messages, sending).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    if (isDoomed) wasKilled = sender.isDead;
    sender.begin(null);
    for (const message of open) message.retry();
  };

  return {
    ...{ api, dependencies, database, now },
    waitUntil(instant) {
      time = Math.max(time, instant);
    },
    async keep(place, settings = {}) {
      await createDigestSettings(database, now).keep(place, { ...DEFAULT_DIGEST, isOn: true, ...settings });
    },
    async tick(kill) {
      sweeper.begin(kill ?? null);
      await handleDigestTick(sweeping);
      const { isDead: isKilled, operations } = sweeper;
      if (isKilled) sweeper.begin(null);
      return { isKilled, operations };
    },
    killNextBatch(kill) {
      nextKill = kill;
      wasKilled = false;
    },
    loseNextBatch() {
      isLost = true;
    },
    wasKilled: () => wasKilled,
    async settle() {
      const deadline = performance.now() + PATIENCE;
      while (waiting > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 1));
      if (waiting > 0) throw new Error(`${waiting} messages are still in the queue`);
      nextKill = null;
    },
    async ledger() {
      const { results } = await database
        .prepare('SELECT * FROM digest_send ORDER BY day, chat_id, topic_id')
        .all<LedgerRow>();
      return results;
    },
    close() {
      consumer.handle = null;
    },
  };
}
