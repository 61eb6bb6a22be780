import { describe, expect, it } from 'vitest';
import { createHarness, post, SECRET, TOKEN, textUpdate } from '../harness.ts';
import { REPLY } from '../invented.ts';

describe('POST /telegram', () => {
  it('answers a private question with text, entities and a reply to it', async () => {
    const harness = createHarness();
    const response = await post(harness, textUpdate(' 甲市𠮷场有多少个 '));
    expect(response.status).toBe(200);
    expect(harness.questions).toEqual(['甲市𠮷场有多少个']);
    expect(harness.calls).toHaveLength(1);
    expect(harness.calls[0]?.url).toBe(`https://telegram.invalid/bot${TOKEN}/sendMessage`);
    expect(harness.calls[0]?.parameters).toMatchObject({
      chat_id: 5,
      text: REPLY.answer.text,
      reply_parameters: { message_id: 3, allow_sending_without_reply: true },
      link_preview_options: { is_disabled: true },
    });
    expect(harness.calls[0]?.parameters).not.toHaveProperty('parse_mode');
  });

  it.each([
    ['no secret', null],
    ['an empty one', ''],
    ['a wrong one', 'another'],
    ['its beginning', SECRET.slice(0, -1)],
    ['it and more', `${SECRET}x`],
  ])('refuses a request with %s: 401, no call, no answer', async (_, secret) => {
    const harness = createHarness();
    const response = await post(harness, textUpdate('问'), { secret });
    expect(response.status).toBe(401);
    expect([harness.calls, harness.questions]).toEqual([[], []]);
  });

  it.each([
    ['TELEGRAM_SECRET', { TELEGRAM_SECRET: undefined }, 'is missing'],
    ['TELEGRAM_SECRET', { TELEGRAM_SECRET: '' }, 'is missing'],
    ['TELEGRAM_SECRET', { TELEGRAM_SECRET: 'a secret' }, 'must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -'],
    ['TELEGRAM_TOKEN', { TELEGRAM_TOKEN: undefined }, 'is missing'],
    ['TELEGRAM_TOKEN', { TELEGRAM_TOKEN: 'token' }, 'must look like 123456:ABC-DEF'],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://x' }, 'must be an http or https address'],
  ])('does not run when %s is wrong, names it in the log alone', async (name, bindings, detail) => {
    const harness = createHarness();
    const response = await post(harness, textUpdate('问'), { bindings });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain(name);
    expect(harness.lines).toEqual([JSON.stringify({ event: 'telegram_unconfigured', name, detail })]);
    expect(harness.calls).toEqual([]);
  });

  it('refuses a body over 1 MiB, declared or not', async () => {
    const body = JSON.stringify(textUpdate('一'.repeat(500_000)));
    const harness = createHarness();
    expect((await post(harness, body)).status).toBe(413);
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    writer.write(new TextEncoder().encode(body)).catch(() => {});
    writer.close().catch(() => {});
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET };
    const request = new Request('https://x.example/telegram', { method: 'POST', body: readable, headers });
    expect(request.headers.has('content-length')).toBe(false);
    expect((await harness.app.request(request, {}, harness.bindings)).status).toBe(413);
    expect(harness.questions).toEqual([]);
  });

  it('answers 400 to what is not JSON: defect of malformed JSON as 500 avoided', async () => {
    const harness = createHarness();
    expect((await post(harness, '{"update_id":')).status).toBe(400);
    expect(harness.lines).toEqual([JSON.stringify({ event: 'telegram_update_ignored', detail: 'not_json' })]);
  });

  it.each([
    ['of a kind not known yet', { update_id: 1, brand_new_thing: { a: 1 } }],
    ['without anything', { update_id: 1 }],
    ['of another shape', { update: 1 }],
    ['that is no object', [1]],
    ['with a message of another shape', { update_id: 1, message: { text: '问' } }],
    [
      'about a channel post',
      {
        update_id: 1,
        channel_post: { message_id: 1, date: 1, chat: { id: -5, type: 'channel', title: 'C' }, text: '问' },
      },
    ],
    ['about a service message', textUpdate(null, { new_chat_title: 'x' })],
    ['from another bot', textUpdate('问', { from: { id: 9, is_bot: true, first_name: 'B' } })],
  ])('accepts and ignores an update %s', async (_, update) => {
    const harness = createHarness();
    const response = await post(harness, update);
    expect([response.status, harness.calls, harness.questions]).toEqual([200, [], []]);
  });

  it('reads an update with fields that are new', async () => {
    const harness = createHarness();
    await post(harness, { ...textUpdate('问', { brand_new: { a: 1 } }), more: [1] });
    expect(harness.questions).toEqual(['问']);
  });
});
