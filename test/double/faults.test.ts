import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BotApiDouble, createBotApiDouble } from './bot-api-double.ts';
import { type BotApiFetch, createBotApiFetch } from './create-bot-api-fetch.ts';
import { type Fault, tooManyRequests } from './fault.ts';
import { generateSchema } from './schema/generate.ts';
import type { BotApiSchema } from './schema/schema.ts';

const TOKEN = '123456:test-token-of-the-faults';
let schema: BotApiSchema;
let double: BotApiDouble;
let inProcess: BotApiFetch;
let time: number;

beforeAll(() => {
  schema = generateSchema();
});
beforeEach(async () => {
  time = 0;
  const now = () => time;
  double = await createBotApiDouble({ token: TOKEN, schema, now });
  inProcess = createBotApiFetch({
    token: TOKEN,
    schema,
    now,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
  });
});
afterEach(() => double.close());

/** The double with a network and without, driven alike. */
const DOUBLES = {
  'over loopback': () => ({
    fetch: (path: string, init: RequestInit) => fetch(`${double.apiRoot}${path}`, init),
    script: double.script,
    state: double.state,
    journal: double.journal,
  }),
  'in process': () => ({
    fetch: (path: string, init: RequestInit) => inProcess.fetch(`https://telegram.invalid${path}`, init),
    script: (...planned: Parameters<BotApiDouble['script']>) => inProcess.api.faults.add(...planned),
    state: inProcess.api.state,
    journal: inProcess.api.journal,
  }),
};

describe.each(Object.entries(DOUBLES))('a scripted fault %s', (_, choose) => {
  async function send(chat = 5, init: RequestInit = {}): Promise<{ status: number; body: string } | 'cut'> {
    try {
      const body = JSON.stringify({ chat_id: chat, text: '问' });
      const headers = { 'content-type': 'application/json' };
      const response = await choose().fetch(`/bot${TOKEN}/sendMessage`, { method: 'POST', headers, body, ...init });
      return { status: response.status, body: await response.text() };
    } catch {
      return 'cut';
    }
  }
  const sent = (chat = 5) => choose().state.messages(chat).length;

  it.each<[Fault, string, number]>([
    [{ kind: 'reset', when: 'before' }, 'cut', 0],
    [{ kind: 'reset', when: 'after' }, 'cut', 1],
    [{ kind: 'reset', when: 'halfway' }, 'cut', 1],
  ])('%o is seen as %s and leaves %i messages', async (fault, seen, messages) => {
    choose().script({ method: 'sendMessage' }, fault);
    expect(await send()).toBe(seen);
    expect(sent()).toBe(messages);
    expect(choose().journal).toMatchObject([{ status: 0, fault, response: { ok: messages === 1 } }]);
    expect(await send()).toMatchObject({ status: 200 });
    expect(sent()).toBe(messages + 1);
  });

  it('answers with the page of a proxy', async () => {
    choose().script({}, { kind: 'page', status: 502 });
    const answer = await send();
    expect(answer).toMatchObject({ status: 502, body: expect.stringContaining('<html>') });
    expect(sent()).toBe(0);
  });

  it('answers late, when the message already stands there', async () => {
    choose().script({}, { kind: 'late', milliseconds: 50 });
    expect(await send()).toMatchObject({ status: 200 });
    expect(sent()).toBe(1);
  });

  it('refuses every fifth call of a method, for ever', async () => {
    choose().script({ method: 'SENDMESSAGE', every: 5 }, tooManyRequests(3));
    const statuses: number[] = [];
    for (let chat = 1; chat <= 15; chat++) {
      time += 1000;
      const answer = await send(chat);
      statuses.push(answer === 'cut' ? 0 : answer.status);
    }
    expect(statuses.flatMap((status, i) => (status === 429 ? [i + 1] : []))).toEqual([5, 10, 15]);
  });

  it('is for the chat and as often as it was planned', async () => {
    choose().script({ chat: 6, times: 2 }, { kind: 'reset', when: 'before' });
    const answers = [await send(5), await send(6), await send(6), await send(6)];
    expect(answers.map((answer) => answer === 'cut')).toEqual([false, true, true, false]);
  });

  it('tells a call that comes before the end of a scripted wait', async () => {
    choose().script({}, tooManyRequests(3600));
    expect(await send()).toMatchObject({ status: 429 });
    time += 3_599_000;
    expect(await send()).toMatchObject({ status: 429 });
    expect(choose().journal.flatMap(({ violations }) => violations)).toEqual([
      'a call to chat 5 before retry_after is over',
    ]);
    time += 2000;
    expect(await send()).toMatchObject({ status: 200 });
  });
});

describe('createBotApiFetch()', () => {
  it('lets a bot give up on a late answer', async () => {
    const patient = createBotApiFetch({ token: TOKEN, schema, sleep: () => new Promise(() => {}) });
    patient.api.faults.add({}, { kind: 'late', milliseconds: 60_000 });
    const call = patient.fetch(`https://telegram.invalid/bot${TOKEN}/getMe`, { signal: AbortSignal.timeout(20) });
    await expect(call).rejects.toThrow(/timeout/u);
  });
});
