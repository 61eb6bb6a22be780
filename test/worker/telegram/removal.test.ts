import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/worker/database.ts';
import { createChats } from '../../../src/worker/telegram/state/chats.ts';
import { createHarness, deliver, post, textUpdate } from '../harness.ts';

let updates = 2_000_000;

function refusal(error_code: number, description: string, parameters = {}): Response {
  return Response.json({ ok: false, error_code, description: `${description}`, parameters }, { status: error_code });
}

function memberUpdate(status: string, chat: object) {
  const user = { id: 123456, is_bot: true, first_name: 'W' };
  const from = { id: 9, is_bot: false, first_name: 'A' };
  const old_chat_member = { user, status: 'member' };
  const new_chat_member = { user, status };
  return { update_id: ++updates, my_chat_member: { chat, from, date: 1, old_chat_member, new_chat_member } };
}

/** The reader is told twice and then comes back. */
const GROUP = { id: -100, type: 'supergroup', title: 'G' };

describe('guardCalls()', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
    [403, 'Forbidden: user is deactivated'],
    [403, 'Forbidden: the group chat was deleted'],
    [400, 'Bad Request: chat not found'],
  ])('sends nothing more for what was asked before %i %s', async (status, description) => {
    const harness = createHarness({ telegram: () => refusal(status, description) });
    const updates = [textUpdate('一', { message_id: 1 }), textUpdate('二', { message_id: 2 })];
    for (const update of updates) await deliver(harness, update);
    await harness.drain();
    expect(harness.calls).toHaveLength(1);
  });

  it('answers again who writes again', async () => {
    let time = 1000;
    let isBlocked = true;
    const harness = createHarness({
      now: () => time,
      telegram: () =>
        isBlocked
          ? refusal(403, 'Forbidden: bot was blocked by the user')
          : Response.json({
              ok: true,
              result: { message_id: 9, date: 1, chat: { id: 5, type: 'private' }, text: 'x' },
            }),
    });
    await post(harness, textUpdate('一', { message_id: 1 }));
    isBlocked = false;
    time += 10_000;
    await post(harness, textUpdate('二', { message_id: 2 }));
    expect(harness.calls).toHaveLength(2);
  });

  it('follows a group that became a supergroup and keeps its settings', async () => {
    const harness = createHarness({
      telegram: ({ parameters }) =>
        parameters.chat_id === -7
          ? refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1007 })
          : Response.json({ ok: true, result: { message_id: 9, date: 1, chat: { ...GROUP, id: -1007 }, text: 'x' } }),
    });
    const chats = createChats(harness.bindings.DB as Database, Date.now);
    await chats.change(-7, { language: 'en', consents: true });
    await post(harness, textUpdate('/ask 问', { chat: { id: -7, type: 'group', title: 'G' } }));
    expect(harness.calls.map(({ parameters }) => parameters.chat_id)).toEqual([-7, -1007]);
    expect(await chats.settings(-1007)).toEqual({ language: 'en', consents: true, goneAt: null });
    expect(await chats.settings(-7)).toEqual({ language: null, consents: false, goneAt: null });
  });
});

describe('membershipFeature()', () => {
  it.each(['left', 'kicked'])('takes a chat as gone at %s, and as back when let in', async (status) => {
    const harness = createHarness();
    const chats = createChats(harness.bindings.DB as Database, Date.now);
    await post(harness, memberUpdate(status, GROUP));
    expect((await chats.settings(-100)).goneAt).not.toBeNull();
    await post(harness, memberUpdate('member', GROUP));
    expect((await chats.settings(-100)).goneAt).toBeNull();
    expect(harness.calls).toEqual([]);
  });

  it.each([
    ['migrate_to_chat_id', { chat: { id: -7, type: 'group', title: 'G' }, migrate_to_chat_id: -1007 }],
    ['migrate_from_chat_id', { chat: { id: -1007, type: 'supergroup', title: 'G' }, migrate_from_chat_id: -7 }],
  ])('moves the settings at %s', async (_, message) => {
    const harness = createHarness();
    const chats = createChats(harness.bindings.DB as Database, Date.now);
    await chats.change(-7, { language: 'zh-hant' });
    await post(harness, textUpdate(null, message));
    await post(harness, textUpdate(null, message));
    expect((await chats.settings(-1007)).language).toBe('zh-hant');
    expect(harness.calls).toEqual([]);
  });
});
