import { describe, expect, it } from 'vitest';
import { CHAT_RATE } from '../../src/worker/pages/chat/chat-endpoint.ts';
import { DAILY_TURNS } from '../../src/worker/pages/chat/turn-limit.ts';
import { isPageChat, pageChatOf } from '../../src/worker/telegram/page-chats.ts';
import { createHarness, type Harness, post, refuseAll, TOKEN, textUpdate } from './harness.ts';
import { REPLY } from './invented.ts';
import { bindingsOfTest } from './test-bindings.ts';

const SESSION = 'a'.repeat(22);

interface Event {
  readonly type: string;
  readonly id: number;
  readonly html: string;
  readonly text: string;
}

async function send(harness: Harness, said: object, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ session: SESSION, language: 'zh', ...said });
  const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  const response = await harness.app.request('/chat', request, harness.bindings);
  const answer = (await response.json()) as { events: Event[]; error: { code: string } };
  return { status: response.status, headers: response.headers, ...answer };
}

/** What the button of a message says back. */
function dataOf({ html }: Event, label: string): string {
  return new RegExp(`data-press="([^"]*)">${label}<`, 'u').exec(html)?.[1] ?? 'none';
}

describe('POST /chat', () => {
  it('answers as the bot does on Telegram, drawn, and calls nobody', async () => {
    const harness = createHarness();
    const { status, events, headers } = await send(harness, { text: '甲市' });
    expect([status, headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual([
      200,
      'no-store',
      null,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['message']);
    const [{ html = '', id = 0 } = {}] = events;
    expect(html).toContain(`<div class="message in" data-id="${id}">`);
    expect(html).toContain('<b>8.5万个</b>\n𠮷场 · 甲市 · 2020年');
    expect(html).toContain('<blockquote>全年新增𠮷场<b>8.5万个</b></blockquote>');
    const { start, end } = REPLY.answer.quotes[0]!;
    expect(html).toContain(
      `<a href="/r/invented?start=${start}&amp;end=${end}#${start}-${end}">——《2020年甲市&lt;年报&gt;》`,
    );
    expect(html).toContain('>👍</button>');
    expect(harness.calls).toEqual([]);
  });

  it('works with nothing bound but the database', async () => {
    const harness = createHarness();
    const bound = { ...harness, bindings: { DB: bindingsOfTest().DB } };
    expect((await send(bound, { text: '甲市' })).status).toBe(200);
    expect((await send({ ...harness, bindings: {} }, { text: '甲市' })).error.code).toBe('unavailable');
  });

  it('remembers the conversation of a session, and of no other', async () => {
    let time = Date.parse('2021-01-11T00:00:00Z');
    const harness = createHarness({ now: () => time });
    await send(harness, { text: '一' });
    time += 1000;
    await send(harness, { text: '二' });
    await send(harness, { text: '三', session: 'b'.repeat(22) });
    expect(harness.histories).toEqual([[], ['一'], []]);
  });

  it('takes presses on the buttons of its own session alone', async () => {
    const harness = createHarness();
    const { events } = await send(harness, { text: '甲市' });
    const press = { message: events[0]!.id, data: dataOf(events[0]!, '👍') };
    expect((await send(harness, { press })).events).toEqual([{ type: 'note', text: '谢谢反馈。' }]);
    const stranger = await send(harness, { press, session: 'b'.repeat(22) });
    expect(stranger.events).toEqual([{ type: 'note', text: '这个按钮已经失效，请重新提问。' }]);
  });

  it('edits messages where the bot does', async () => {
    const harness = createHarness();
    const { events } = await send(harness, { text: '/settings' });
    const press = { message: events[0]!.id, data: dataOf(events[0]!, 'English') };
    const pressed = (await send(harness, { press })).events;
    expect(pressed.map(({ type }) => type)).toEqual(['edit', 'note']);
    expect(pressed[0]).toMatchObject({ id: events[0]!.id, html: expect.stringContaining('Language：English') });
  });

  it('escapes whatever stands in a report or a question', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const block = { type: 'headline' as const, text };
    const harness = createHarness({
      reply: () => ({ answer: { ...REPLY.answer, text, quotes: [] }, blocks: [block] }),
    });
    const { events } = await send(harness, { text });
    expect(events[0]?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(events[0]?.html).not.toContain('<img');
  });

  it.each([
    ['a page of another site', {}, { 'sec-fetch-site': 'cross-site' }, 403],
    ['another subdomain', {}, { 'sec-fetch-site': 'same-site' }, 403],
    ['a form', {}, { 'content-type': 'text/plain' }, 415],
    ['a short session', { session: 'abc' }, {}, 400],
    ['a chat of its choice', { chat: 5 }, {}, 400],
    ['an empty text', { text: '' }, {}, 400],
    ['a long text', { text: 'a'.repeat(4097) }, {}, 400],
    ['a huge text', { text: 'a'.repeat(40_000) }, {}, 413],
    ['both at once', { press: { message: 1, data: 'x' } }, {}, 400],
  ])('refuses %s', async (_, said, headers, expected) => {
    const harness = createHarness();
    expect((await send(harness, { text: '甲市', ...said }, headers)).status).toBe(expected);
    expect(harness.questions).toEqual([]);
  });

  it('answers 429 to an address past its rate, whatever its sessions', async () => {
    const harness = createHarness();
    const from = { 'cf-connecting-ip': '192.0.2.1' };
    const session = (i: number) => `${i}`.padStart(22, '0');
    for (let i = 0; i < CHAT_RATE.burst; i++) await send(harness, { text: '/about', session: session(i) }, from);
    const { status, headers } = await send(harness, { text: '/about', session: session(99) }, from);
    expect([status, headers.get('retry-after')]).toEqual([429, '2']);
    expect((await send(harness, { text: '/about' })).status).toBe(200);
  });

  it('holds a session to the limits of a person, and counts apart from Telegram', async () => {
    const harness = createHarness({ bindings: { DAILY_LIMIT: '1' } });
    await post(harness, textUpdate('甲市'));
    for (let i = 0; i < 10; i++) expect((await send(harness, { text: `问${i}` })).events[0]?.html).toContain('8.5万个');
    expect((await send(harness, { text: '再问' })).events[0]?.html).toContain('问得有点快');
    expect(harness.questions).toHaveLength(11);
  });

  it('is closed for the rest of the day after so many turns, whoever asks', async () => {
    let time = Date.parse('2021-01-11T15:59:00Z');
    const harness = createHarness({ now: () => time });
    const counted = "INSERT INTO usage VALUES ('page turns', ?, ?, 0)";
    const day = Math.floor((time + 8 * 3_600_000) / 86_400_000);
    await send(harness, { text: '/about' });
    await bindingsOfTest()
      .DB.prepare(`${counted} ON CONFLICT DO UPDATE SET count = excluded.count`)
      .bind(`day ${day}`, DAILY_TURNS)
      .run();
    for (const session of [SESSION, 'b'.repeat(22)]) {
      const { status, error } = await send(harness, { text: '甲市', session });
      expect([status, error.code]).toEqual([429, 'too_many_today']);
    }
    expect(harness.questions).toEqual([]);
    time += 60_000;
    expect((await send(harness, { text: '甲市' })).status).toBe(200);
  });

  it('apologizes when a gate refuses', async () => {
    const { status, events } = await send(createHarness({ check: refuseAll }), { text: '甲市' });
    expect([status, events.length]).toEqual([200, 1]);
    expect(events[0]?.html).toContain('抱歉');
  });
});

describe('chats of the page', () => {
  it('have identifiers that no chat of Telegram has', async () => {
    for (let i = 0; i < 200; i++) {
      const chat = await pageChatOf(`session ${i}`);
      expect(Number.isSafeInteger(chat) && isPageChat(chat)).toBe(true);
    }
    // A user, a supergroup, a secret chat: the bounds of td/telegram/DialogId.h.
    expect([2 ** 40 - 1, -1_997_852_516_352, -2_002_147_483_648].some(isPageChat)).toBe(false);
    expect(await pageChatOf(SESSION)).toBe(await pageChatOf(SESSION));
  });

  it('are never written to on Telegram, even by an update that says it comes from one', async () => {
    const harness = createHarness();
    const id = await pageChatOf(SESSION);
    const from = { id, is_bot: false, first_name: 'R' };
    await post(harness, textUpdate('甲市', { chat: { id, type: 'private', first_name: 'R' }, from }));
    expect(harness.calls).toEqual([]);
    expect(harness.lines.join('')).not.toContain(TOKEN);
  });
});
