import type { Update } from '@grammyjs/types';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BotApi } from '../bot-api.ts';
import { generateSchema } from '../schema/generate.ts';
import type { BotApiSchema } from '../schema/schema.ts';
import { SimulatedClock } from './clock.ts';
import type { Webhook, WebhookResponse } from './webhook.ts';
import { WebhookDelivery } from './webhook-delivery.ts';

const TOKEN = '123456:token-of-the-delivery';
let schema: BotApiSchema;
let clock: SimulatedClock;
let api: BotApi;

beforeAll(() => {
  schema = generateSchema();
});
beforeEach(() => {
  clock = new SimulatedClock();
  api = new BotApi({ token: TOKEN, schema, now: clock.now });
  setWebhook({});
});

function setWebhook(more: object): void {
  clock.pass(2);
  const parameters = { url: 'https://bot.example/', secret_token: 's', ...more };
  api.receive({ token: TOKEN, method: 'setWebhook', parameters });
}

async function deliver(webhook: Webhook): Promise<WebhookDelivery> {
  const delivery = new WebhookDelivery(api, { webhook, clock });
  await delivery.run();
  return delivery;
}

/** Answers so, until so many attempts have been made; then with 200. */
function failing(response: Partial<WebhookResponse>, most = 8): Webhook {
  let attempts = 0;
  return async () => (attempts++ < most ? { status: 500, body: null, ...response } : { status: 200, body: null });
}

/** Seconds between the attempts. */
function waits({ attempts }: WebhookDelivery): readonly number[] {
  return attempts.slice(1).map(({ time }, i) => (time - attempts[i]!.time) / 1000);
}

describe('WebhookDelivery', () => {
  it.each([500, 302, 401])('backs off after %i, as Telegram does', async (status) => {
    api.people.say({ chat: 5, text: '问' });
    expect(waits(await deliver(failing({ status })))).toEqual([0, 2, 4, 8, 16, 32, 64, 90]);
    expect(api.state.updates.lost).toEqual([]);
  });

  it('waits as long as the bot asks, an hour at most', async () => {
    api.people.say({ chat: 5, text: '问' });
    expect(waits(await deliver(failing({ status: 503, retryAfter: 5 }, 3)))).toEqual([5, 5, 5]);
    api.people.say({ chat: 5, text: '问' });
    expect(waits(await deliver(failing({ status: 503, retryAfter: 9999 }, 1)))).toEqual([3600]);
  });

  it('takes a response after a minute, and a failed connection, for no response', async () => {
    api.people.say({ chat: 5, text: '问' });
    const slow = await deliver(failing({ status: 200, seconds: 61 }, 1));
    expect(slow.attempts.map(({ status }) => status)).toEqual([200, 200]);
    expect(api.state.webhook.last_error_message).toBe('Read timeout expired');
    api.people.say({ chat: 5, text: '问' });
    let calls = 0;
    const cut = await deliver(async () => {
      if (calls++ === 0) throw new TypeError('no connection');
      return { status: 200, body: null };
    });
    expect(cut.attempts.map(({ status }) => status)).toEqual([0, 200]);
  });

  it.each([
    ['a message', 86_400, () => api.people.say({ chat: 5, text: '问' })],
    ['a press', 150, () => api.people.press({ chat: 5, message: 1, data: 'm' })],
    ['an inline query', 30, () => api.people.askInline(5, '问')],
  ])('gives %s up after %i seconds', async (_, seconds, happen) => {
    const begun = clock.now();
    happen();
    const { violations, attempts } = await deliver(failing({}, Number.POSITIVE_INFINITY));
    expect(violations).toEqual(['update 1 expired before the bot took it']);
    expect(api.state.updates.lost.length).toBe(1);
    expect(attempts.at(-1)!.time - begun).toBeLessThanOrEqual(seconds * 1000);
  });

  it('removes a webhook that was gone for 23 hours', async () => {
    api.people.say({ chat: 5, text: '问' });
    const { violations } = await deliver(failing({ status: 410 }, Number.POSITIVE_INFINITY));
    expect(violations).toEqual(['the webhook is removed after 23 hours of 410']);
    expect(api.state.webhook.url).toBe('');
    expect(clock.now()).toBeGreaterThan(23 * 3_600_000);
  });

  it('tells of what waits and of the last failure', async () => {
    api.people.say({ chat: 5, text: '问' });
    const info = () => api.receive({ token: TOKEN, method: 'getWebhookInfo', parameters: {} }).response;
    expect(info()).toMatchObject({ result: { pending_update_count: 1 } });
    await deliver(failing({ status: 500 }, 1));
    const last_error_message = 'Wrong response from the webhook: 500';
    expect(info()).toMatchObject({ result: { pending_update_count: 0, last_error_message } });
  });

  it('carries out a method in the response, but no get method, and flags a string', async () => {
    const bodies = [
      { method: 'sendMessage', chat_id: 5, text: '答' },
      { method: 'getMe' },
      '{"method":"sendMessage"}',
      { method: 'sendMessage', chat_id: 5, texts: '答' },
    ];
    for (const _ of bodies) api.people.say({ chat: 5, text: '问' });
    const { violations } = await deliver(async () => ({ status: 200, body: bodies.shift() }));
    const calls = api.journal.filter(({ method }) => method !== 'setWebhook');
    expect(calls.map(({ method, status }) => [method, status])).toEqual([
      ['sendMessage', 200],
      ['sendMessage', 400],
    ]);
    expect(violations).toEqual(['the reply is a JSON string, which Telegram ignores']);
  });

  it('delivers the messages of a chat one after another, those of others beside them, and presses past them', async () => {
    setWebhook({ max_connections: 2 });
    for (const chat of [5, 5, 5, 6]) api.people.say({ chat, text: '问' });
    api.people.press({ chat: 5, message: 1, data: 'm' });
    const log: string[] = [];
    let running = 0;
    let most = 0;
    await deliver(async ({ update_id }) => {
      most = Math.max(most, ++running);
      log.push(`begin ${update_id}`);
      await Promise.resolve();
      log.push(`end ${update_id}`);
      running--;
      return { status: 200, body: null };
    });
    const own = log.filter((entry) => /[123]$/u.test(entry));
    expect(own).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
    expect([most, log.length]).toEqual([2, 10]);
  });

  it('opens one connection at a time when nothing has succeeded for ten seconds', async () => {
    for (let chat = 1; chat <= 4; chat++) api.people.say({ chat, text: '问' });
    let running = 0;
    const most = new Map<boolean, number>();
    await deliver(async () => {
      const inDoubt = clock.now() > 20_000;
      running++;
      most.set(inDoubt, Math.max(most.get(inDoubt) ?? 0, running));
      await Promise.resolve();
      running--;
      return { status: clock.now() > 60_000 ? 200 : 500, body: null };
    });
    expect(most.get(false)).toBe(4);
    expect(api.state.updates.lost).toEqual([]);
  });

  it('repeats an update on demand, at once', async () => {
    const { update_id, ...update } = api.people.say({ chat: 5, text: '问' }) as Update;
    let calls = 0;
    const delivery = await deliver(async () => ({ status: calls++ < 0 ? 500 : 200, body: null }));
    await delivery.repeat({ update_id, ...update }, 100);
    expect(calls).toBe(101);
  });
});
