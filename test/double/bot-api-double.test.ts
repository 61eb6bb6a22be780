import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { MessageEntity } from '@grammyjs/types';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import cases from '../cases/bot-api-calls.json' with { type: 'json' };
import { type BotApiDouble, createBotApiDouble } from './bot-api-double.ts';
import { generateSchema } from './schema/generate.ts';
import type { BotApiSchema } from './schema/schema.ts';

const TOKEN = '123456:test-token-of-the-double';
let schema: BotApiSchema;
let double: BotApiDouble;

beforeAll(() => {
  schema = generateSchema();
});
beforeEach(async () => {
  double = await createBotApiDouble({ token: TOKEN, schema });
});
afterEach(() => double.close());

async function call(method: string, parameters: object, token = TOKEN) {
  const response = await fetch(`${double.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return { status: response.status, body: await response.json() };
}

describe('generateSchema()', () => {
  it('knows every method of Bot API 10.3', () => {
    // 10.3 as @grammyjs/types 5.0.0 declares it, with its two deprecated aliases and two rich message methods.
    expect(Object.keys(schema.methods).length).toBe(187);
    expect(schema.methods).toHaveProperty('sendRichMessage');
  });

  it('resolves every name it refers to', () => {
    const names = [...JSON.stringify(schema).matchAll(/"is":"named","name":"([^"]+)"/gu)].map(([, name]) => name);
    expect(names.filter((name) => schema.types[name ?? ''] === undefined)).toEqual([]);
  });
});

describe('createBotApiDouble()', () => {
  it.each(cases)('judges a call: $name', async ({ method, parameters, status, description, violations }) => {
    const { status: given, body } = await call(method, parameters);
    expect(given).toBe(status);
    if (description !== undefined) expect(body).toMatchObject({ ok: false, error_code: status, description });
    expect(double.violations()).toEqual(violations ?? []);
  });

  it('answers sendMessage with the message as Telegram shows it', async () => {
    const entities: MessageEntity[] = [{ type: 'bold', offset: 2, length: 3 }];
    const { body } = await call('SENDMESSAGE', { chat_id: 5, text: ' \n𠮷 ', entities });
    expect(body).toMatchObject({
      ok: true,
      result: { chat: { id: 5, type: 'private' }, message_id: 1000, text: '𠮷' },
    });
    expect(double.violations()).toEqual(['bold at 3 splits a surrogate pair'].slice(1));
  });

  it.each([
    ['malformed', 'no-token', 'Unauthorized: invalid token specified'],
    ['unknown', '123456:another-token', 'Unauthorized'],
  ])('refuses a token that is %s', async (_, token, description) => {
    expect(await call('getMe', {}, token)).toEqual({ status: 401, body: { ok: false, error_code: 401, description } });
    expect(double.violations()).toEqual(['wrong token']);
  });

  it('answers 404 outside of /bot', async () => {
    const response = await fetch(`${double.apiRoot}/elsewhere`);
    expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
  });

  it.each([
    [
      'a URL-encoded form',
      new URLSearchParams({ chat_id: '5', text: '好', entities: '[{"type":"bold","offset":0,"length":1}]' }),
    ],
    ['a multipart form', multipart({ chat_id: '5', text: '好', entities: '[{"type":"bold","offset":0,"length":1}]' })],
  ])('reads %s', async (_, body) => {
    const response = await fetch(`${double.apiRoot}/bot${TOKEN}/sendMessage`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ ok: true, result: { text: '好', entities: [{ type: 'bold' }] } });
    expect(double.violations()).toEqual([]);
  });

  it('reads a query, whose values win, and the first of a name', async () => {
    const url = `${double.apiRoot}/bot${TOKEN}/sendMessage?chat_id=5&text=${encodeURIComponent('一')}&text=2`;
    expect(await (await fetch(url)).json()).toMatchObject({ ok: true, result: { text: '一' } });
  });

  it.each([
    ['more than a mebibyte', JSON.stringify({ text: 'x'.repeat(1_048_576) }), 413, 'Request Entity Too Large'],
    ['no JSON', '{', 400, "Bad Request: can't parse parameters JSON object"],
    ['no object', '[]', 400, "Bad Request: can't parse parameters JSON object"],
  ])('refuses a body of %s', async (_, body, error_code, description) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${double.apiRoot}/bot${TOKEN}/sendMessage`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ ok: false, error_code, description });
    expect(double.violations()).toEqual([description]);
  });

  it('refuses the next call as scripted, and only that', async () => {
    const refusal = {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    } as const;
    double.failNext('sendMessage', refusal);
    expect(await call('sendMessage', { chat_id: 5, text: '一' })).toEqual({ status: 429, body: refusal });
    expect(await call('sendMessage', { chat_id: 5, text: '一' })).toMatchObject({ status: 200 });
    expect(double.violations()).toEqual([]);
  });

  it('keeps a journal of calls and results', async () => {
    await call('setMyCommands', { commands: [{ command: 'help', description: '帮助' }], language_code: 'zh' });
    await call('getMyCommands', { language_code: 'zh' });
    expect(double.journal.map(({ method, response }) => [method, response.ok && response.result])).toEqual([
      ['setMyCommands', true],
      ['getMyCommands', [{ command: 'help', description: '帮助' }]],
    ]);
  });

  it('gives updates in order, once they are there, until they are confirmed', async () => {
    const ids = async (parameters: object) => {
      const { body } = await call('getUpdates', parameters);
      return (body as { result: { update_id: number }[] }).result.map(({ update_id }) => update_id);
    };
    const waiting = ids({ timeout: 30 });
    await setTimeout(100);
    for (const chat of [5, 6]) double.people.say({ chat, text: '问' });
    expect((await waiting)[0]).toBe(1);
    expect(await ids({ limit: 1 })).toEqual([1]);
    expect(await ids({ offset: -1 })).toEqual([2]);
    expect(await ids({ offset: 3 })).toEqual([]);
    expect(double.violations()).toEqual([]);
  });

  it('ends a wait for updates when another begins, and allows none beside a webhook', async () => {
    const first = call('getUpdates', { timeout: 30 });
    await setTimeout(100);
    expect((await call('getUpdates', { timeout: 0.01 })).status).toBe(200);
    expect(await first).toMatchObject({ status: 409, body: { description: expect.stringContaining('terminated by') } });
    await call('setWebhook', { url: 'https://example.org/telegram' });
    const beside = await call('getUpdates', {});
    expect(beside).toMatchObject({ status: 409, body: { description: expect.stringContaining('webhook is active') } });
    expect(double.violations()).toEqual(['two getUpdates at once', 'getUpdates while a webhook is set']);
  });

  it('brings what people do to the webhook, over the network', async () => {
    const seen: unknown[] = [];
    const server = createServer(async (request, response) => {
      const { update_id } = (await json(request)) as { update_id: number };
      seen.push([update_id, request.headers['x-telegram-bot-api-secret-token']]);
      response.writeHead(seen.length === 1 ? 503 : 200, { 'retry-after': '0' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await call('setWebhook', { url: 'https://example.org/telegram', secret_token: 's' });
    double.people.say({ chat: 5, text: '问' });
    const { attempts } = await double.deliver(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    expect(attempts.map(({ status }) => status)).toEqual([503, 200]);
    expect(seen).toEqual([
      [1, 's'],
      [1, 's'],
    ]);
    expect(double.inspect()).toMatchObject({ violations: 0, lost: 0, unanswered: 0 });
  });

  it('remembers the webhook', async () => {
    await call('setWebhook', { url: 'https://example.org/telegram', secret_token: 's', allowed_updates: ['message'] });
    const { body } = await call('getWebhookInfo', {});
    expect(body).toMatchObject({
      result: { url: 'https://example.org/telegram', allowed_updates: ['message'], max_connections: 40 },
    });
  });
});

function multipart(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
