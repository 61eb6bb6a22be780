import { createExecutionContext } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { Database, Statement } from '../../../src/worker/database.ts';
import { handleTick } from '../../../src/worker/telegram/background.ts';
import { createChats, LANGUAGES } from '../../../src/worker/telegram/state/chats.ts';
import { createHarness, deliver, post, SECRET, TOKEN, textUpdate } from '../harness.ts';
import { REPLY } from '../invented.ts';

/** The same database while it works. */
function failing(database: Database, isDown: () => boolean): Database {
  const guard = <Result>(call: () => Promise<Result>) =>
    isDown() ? Promise.reject(new Error('D1_ERROR: down')) : call();
  const wrap = (statement: Statement): Statement =>
    Object.assign(Object.create(null), {
      inner: Reflect.get(statement, 'inner'),
      bind: (...values: (string | number | null)[]) => wrap(statement.bind(...values)),
      first: () => guard(() => statement.first()),
      all: () => guard(() => statement.all()),
      run: () => guard(() => statement.run()),
    });
  return {
    prepare: (sql) => wrap(database.prepare(sql)),
    batch: (statements) => guard(() => database.batch(statements)),
  };
}

/** Thousands of statements: on a busy machine they take their time. */
const SLOW = { timeout: 300_000 };
const CHATS = 40;
const GONE = [
  'Forbidden: bot was blocked by the user',
  'Forbidden: user is deactivated',
  'Forbidden: bot was kicked from the supergroup chat',
  'Forbidden: the group chat was deleted',
];

