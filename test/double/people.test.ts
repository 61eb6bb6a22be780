import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BotApi } from './bot-api.ts';
import { inspectJournal } from './inspect-journal.ts';
import { checkValue } from './schema/check.ts';
import { generateSchema } from './schema/generate.ts';
import type { BotApiSchema } from './schema/schema.ts';

const TOKEN = '123456:token-of-the-people';
let schema: BotApiSchema;
let api: BotApi;
let time: number;

beforeAll(() => {
  schema = generateSchema();
});
beforeEach(() => {
  time = 0;
  api = new BotApi({ token: TOKEN, schema, now: () => time });
});

function call(method: string, parameters: object) {
  return api.receive({ token: TOKEN, method, parameters: { ...parameters } });
}

describe('People', () => {
  it.each([
    ['a text of a group', '问', false],
    ['a command', '/ask 问', true],
    ['a command for the bot', '/ask@wenju_test_bot 问', true],
    ['a command for another bot', '/ask@other_bot 问', false],
    ['a mention', '@Wenju_Test_Bot 问', true],
  ])('lets privacy mode judge %s', (_, text, isSeen) => {
    expect(api.people.say({ chat: -5, by: 5, text }) !== null).toBe(isSeen);
    expect(api.people.say({ chat: 5, text })).not.toBeNull();
  });

  it('lets the bot see replies to it, and an administrator all', () => {
    const answer = call('sendMessage', { chat_id: -5, text: '答' }).response;
    const reply = { reply_to_message: answer.ok && answer.result };
    expect(api.people.say({ chat: -5, by: 5, text: '去年呢', more: reply })).not.toBeNull();
    api.state.me.can_read_all_group_messages = true;
    expect(api.people.say({ chat: -5, by: 5, text: '问' })).not.toBeNull();
  });

  it('shows no bot to another', () => {
    const from = { id: 9, is_bot: true, first_name: 'Other' };
    expect(api.people.say({ chat: -5, by: 9, text: '/ask 问', more: { from } })).toBeNull();
  });

  it('makes updates that the Bot API describes', () => {
    api.state.updates.allowed = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'];
    const first = api.people.say({ chat: 5, text: '/ask 问 @someone' });
    api.people.say({ chat: -5, by: 'anonymous', text: '/set' });
    api.people.say({ chat: -5, by: { channel: -55 }, text: '/set' });
    api.people.say({ chat: -5, by: { channel: -55, isLinked: true }, text: '/set' });
    api.people.edit({ chat: 5, id: first?.message?.message_id ?? 0, text: '/ask 别的' });
    api.people.press({ chat: 5, message: 1000, data: 'm' });
    api.people.askInline(5, '问');
    api.people.remove(5);
    api.people.migrate(-7, -1007);
    const updates = api.state.updates.all.map(({ update }) => update);
    expect(updates.length).toBe(10);
    expect(updates.map(({ update_id }) => update_id)).toEqual(updates.map((_, i) => i + 1));
    const faults = updates.flatMap((one) => checkValue(one, schema.update, { types: schema.types, path: 'update' }));
    expect(faults).toEqual([]);
  });

  it('leaves out kinds of update that the bot has not asked for', () => {
    api.state.updates.allowed = ['message'];
    expect(api.people.askInline(5, '问')).toBeNull();
  });

  it('lets a press wait for so long', () => {
    const press = api.people.press({ chat: 5, message: 1, data: 'm' })?.callback_query?.id;
    time = 15_001;
    expect(call('answerCallbackQuery', { callback_query_id: press }).violations).toHaveLength(1);
  });
});

describe('inspectJournal()', () => {
  it('counts nothing for a good bot', () => {
    call('sendMessage', { chat_id: 5, text: '答' });
    const none = { refusals: 0, violations: 0, windowViolations: 0, duplicates: 0, unanswered: 0, lost: 0 };
    expect(inspectJournal(api)).toEqual({ calls: 1, sent: 1, ...none });
  });

  it('counts duplicates, presses, and windows that were full', () => {
    const free = new BotApi({ token: TOKEN, schema });
    for (let i = 0; i < 31; i++) {
      free.receive({ token: TOKEN, method: 'sendMessage', parameters: { chat_id: -5, text: '答' } });
    }
    free.people.press({ chat: 5, message: 1, data: 'm' });
    expect(inspectJournal(free)).toMatchObject({ sent: 31, duplicates: 30, unanswered: 1 });
    expect(inspectJournal(free).windowViolations).toBeGreaterThanOrEqual(11);
  });
});
