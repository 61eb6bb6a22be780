import { afterEach, describe, expect, it } from 'vitest';
import { bindingsOfTest } from '../test-bindings.ts';
import { createDigestWorld, DAY, type DigestWorld, HOUR, type Kill, MINUTE } from './world.ts';

const { RUNS } = bindingsOfTest();
/** Runs that end at each step; 100 in `npm run check:full`. */
const RUNS_A_STEP = RUNS === null ? 1 : Math.min(RUNS, 100);

/** 07:30 in Shanghai. */
const FIRST_DUE = Date.parse('2026-11-21T23:30:00Z');
const CHATS = [-101, -102, -103];

let world: DigestWorld;
afterEach(() => world.close());

/** Days after which the calls of a run are looked at, and how many digests each chat has got. */
function countSince(calls: number): ReadonlyMap<number, number> {
  const sent = world.api.journal.slice(calls).filter(({ method, response }) => method === 'sendMessage' && response.ok);
  return new Map(
    CHATS.map((chat) => [chat, sent.filter(({ parameters }) => parameters.chat_id === chat).length] as const),
  );
}

interface Tally {
  runs: number;
  missing: number;
  duplicates: number;
  unknown: number;
  /** Missing digests that the ledger does not call unknown. */
  untold: number;
}

/** One day of all chats: `disturb` is what goes wrong. */
async function playDay(day: number, disturb: (due: number) => Promise<void>, tally: Tally): Promise<void> {
  const due = FIRST_DUE + day * DAY;
  const calls = world.api.journal.length;
  world.waitUntil(due + MINUTE);
  await disturb(due);
  await world.settle();
  // What was left over is found by the sweeps that follow.
  for (const later of [5, 10, 15]) {
    world.waitUntil(due + later * MINUTE);
    await world.tick();
    await world.settle();
  }
  const date = new Date(due + 8 * HOUR).toISOString().slice(0, 10);
  const rows = (await world.ledger()).filter((row) => row.day === date);
  tally.runs++;
  for (const [chat, count] of countSince(calls)) {
    const state = rows.find(({ chat_id }) => chat_id === chat)?.state;
    if (count > 1) tally.duplicates++;
    if (count === 0) tally.missing++;
    if (state === 'unknown') tally.unknown++;
    if (state !== 'unknown' && (state !== 'sent' || count === 0)) tally.untold++;
  }
}

function newTally(): Tally {
  return { runs: 0, missing: 0, duplicates: 0, unknown: 0, untold: 0 };
}

async function startWorld(): Promise<void> {
  world = createDigestWorld({ start: FIRST_DUE - HOUR, duplicateEvery: 20 });
  for (const chat of CHATS) await world.keep({ chat, topic: 0 });
}

describe('digests, exactly once', () => {
  it('with the cron fired three times, missed or late, and one message in twenty doubled', {
    timeout: 3_600_000,
  }, async () => {
    await startWorld();
    const tally = newTally();
    const crons = [
      async () => void (await Promise.all([world.tick(), world.tick(), world.tick()])),
      async () => {
        for (let i = 0; i < 3; i++) await world.tick();
      },
      async () => undefined,
      async (due: number) => {
        world.waitUntil(due + 4 * MINUTE);
        await world.tick();
      },
    ];
    for (let run = 0; run < Math.max(8, 4 * RUNS_A_STEP); run++) await playDay(run, crons[run % crons.length]!, tally);
    const { runs, missing, duplicates, unknown } = tally;
    console.log(
      `digest cron: ${runs} days of ${CHATS.length} chats, cron thrice, missed or late: missing ${missing}, duplicates ${duplicates}, unknown ${unknown}`,
    );
    expect([missing, duplicates, unknown, tally.untold]).toEqual([0, 0, 0, 0]);
    expect(world.api.journal.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('with the consumer killed at every step', { timeout: 3_600_000 }, async () => {
    await startWorld();
    // Telegram is tried once; each digest is looked up, claimed, sent and settled.
    const steps = 1 + 4 * CHATS.length;
    const { tally, kills } = await endEach(steps, async (kill) => {
      world.killNextBatch(kill);
      await world.tick();
      await world.settle();
      return world.wasKilled();
    });
    const { runs, missing, duplicates, unknown, untold } = tally;
    console.log(
      `digest kills: consumer ended ${kills} times, ${RUNS_A_STEP} before and after each of ${steps} steps, ${runs} days of ${CHATS.length} chats: missing and not unknown ${untold}, duplicates ${duplicates}, unknown ${unknown} (of these not delivered ${missing})`,
    );
    expect(kills).toBe(2 * steps * RUNS_A_STEP);
    expect([duplicates, untold]).toEqual([0, 0]);
    // Unknown is what ended between its claim and its settlement, and nothing else.
    expect(unknown).toBe(4 * CHATS.length * RUNS_A_STEP);
  });

  it('with the sweeper killed at every step', { timeout: 3_600_000 }, async () => {
    await startWorld();
    world.waitUntil(FIRST_DUE);
    const { operations: steps } = await world.tick();
    await world.settle();
    const { tally, kills } = await endEach(steps, async (kill) => (await world.tick(kill)).isKilled, 1);
    const { runs, missing, duplicates, unknown } = tally;
    console.log(
      `digest sweeps: sweeper ended ${kills} times, ${RUNS_A_STEP} before and after each of ${steps} steps, ${runs} days: missing ${missing}, duplicates ${duplicates}, unknown ${unknown}`,
    );
    expect(kills).toBe(2 * steps * RUNS_A_STEP);
    expect([missing, duplicates, unknown, tally.untold]).toEqual([0, 0, 0, 0]);
  });
});

/** Ends a run before and after each of its steps, so many times each; `end` tells whether it came to that. */
async function endEach(
  steps: number,
  end: (kill: Kill) => Promise<boolean>,
  firstDay = 0,
): Promise<{ tally: Tally; kills: number }> {
  const tally = newTally();
  let day = firstDay;
  let kills = 0;
  for (let step = 0; step < steps; step++) {
    for (const when of ['before', 'after'] as const) {
      // A batch of the queue may hold fewer messages than were put into it, and not come so far.
      for (let run = 0, tries = 0; run < RUNS_A_STEP && tries < 3 * RUNS_A_STEP + 3; tries++) {
        let isKilled = false;
        const disturb = async () => {
          isKilled = await end({ step, when });
        };
        await playDay(day++, disturb, tally);
        if (isKilled) run++;
        if (isKilled) kills++;
      }
    }
  }
  return { tally, kills };
}
