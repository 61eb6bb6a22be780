import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCorpus } from '../../../src/answer/corpus/corpus.ts';
import { createDigest } from '../../../src/answer/digest/create-digest.ts';
import type { Block } from '../../../src/core/block.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import { createDigestRecords } from '../../../src/worker/digest/digest-records.ts';
import { createInventedArtefact } from '../../answer/invented-artefact.ts';
import type { Fault } from '../../double/fault.ts';
import { createDigestWorld, DAY, type DigestWorld, HOUR, MINUTE } from './world.ts';

/** 07:30 in Shanghai. */
const DUE = Date.parse('2026-11-21T23:30:00Z');
const LIE: Block = { type: 'line', text: '共9个' };
const PLACE = { chat: -101, topic: 0 };

let world: DigestWorld;
beforeEach(async () => {
  world = createDigestWorld({ start: DUE - HOUR });
  await world.keep(PLACE);
});
afterEach(() => world.close());

/** Every five minutes from the time that a digest is due. */
async function tickFor(minutes: number, from = DUE): Promise<void> {
  for (let minute = 0; minute <= minutes; minute += 5) {
    world.waitUntil(from + minute * MINUTE);
    await world.tick();
    await world.settle();
  }
}

const sends = () => world.api.journal.filter(({ method }) => method === 'sendMessage');
const states = async () => (await world.ledger()).map(({ state, reason }) => [state, reason]);

