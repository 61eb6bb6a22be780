import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BotApi } from '../bot-api.ts';
import { generateSchema } from '../schema/generate.ts';
import type { BotApiSchema } from '../schema/schema.ts';
import type { DeclaredChat } from './chats.ts';
import { standing } from './standing.ts';

const TOKEN = '123456:token-of-the-chats';
const ME = 123456;
const GROUP: DeclaredChat = { id: -5, type: 'supergroup', title: 'G' };
let schema: BotApiSchema;
let api: BotApi;

beforeAll(() => {
  schema = generateSchema();
});
beforeEach(() => {
  api = new BotApi({ token: TOKEN, schema, knowsDeclaredChatsOnly: true });
  api.state.chats.add(GROUP);
});

function call(method: string, parameters: object) {
  const { response, violations } = api.receive({ token: TOKEN, method, parameters: { ...parameters } });
  return { said: response.ok ? 'ok' : response.description, response, violations };
}
const send = (more: object = {}) => call('sendMessage', { chat_id: -5, text: '答', ...more });

describe('Chats', () => {
  it('does not find a chat that nobody declared', () => {
    expect(send({ chat_id: -6 }).said).toBe('Bad Request: chat not found');
    expect(call('getChat', { chat_id: -6 }).said).toBe('Bad Request: chat not found');
  });

  it.each([
    ['left', 'Forbidden: bot is not a member of the supergroup chat'],
    ['kicked', 'Forbidden: bot was kicked from the supergroup chat'],
    ['restricted', 'Bad Request: not enough rights to send text messages to the chat'],
  ] as const)('refuses a bot that is %s, and flags that it tries again', (status, said) => {
    api.state.chats.setMember(-5, standing(ME, status));
    expect(send()).toMatchObject({ said, violations: [] });
    expect(send().violations).toHaveLength(1);
    expect(call('sendChatAction', { chat_id: -5, action: 'typing' }).said).toBe(said);
  });

  it('lets an administrator alone post in a channel', () => {
    api.state.chats.add({ id: -5, type: 'channel', title: 'C' });
    expect(send().said).toBe('Bad Request: need administrator rights in the channel chat');
    api.state.chats.setMember(-5, standing(ME, 'administrator', { can_post_messages: true }));
    expect(send().said).toBe('ok');
  });

  it('keeps the bot from people who have not begun, who blocked it, and who are no more', () => {
    const person = { id: 7, type: 'private', first_name: 'R' } as const;
    api.state.chats.add({ ...person, isStarted: false });
    expect(send({ chat_id: 7 }).said).toBe("Forbidden: bot can't initiate conversation with a user");
    api.state.chats.add(person);
    api.people.remove(7);
    expect(send({ chat_id: 7 }).said).toBe('Forbidden: bot was blocked by the user');
    api.people.admit(7);
    expect(send({ chat_id: 7 })).toMatchObject({ said: 'ok', violations: [] });
    api.state.chats.close(7, 'Forbidden: user is deactivated');
    expect(send({ chat_id: 7 }).said).toBe('Forbidden: user is deactivated');
  });

  it('knows topics, open and closed, and none in General or outside of forums', () => {
    expect(send({ message_thread_id: 2 }).said).toBe('Bad Request: message thread not found');
    api.state.chats.setTopics(-5, [2, 3], { closed: [3] });
    expect(send({ message_thread_id: 2 }).said).toBe('ok');
    expect(send({ message_thread_id: 1 }).said).toBe('Bad Request: message thread not found');
    expect(send({ message_thread_id: 3 }).said).toBe('Bad Request: TOPIC_CLOSED');
    api.state.chats.setMember(-5, standing(ME, 'administrator', { can_manage_topics: true }));
    expect(send({ message_thread_id: 3 }).said).toBe('ok');
  });

  it('moves a group with its people, and tells both chats', () => {
    api.state.chats.add({ id: -7, type: 'group', title: 'G' });
    api.state.chats.setMember(-7, standing(20, 'creator'));
    const told = api.people.migrate(-7, -1007);
    expect(told).toMatchObject([
      { message: { chat: { id: -7 }, migrate_to_chat_id: -1007 } },
      { message: { chat: { id: -1007 }, migrate_from_chat_id: -7 } },
    ]);
    const { response } = send({ chat_id: -7 });
    expect(response).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: -1007 } });
    expect(send({ chat_id: -1007 }).said).toBe('ok');
    expect(call('getChatMember', { chat_id: -1007, user_id: 20 }).response).toMatchObject({
      result: { status: 'creator' },
    });
  });

  it.each(['creator', 'administrator', 'member', 'restricted', 'left', 'kicked'] as const)(
    'tells of a %s',
    (status) => {
      api.state.chats.setMember(-5, standing(20, status));
      const { response, violations } = call('getChatMember', { chat_id: -5, user_id: 20 });
      expect(response).toMatchObject({ result: { status, user: { id: 20 } } });
      expect(violations).toEqual([]);
      const isOne = status === 'creator' || status === 'administrator';
      expect(call('getChatAdministrators', { chat_id: -5 }).response).toMatchObject({
        result: isOne ? [{ status }] : [],
      });
    },
  );

  it('takes strangers, and those in whose name Telegram speaks, for people outside', () => {
    for (const user_id of [99, 1087968824, 136817688, 777000]) {
      expect(call('getChatMember', { chat_id: -5, user_id }).response).toMatchObject({ result: { status: 'left' } });
    }
  });

  it('hides members from a bot that is no administrator, but not itself', () => {
    api.state.chats.add({ ...GROUP, hasHiddenMembers: true });
    expect(call('getChatMember', { chat_id: -5, user_id: 20 }).said).toBe('Bad Request: CHAT_ADMIN_REQUIRED');
    expect(call('getChatMember', { chat_id: -5, user_id: ME }).said).toBe('ok');
    api.state.chats.setMember(-5, standing(ME, 'administrator'));
    expect(call('getChatMember', { chat_id: -5, user_id: 20 }).said).toBe('ok');
  });

  it('lets the bot go', () => {
    expect(call('leaveChat', { chat_id: -5 }).said).toBe('ok');
    expect(send().said).toBe('Forbidden: bot is not a member of the supergroup chat');
  });
});