describe('promises', () => {
  it('1: an update delivered 100 times at once and 10 times later is answered once', async () => {
    const harness = createHarness();
    const update = textUpdate('问');
    await Promise.all(Array.from({ length: 100 }, () => post(harness, update)));
    for (let i = 0; i < 10; i++) await post(harness, update);
    console.log(`promise 1: 110 deliveries, ${harness.calls.length} answer`);
    expect(harness.calls).toHaveLength(1);
  });

  it('2: 40 deliveries at once have their receipt while neither the queue nor Telegram ever answers', async () => {
    const never = () => new Promise<never>(() => undefined);
    const harness = createHarness({ bindings: { UPDATES: { send: never } } });
    Object.assign(harness.dependencies, { fetch: never });
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET };
    const question = (id: number) => textUpdate('问', { chat: { id, type: 'private', first_name: 'U' } });
    const query = { id: 'q', from: { id: 5, is_bot: false, first_name: 'U' }, query: '问', offset: '' };
    const updates: object[] = Array.from({ length: 39 }, (_, i) => question(i + 1));
    updates.push({ update_id: 2_000_000_000, inline_query: query });
    const statuses = await Promise.all(
      updates.map(async (update) => {
        const request = { method: 'POST', headers, body: JSON.stringify(update) };
        return (await harness.app.request('/telegram', request, harness.bindings, createExecutionContext())).status;
      }),
    );
    const received = statuses.filter((status) => status === 200).length;
    console.log(`promise 2: ${received} of ${updates.length} receipts while the queue and Telegram hang`);
    expect(received).toBe(updates.length);
  });

  it('3: an update that always fails never gets 5xx, and the next is answered', async () => {
    const harness = createHarness({
      reply: (question) => {
        if (question === '毒') throw new TypeError('poison');
        return REPLY;
      },
    });
    const statuses: number[] = [];
    const poison = textUpdate('毒', { message_id: 1 });
    for (let i = 0; i < 5; i++) statuses.push((await post(harness, poison)).status);
    statuses.push((await post(harness, textUpdate('水', { message_id: 2 }))).status);
    const failures = statuses.filter((status) => status >= 500).length;
    const texts = harness.calls.map(({ parameters }) => parameters.text);
    console.log(`promise 3: ${failures} times 5xx, next message answered: ${texts.at(-1) === REPLY.answer.text}`);
    expect([failures, texts.length, texts.at(-1)]).toEqual([0, 2, REPLY.answer.text]);
  });

  it('4: with the database down for ten minutes nothing is lost and nothing answered twice', SLOW, async () => {
    const updates = 500;
    let second = 0;
    const isDown = () => second >= 100 && second < 700;
    const harness = createHarness({
      now: () => second * 1000,
      intercept: (database) => failing(database, isDown),
      bindings: { DAILY_LIMIT: '100000' },
    });
    // One chat an update; Telegram delivers again what was refused, every thirty seconds here.
    const waiting = Array.from({ length: updates }, (_, i) => {
      const person = { id: 10_000 + i, is_bot: false, first_name: 'U' };
      return { at: i, update: textUpdate('问', { from: person, chat: { ...person, type: 'private' } }) };
    });
    let refused = 0;
    while (waiting.length > 0) {
      const next = waiting.shift()!;
      second = Math.max(second, next.at);
      const response = await post(harness, next.update);
      if (response.status === 200) continue;
      refused++;
      waiting.push({ ...next, at: second + 30 });
      waiting.sort((a, b) => a.at - b.at);
    }
    second += 1000;
    await handleTick(harness);
    await harness.drain();
    const answered = new Map<unknown, number>();
    for (const { parameters } of harness.calls)
      answered.set(parameters.chat_id, (answered.get(parameters.chat_id) ?? 0) + 1);
    const duplicates = [...answered.values()].filter((count) => count > 1).length;
    console.log(
      `promise 4: ${updates} updates, ${refused} refusals, lost ${updates - answered.size}, duplicates ${duplicates}`,
    );
    expect(refused).toBeGreaterThan(100);
    expect([answered.size, duplicates]).toEqual([updates, 0]);
  });

  it('5: 1,000 forged requests are refused without a call', async () => {
    const harness = createHarness();
    const body = JSON.stringify(textUpdate('问'));
    const secrets = Array.from({ length: 1000 }, (_, i) => {
      const variants = [
        '',
        SECRET.slice(0, i % SECRET.length),
        `${SECRET}${i}`,
        SECRET.toUpperCase(),
        `${i}`,
        `Bearer ${SECRET}`,
      ];
      return variants[i % variants.length]!;
    });
    let refused = 0;
    for (const secret of secrets) {
      const headers = { 'X-Telegram-Bot-Api-Secret-Token': secret };
      const response = await harness.app.request('/telegram', { method: 'POST', headers, body }, harness.bindings);
      if (response.status === 401) refused++;
    }
    await harness.drain();
    console.log(`promise 5: ${secrets.length} forged requests, ${refused} times 401, ${harness.calls.length} calls`);
    expect([refused, harness.calls]).toEqual([secrets.length, []]);
  });

  it('9: nothing is sent after 403, and settings move with a group', async () => {
    const told = new Set<unknown>();
    let after = 0;
    const harness = createHarness({
      bindings: { DAILY_LIMIT: '100000' },
      telegram: ({ parameters }) => {
        const chat = Number(parameters.chat_id);
        if (told.has(chat)) after++;
        told.add(chat);
        const gone = GONE[chat % GONE.length]!;
        if (chat > 0) return Response.json({ ok: false, error_code: 403, description: gone }, { status: 403 });
        const description = 'Bad Request: group chat was upgraded to a supergroup chat';
        const moved = { migrate_to_chat_id: chat - 1000 };
        if (chat > -1000)
          return Response.json({ ok: false, error_code: 400, description, parameters: moved }, { status: 400 });
        told.delete(chat);
        const result = { message_id: 9, date: 1, chat: { id: chat, type: 'supergroup', title: 'G' }, text: 'x' };
        return Response.json({ ok: true, result });
      },
    });
    const people = Array.from({ length: CHATS }, (_, i) => ({ id: 1 + i, is_bot: false, first_name: 'U' }));
    for (const from of people)
      for (const message_id of [1, 2, 3])
        await deliver(harness, textUpdate('问', { message_id, from, chat: { ...from, type: 'private' } }));
    await harness.drain();
    const chats = createChats(harness.bindings.DB as Database, Date.now);
    let kept = 0;
    for (let i = 1; i <= CHATS; i++) {
      const language = LANGUAGES[i % LANGUAGES.length]!;
      const group = { id: -i, type: 'group', title: 'G' };
      await chats.change(-i, { language, consents: i % 2 === 0 });
      // Told by a refused call, or by the service message.
      if (i % 2 === 0) await post(harness, textUpdate(null, { chat: group, migrate_to_chat_id: -i - 1000 }));
      else await post(harness, textUpdate('/ask 问', { chat: group, from: { ...people[0], id: 9000 + i } }));
      const { language: now, consents } = await chats.settings(-i - 1000);
      if (now === language && consents === (i % 2 === 0)) kept++;
    }
    console.log(
      `promise 9: ${3 * CHATS} questions of ${CHATS} chats that are gone, ${after} sends after 403; settings kept in ${kept} of ${CHATS} groups that moved`,
    );
    expect([told.size >= CHATS, after, kept]).toEqual([true, 0, CHATS]);
  });

  it('11: the token is nowhere in logs, responses and messages, whatever fails', async () => {
    const failures = [
      { telegram: () => Response.json({ ok: false, error_code: 401, description: TOKEN }, { status: 401 }) },
      { telegram: () => Response.json({ ok: false, error_code: 400, description: TOKEN }, { status: 400 }) },
      { telegram: () => Response.json({ ok: false, error_code: 500, description: TOKEN }, { status: 500 }) },
      { telegram: () => new Response(`<html>${TOKEN}`, { status: 502 }) },
      {
        telegram: () => {
          throw new TypeError(`https://telegram.invalid/bot${TOKEN}/sendMessage`);
        },
      },
      {
        reply: () => {
          throw new Error(TOKEN);
        },
      },
      { intercept: () => failing({} as Database, () => true) },
    ];
    const seen: string[] = [];
    for (const failure of failures) {
      const harness = createHarness(failure);
      const responses = [
        await post(harness, textUpdate('问')).catch(() => null),
        await harness.app.request('/api/ask?q=问', {}, harness.bindings),
      ];
      for (const response of responses)
        seen.push((await response?.text()) ?? '', JSON.stringify([...(response?.headers ?? [])]));
      seen.push(...harness.lines, ...harness.calls.map(({ parameters }) => JSON.stringify(parameters)));
    }
    const found = seen.filter((text) => text.includes('CANARY')).length;
    console.log(`promise 11: ${failures.length} kinds of fault, ${seen.length} texts, the token in ${found}`);
    expect(found).toBe(0);
  });
});
