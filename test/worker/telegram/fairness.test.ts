import { describe, expect, it } from 'vitest';
import type { Database, Statement } from '../../../src/worker/database.ts';
import type { QueueMessage } from '../../../src/worker/environment.ts';
import { handleBatch } from '../../../src/worker/telegram/background.ts';
import { LIMITS } from '../../../src/worker/telegram/limits.ts';
import { createPacer } from '../../../src/worker/telegram/pacer.ts';
import { createHarness, deliver, type Harness, textUpdate } from '../harness.ts';
import { createVirtualTime, type VirtualTime } from '../virtual-time.ts';

/** Virtual milliseconds that things take, and how wrangler.toml sets up the queue. */
const COST = { statement: 5, call: 120, hop: 30 } as const;
const BATCH = 25;
const MINUTE = 60_000;

const FLOODER = 5;
const FLOOD = 1000;
const OTHERS = Array.from({ length: 10 }, (_, i) => 100 + i);
const ASKED_BY_EACH = 6;
const TOO_FAST = '问得有点快，请过一会儿再问。';

function slowed(database: Database, time: VirtualTime): Database {
  const wrap = (statement: Statement): Statement =>
    Object.assign(Object.create(null), {
      inner: Reflect.get(statement, 'inner'),
      bind: (...values: (string | number | null)[]) => wrap(statement.bind(...values)),
      first: () => time.spend(COST.statement, () => statement.first()),
      all: () => time.spend(COST.statement, () => statement.all()),
      run: () => time.spend(COST.statement, () => statement.run()),
    });
  return {
    prepare: (sql) => wrap(database.prepare(sql)),
    batch: (statements) => time.spend(COST.statement, () => database.batch(statements)),
  };
}

interface Sent {
  readonly chat: unknown;
  readonly text: unknown;
  readonly at: number;
}

interface World {
  readonly harness: Harness;
  readonly time: VirtualTime;
  readonly sent: readonly Sent[];
}

/** A bot whose database, queue and Telegram take virtual time, with one consumer of the queue that runs for ever. */
function createWorld(): World {
  const time = createVirtualTime();
  const sent: Sent[] = [];
  const queue: QueueMessage[] = [];
  let wake = () => {};
  const send = async (body: QueueMessage, { delaySeconds = 0 } = {}) => {
    await time.wait(COST.hop + delaySeconds * 1000);
    queue.push(body);
    wake();
  };
  const harness = createHarness({
    intercept: (database) => slowed(database, time),
    bindings: {
      UPDATES: { send: async (body: QueueMessage, options?: { delaySeconds?: number }) => void send(body, options) },
    },
    now: () => time.now(),
  });
  const { fetch } = harness.dependencies;
  Object.assign(harness.dependencies, {
    now: () => time.now(),
    sleep: (milliseconds: number) => time.wait(milliseconds),
    pacer: createPacer(() => time.now()),
    fetch: async (input: RequestInfo, init?: RequestInit) => {
      const response = await time.spend(COST.call, () => fetch(input, init));
      const { chat_id: chat, text } = JSON.parse(String(init?.body));
      if (text !== undefined) sent.push({ chat, text, at: time.now() });
      return response;
    },
  });
  async function consume(): Promise<never> {
    for (;;) {
      const messages = queue.splice(0, BATCH).map((body) => ({ body, ack() {}, retry: () => void send(body) }));
      if (messages.length > 0) await handleBatch(messages, harness);
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  void consume();
  return { harness, time, sent };
}

/** Sends questions from a private chat at given times, each when the one before has its receipt, as Telegram does. */
async function ask(
  { harness, time }: World,
  { user, times }: { user: number; times: readonly number[] },
): Promise<void> {
  const from = { id: user, is_bot: false, first_name: 'U', language_code: 'zh-hans' };
  for (const [i, at] of times.entries()) {
    if (at > time.now()) await time.wait(at - time.now());
    await deliver(harness, textUpdate('问', { message_id: i + 1, from, chat: { ...from, type: 'private' } }));
  }
}

/** Times of the others' questions, spread over the minute without falling into step with anything. */
function timesOf(user: number): readonly number[] {
  return Array.from({ length: ASKED_BY_EACH }, (_, i) => ((user * 7919 + i * 9973) % 9500) + i * 9600);
}

/** Plays a minute and gives the milliseconds that the others waited for their answers, shortest first. */
async function waits({
  isFlooded,
}: {
  isFlooded: boolean;
}): Promise<{ sorted: readonly number[]; sent: readonly Sent[] }> {
  const world = createWorld();
  for (const user of OTHERS) void ask(world, { user, times: timesOf(user) });
  if (isFlooded) {
    const times = Array.from({ length: FLOOD }, (_, i) => (i * MINUTE) / FLOOD);
    void ask(world, { user: FLOODER, times });
  }
  await world.time.runUntil(2 * MINUTE);
  const waited = OTHERS.flatMap((user) => {
    const answers = world.sent.filter(({ chat }) => chat === user);
    return timesOf(user).map((asked, i) => (answers[i]?.at ?? Number.POSITIVE_INFINITY) - asked);
  });
  return { sorted: waited.sort((a, b) => a - b), sent: world.sent };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

describe('promises', () => {
  it('12: one user who asks 1,000 times a minute is told once, and holds up nobody', { timeout: 300_000 }, async () => {
    const quiet = percentile((await waits({ isFlooded: false })).sorted, 0.95);
    const flooded = await waits({ isFlooded: true });
    const loud = percentile(flooded.sorted, 0.95);
    const toFlooder = flooded.sent.filter(({ chat }) => chat === FLOODER);
    const notices = toFlooder.filter(({ text }) => text === TOO_FAST).length;
    const growth = Math.round((loud / quiet - 1) * 1000) / 10;
    console.log(
      `promise 12: ${FLOOD} questions, ${toFlooder.length - notices} answered, ${notices} notice; ` +
        `p95 of ${flooded.sorted.length} others ${Math.round(quiet)} ms -> ${Math.round(loud)} ms of virtual time, +${growth} %`,
    );
    expect([toFlooder.length - notices, notices]).toEqual([LIMITS.userMinute, 1]);
    expect(loud / quiet).toBeLessThanOrEqual(1.2);
  });
});
