import { afterEach, describe, expect, it } from 'vitest';
import { bindingsOfTest } from '../test-bindings.ts';
import { createDigestWorld, DAY, type DigestWorld, HOUR, type LedgerRow, MINUTE } from './world.ts';

/** Each with a time that the clock jumps over, or shows twice, on some day; but in China, which has none. */
const ZONES = [
  { chat: -1, zone: 'Asia/Shanghai', time: '07:30' },
  { chat: -2, zone: 'America/New_York', time: '02:30' },
  { chat: -3, zone: 'Europe/London', time: '01:30' },
  { chat: -4, zone: 'Australia/Lord_Howe', time: '02:15' },
  { chat: -5, zone: 'Africa/Cairo', time: '00:00' },
] as const;

const FIRST = '2027-07-01';
const DAYS = 366;
/** Days on which something happens, and how many: what `npm test` plays of the year, all of it in `npm run check:full`. */
const NOTABLE = ['2027-10-02', '2027-10-28', '2027-11-06', '2027-12-30', '2028-02-27', '2028-03-11', '2028-03-25'];
const NOTABLE_TOO = ['2028-04-01', '2028-04-26'];
const WINDOW = 3;
const CRON = 5 * MINUTE;
/** One day in so many nothing runs for three hours. */
const OUTAGE_EVERY = 9;
const OUTAGE = 3 * HOUR;
/** Digests after which the ledger is read. */
const READ_EVERY = 100;

const IS_FULL = bindingsOfTest().RUNS !== null;
let world: DigestWorld;
afterEach(() => world.close());

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The first quarter of an hour of a date at which the clock of a zone shows a time or more: by looking at each. */
function dueByClock(date: string, { zone, time }: (typeof ZONES)[number]): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const from = Date.parse(date) - 15 * HOUR;
  for (let instant = from; instant < from + 2 * DAY; instant += 15 * MINUTE) {
    const shown = format.format(instant);
    if (shown >= `${date} ${time}` && shown.startsWith(date)) return instant;
  }
  throw new RangeError(`${zone} has no ${date}`);
}

interface Expected {
  readonly chat: number;
  readonly date: string;
  readonly due: number;
}

function expectedOn(dates: readonly string[]): readonly Expected[] {
  return ZONES.flatMap((zone) => dates.map((date) => ({ chat: zone.chat, date, due: dueByClock(date, zone) }))).sort(
    (a, b) => a.due - b.due,
  );
}

/** The cron comes four minutes after the times that people choose: nearly as late as it can. */
const PHASE = 4 * MINUTE;
const cronAfter = (instant: number): number => Math.ceil((instant - PHASE) / CRON) * CRON + PHASE;
const cronBefore = (instant: number): number => cronAfter(instant) - CRON;

describe('digests, on time', () => {
  it('in five zones through daylight saving, leap day and New Year', { timeout: 3_600_000 }, async () => {
    const whole = Array.from({ length: DAYS }, (_, i) => dateAfter(FIRST, i));
    const parts = [...NOTABLE, ...NOTABLE_TOO].map((date) =>
      Array.from({ length: WINDOW }, (_, i) => dateAfter(date, i)),
    );
    const rows = new Map<string, LedgerRow>();
    /** The ledger forgets what is older than two months. */
    async function remember(): Promise<void> {
      for (const row of await world.ledger()) rows.set(`${row.chat_id} ${row.day}`, row);
    }
    let right = 0;
    let latest = 0;
    let latestAfterOutage = 0;
    let played = 0;
    world = createDigestWorld({ start: Date.parse(FIRST) - 2 * DAY });
    for (const dates of IS_FULL ? [whole] : parts) {
      const expected = expectedOn(dates);
      world.waitUntil(expected[0]!.due - HOUR);
      for (const { chat, zone, time } of ZONES) {
        const [hour, minute] = time.split(':').map(Number);
        await world.keep({ chat, topic: 0 }, { zone, minute: hour! * 60 + minute! });
      }
      const begun = world.api.journal.length;
      let recovery = 0;
      for (const [i, { due }] of expected.entries()) {
        const isOutage = i % (OUTAGE_EVERY * ZONES.length) === 0;
        if (isOutage) recovery = cronAfter(due + OUTAGE);
        // The cron that comes too early, and the first that does not.
        for (const cron of [cronBefore(due), cronAfter(due)]) {
          if (cron < recovery && cron >= recovery - OUTAGE - CRON) continue;
          world.waitUntil(cron);
          await world.tick();
          await world.settle();
        }
        if (i % READ_EVERY === 0) await remember();
        const next = expected[i + 1]?.due ?? Number.POSITIVE_INFINITY;
        if (recovery > 0 && recovery <= next) {
          world.waitUntil(recovery);
          await world.tick();
          await world.settle();
          recovery = 0;
        }
      }
      if (recovery > 0) {
        world.waitUntil(recovery);
        await world.tick();
        await world.settle();
      }
      await remember();
      const sent = world.api.journal.slice(begun).filter(({ method }) => method === 'sendMessage');
      for (const { chat, date, due } of expected) {
        const row = rows.get(`${chat} ${date}`);
        const own = sent.filter(
          ({ parameters, time }) => parameters.chat_id === chat && Math.abs(time - due) < 6 * HOUR,
        );
        const late = (own[0]?.time ?? Number.POSITIVE_INFINITY) - due;
        if (row?.state === 'sent' && row.due_at === due && own.length === 1) right++;
        if (late < OUTAGE) latest = Math.max(latest, late);
        else latestAfterOutage = Math.max(latestAfterOutage, late - OUTAGE);
        played++;
      }
      expect(sent).toHaveLength(expected.length);
      for (const { chat } of ZONES) await world.keep({ chat, topic: 0 }, { isOn: false });
    }
    console.log(
      `digest dates: ${ZONES.length} zones, ${played / ZONES.length} of ${DAYS} days each: right ${right} of ${played}, at most ${latest / MINUTE} minutes late, at most ${latestAfterOutage / MINUTE} after an outage of 3 hours`,
    );
    expect(right).toBe(played);
    expect(latest).toBeLessThanOrEqual(10 * MINUTE);
    expect(latestAfterOutage).toBeLessThanOrEqual(10 * MINUTE);
  });
});
