import { afterEach, describe, expect, it } from 'vitest';
import { tooManyRequests } from '../../double/fault.ts';
import { inspectJournal } from '../../double/inspect-journal.ts';
import { bindingsOfTest } from '../test-bindings.ts';
import { createDigestWorld, type DigestWorld, HOUR } from './world.ts';

/** Groups that have one hour; 1000 in `npm run check:full`. */
const GROUPS = bindingsOfTest().GROUPS ?? 60;
/** 07:30 in Shanghai. */
const DUE = Date.parse('2026-11-21T23:30:00Z');
/** Milliseconds that a call takes, and seconds that Telegram asks to wait. */
const LATENCY = 50;
const RETRY_AFTER = 7;

let world: DigestWorld;
afterEach(() => world.close());

describe('digests of many groups at one hour', () => {
  it('reach each once, though every fifth send is answered 429', { timeout: 600_000 }, async () => {
    world = createDigestWorld({ start: DUE - HOUR, latency: LATENCY });
    const chats = Array.from({ length: GROUPS }, (_, i) => -1_000_000 - i);
    for (const chat of chats) await world.keep({ chat, topic: 0 });
    world.api.faults.add({ method: 'sendMessage', every: 5 }, tooManyRequests(RETRY_AFTER));
    world.waitUntil(DUE);
    await world.tick();
    await world.settle();

    const counts = chats.map((chat) => world.api.state.messages(chat).length);
    const { refusals, violations, windowViolations, duplicates } = inspectJournal(world.api);
    const sends = world.api.journal.filter(({ method }) => method === 'sendMessage');
    const seconds = Math.ceil((sends.at(-1)!.time - DUE) / 1000);
    console.log(
      `digest groups: ${GROUPS} groups, ${counts.filter((count) => count === 1).length} reached once, ${refusals} times 429, ${violations + windowViolations} pacing violations, ${seconds} simulated seconds`,
    );
    expect(counts.filter((count) => count !== 1)).toEqual([]);
    expect(refusals).toBeGreaterThanOrEqual(Math.floor(GROUPS / 5));
    expect([violations, windowViolations, duplicates]).toEqual([0, 0, 0]);
    expect(new Set((await world.ledger()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });
});