describe('sendDigests()', () => {
  const CUTS: readonly Fault[] = [
    { kind: 'reset', when: 'before' },
    { kind: 'reset', when: 'after' },
    { kind: 'reset', when: 'halfway' },
    { kind: 'page', status: 502 },
    { kind: 'refusal', refusal: { ok: false, error_code: 500, description: 'Internal Server Error' } },
  ];
  let unknown = 0;
  it.each(CUTS)('does not repeat what was cut: $kind $when', async (fault) => {
    world.api.faults.add({ method: 'sendMessage' }, fault);
    await tickFor(60);
    expect(sends()).toHaveLength(1);
    const [row] = await world.ledger();
    expect(row?.state).toBe('unknown');
    const counts = await createDigestRecords(world.database, world.now).counts();
    expect(counts).toEqual([{ state: 'unknown', count: 1 }]);
    unknown++;
    // The next day is another day.
    await tickFor(5, DUE + DAY);
    expect((await states()).at(-1)).toEqual(['sent', null]);
  });

  it('tells its figure', () => {
    console.log(`digest cuts: ${CUTS.length} kinds of cut, ${unknown} recorded unknown, 0 repeated`);
    expect(unknown).toBe(CUTS.length);
  });

  it('waits for Telegram while it cannot be reached, and sends once it can', async () => {
    // More than the queue tries: what it gives up, the next sweep puts into it again.
    world.api.faults.add({ method: 'getMe', every: 1, times: 30 }, { kind: 'reset', when: 'before' });
    await tickFor(30);
    expect(await states()).toEqual([['sent', null]]);
    expect(sends()).toHaveLength(1);
    expect(sends()[0]!.time - DUE).toBeGreaterThan(10 * MINUTE);
  });

  it('switches off at 403, and sends nothing more', async () => {
    world.api.state.chats.close(PLACE.chat, 'Forbidden: bot was kicked from the supergroup chat');
    await tickFor(15);
    await tickFor(15, DUE + DAY);
    expect(await states()).toEqual([['dead', 'gone']]);
    expect(sends()).toHaveLength(1);
    expect(world.api.journal.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('sends nothing to the other topics of a chat that is gone', async () => {
    await world.keep({ chat: PLACE.chat, topic: 7 });
    world.api.state.chats.close(PLACE.chat, 'Forbidden: bot was kicked from the supergroup chat');
    await tickFor(15);
    expect(await states()).toEqual([
      ['dead', 'gone'],
      ['dead', 'gone'],
    ]);
    expect(sends()).toHaveLength(1);
  });

  it('does not send what was switched off before', async () => {
    world.api.faults.add({ method: 'getMe', every: 1, times: 21 }, { kind: 'reset', when: 'before' });
    world.waitUntil(DUE);
    await world.tick();
    await world.settle();
    expect(await states()).toEqual([['pending', null]]);
    await world.keep(PLACE, { isOn: false });
    await tickFor(30);
    expect(await states()).toEqual([['dead', 'off']]);
    expect(sends()).toEqual([]);
  });

  it('lets no digest that cannot be composed, or fails a gate, hold up the others', async () => {
    world.close();
    const digest = createDigest(createCorpus(createInventedArtefact(), createDivisions()));
    world = createDigestWorld({
      start: DUE - HOUR,
      digest: {
        ...digest,
        compose(request) {
          if (request.seed === '-102:0') throw new TypeError('broken');
          const composed = digest.compose(request);
          if (request.seed !== '-103:0') return composed;
          // A part whose text is not that of its blocks.
          const parts = composed.parts.map((part) => ({ ...part, reply: { ...part.reply, blocks: [LIE] } }));
          return { ...composed, parts };
        },
      },
      check: ({ blocks }) => (blocks.includes(LIE) ? [{ gate: 'number', detail: '9' }] : []),
    });
    for (const chat of [-101, -102, -103, -104]) await world.keep({ chat, topic: 0 });
    await tickFor(10);
    const states = new Map((await world.ledger()).map(({ chat_id, state }) => [chat_id, state]));
    expect(Object.fromEntries(states)).toEqual({
      '-101': 'sent',
      '-102': 'skipped',
      '-103': 'skipped',
      '-104': 'sent',
    });
  });

  it('follows a group that has become a supergroup, with its settings, and sends once', async () => {
    world.api.state.chats.move(PLACE.chat, -100777);
    await tickFor(15);
    await tickFor(15, DUE + DAY);
    expect((await world.ledger()).map(({ chat_id, state }) => [chat_id, state])).toEqual([
      [-100777, 'sent'],
      [-100777, 'sent'],
    ]);
    expect(world.api.state.messages(-100777)).toHaveLength(2);
    expect(world.api.journal.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('sends to topics, silently where wished, and switches off one that is no more', async () => {
    world.api.state.chats.add({ id: -300, type: 'supergroup', title: 'F', is_forum: true });
    world.api.state.chats.setTopics(-300, [7]);
    await world.keep({ chat: -300, topic: 7 }, { silent: true });
    await world.keep({ chat: -300, topic: 8 });
    await tickFor(10);
    await tickFor(10, DUE + DAY);
    const forum = sends().filter(({ parameters }) => parameters.chat_id === -300);
    expect(forum.map(({ parameters }) => [parameters.message_thread_id, parameters.disable_notification])).toEqual([
      [7, true],
      [8, undefined],
      [7, true],
    ]);
  });

  it('leaves out what is more than twelve hours late, each day with its reason', async () => {
    world.waitUntil(DUE + 2 * DAY + 13 * HOUR);
    await world.tick();
    await world.settle();
    expect(await states()).toEqual([
      ['skipped', 'late'],
      ['skipped', 'late'],
      ['skipped', 'late'],
    ]);
    expect(sends()).toEqual([]);
  });

  it('sends what is less than twelve hours late', async () => {
    world.waitUntil(DUE + DAY + 11 * HOUR);
    await world.tick();
    await world.settle();
    expect(await states()).toEqual([
      ['skipped', 'late'],
      ['sent', null],
    ]);
  });

  it('puts into the queue again what the queue has lost', async () => {
    world.waitUntil(DUE);
    world.loseNextBatch();
    await world.tick();
    expect(await states()).toEqual([['pending', null]]);
    await tickFor(5, DUE + 5 * MINUTE);
    expect(await states()).toEqual([['sent', null]]);
  });
});
