import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/worker/database.ts';
import { handleTick } from '../../../src/worker/telegram/background.ts';
import { createInbox } from '../../../src/worker/telegram/state/inbox.ts';
import { createHarness, post, SECRET, textUpdate } from '../harness.ts';

function broken(): Database {
  const fail = () => Promise.reject(new Error('D1_ERROR: no such luck'));
  const statement = { bind: () => statement, first: fail, all: fail, run: fail };
  return { prepare: () => statement, batch: fail };
}

describe('createInbox()', () => {
  it('tells exactly one of 100 deliveries at once that it is new', async () => {
    const { bindings } = createHarness();
    const inbox = createInbox(bindings.DB as Database, Date.now);
    const update = { id: 7, key: 'chat:5', body: '{}' };
    const told = await Promise.all(Array.from({ length: 100 }, () => inbox.accept(update)));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await inbox.accept(update)).toBe(false);
  });

  it('gives the updates of a key one after another, those of others beside them', async () => {
    const { bindings } = createHarness();
    let time = 0;
    const inbox = createInbox(bindings.DB as Database, () => time);
    for (const [id, key] of [
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
    ] as const)
      await inbox.accept({ id, key, body: `${id}` });
    expect(await inbox.claim('a')).toMatchObject({ updateId: 1, body: '1', attempts: 1 });
    expect(await inbox.claim('a')).toBeNull();
    expect(await inbox.claim('b')).toMatchObject({ updateId: 3 });
    await inbox.finish(1);
    expect(await inbox.claim('a')).toMatchObject({ updateId: 2 });
    await inbox.postpone(2, { dueAt: 1000, forgiven: true });
    expect(await inbox.claim('a')).toBeNull();
    time = 1000;
    expect(await inbox.claim('a')).toMatchObject({ updateId: 2, attempts: 1 });
    time = 1_000_000;
    expect(await inbox.claim('a')).toMatchObject({ updateId: 2, attempts: 2 });
  });
});

describe('POST /telegram', () => {
  it('answers an update once, however often it is delivered', async () => {
    const harness = createHarness();
    const update = textUpdate('问');
    const responses = await Promise.all(Array.from({ length: 100 }, () => post(harness, update)));
    for (let i = 0; i < 10; i++) responses.push(await post(harness, update));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
    expect([harness.questions.length, harness.calls.length]).toEqual([1, 1]);
  });

  it('asks Telegram to come again when the database does not answer', async () => {
    const harness = createHarness();
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET };
    const request = { method: 'POST', headers, body: JSON.stringify(textUpdate('问')) };
    const response = await harness.app.request('/telegram', request, { ...harness.bindings, DB: broken() });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).not.toContain('D1');
  });

  it.each(['DB', 'UPDATES', 'DIGESTS'])('does not run without %s, names it in the log alone', async (name) => {
    const harness = createHarness();
    const response = await post(harness, textUpdate('问'), { bindings: { [name]: undefined } });
    expect(response.status).toBe(503);
    expect(harness.lines[0]).toBe(JSON.stringify({ event: 'telegram_unconfigured', name, detail: 'is missing' }));
  });

  it('answers what the queue has lost at the next sweep', async () => {
    let lost = true;
    const harness = createHarness();
    const { send } = harness.bindings.UPDATES as { send(body: object): Promise<void> };
    const bindings = {
      ...harness.bindings,
      UPDATES: {
        send: (body: object) => (lost ? Promise.reject(new Error('lost')) : send(body)),
      },
    };
    expect((await post(harness, textUpdate('问'), { bindings })).status).toBe(200);
    expect(harness.calls).toEqual([]);
    lost = false;
    await handleTick({ bindings, dependencies: harness.dependencies });
    await harness.drain();
    expect(harness.calls).toHaveLength(1);
  });

  it('never lets an update that always fails stand in the way of the next', async () => {
    const harness = createHarness({
      reply: (question) => {
        if (question === '毒') throw new TypeError('poison');
        return { answer: { type: 'absent', reason: null, figures: [], quotes: [], caveats: [], text: '' }, blocks: [] };
      },
    });
    expect((await post(harness, textUpdate('毒'))).status).toBe(200);
    expect((await post(harness, textUpdate('水'))).status).toBe(200);
    expect(harness.questions).toEqual(['毒', '水']);
  });

  it('waits as long as Telegram says, and goes on where it broke off', async () => {
    let refusals = 2;
    const harness = createHarness({
      telegram: () => {
        const description = 'Too Many Requests: retry after 7';
        if (refusals-- > 0)
          return Response.json(
            { ok: false, error_code: 429, description, parameters: { retry_after: 7 } },
            { status: 429 },
          );
        return Response.json({
          ok: true,
          result: { message_id: 9, date: 1, chat: { id: 5, type: 'private' }, text: 'x' },
        });
      },
    });
    await post(harness, textUpdate('问'));
    expect(harness.calls).toHaveLength(3);
    const seconds = harness.lines.map((line) => JSON.parse(line).seconds).filter((value) => value !== undefined);
    expect(seconds).toEqual([7, 7]);
  });
});
