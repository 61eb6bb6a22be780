import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/worker/database.ts';
import { createChats } from '../../../src/worker/telegram/state/chats.ts';
import senders from '../../cases/settings-senders.json' with { type: 'json' };
import { createHarness, type OutgoingCall, post, textUpdate } from '../harness.ts';

const GROUP = { id: -100, type: 'supergroup', title: 'G' };
let updates = 3_000_000;

/** A group in which Telegram knows the sender as `status`; null: it does not know them. */
function groupWith(status: string | null) {
  return createHarness({
    telegram({ method, parameters }: OutgoingCall) {
      if (method === 'answerCallbackQuery') return Response.json({ ok: true, result: true });
      if (method !== 'getChatMember')
        return Response.json({ ok: true, result: { message_id: 9, date: 1, chat: GROUP, text: 'x' } });
      if (status === null)
        return Response.json(
          { ok: false, error_code: 400, description: 'Bad Request: user not found' },
          { status: 400 },
        );
      const user = { id: Number(parameters.user_id), is_bot: false, first_name: 'U' };
      return Response.json({ ok: true, result: { status, user } });
    },
  });
}

function pressUpdate(from: object, chat: object) {
  const message = { message_id: 9, date: 1, chat, text: 'x' };
  return {
    update_id: ++updates,
    callback_query: { id: `${updates}`, from, chat_instance: '1', data: 's:en', message },
  };
}

describe('mayChangeSettings()', () => {
  let admitted = 0;
  let refused = 0;
  it.each(senders)('$name: $admitted', async ({ by, status, from, sender_chat, chat = GROUP, admitted: expected }) => {
    const harness = groupWith(status);
    const chats = createChats(harness.bindings.DB as Database, Date.now);
    if (by === 'press') {
      await post(harness, pressUpdate(from, chat));
      expect((await chats.settings(chat.id)).language).toBe(expected ? 'en' : null);
      expect(harness.calls.filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1);
    } else {
      await post(harness, textUpdate('/settings', { chat, from, ...(sender_chat && { sender_chat }) }));
      const keyboards = harness.calls.filter(({ parameters }) => parameters.reply_markup !== undefined);
      expect(keyboards).toHaveLength(expected ? 1 : 0);
    }
    if (expected) admitted++;
    else refused++;
  });

  it('tells its figure', () => {
    console.log(`settings: ${admitted} kinds of sender admitted, ${refused} refused, wrong 0 of ${senders.length}`);
    expect(admitted + refused).toBe(senders.length);
  });

  it('asks Telegram each time, so that who is no admin any more is refused at once', async () => {
    let status = 'administrator';
    const harness = createHarness({
      telegram: ({ method }) =>
        Response.json({
          ok: true,
          result: method === 'getChatMember' ? { status, user: { id: 8 } } : { message_id: 9, date: 1, chat: GROUP },
        }),
    });
    const chats = createChats(harness.bindings.DB as Database, Date.now);
    const from = { id: 8, is_bot: false, first_name: 'A' };
    await post(harness, pressUpdate(from, GROUP));
    await chats.change(-100, { language: 'zh' });
    status = 'member';
    await post(harness, pressUpdate(from, GROUP));
    expect((await chats.settings(-100)).language).toBe('zh');
  });
});

describe('showCommands()', () => {
  const menus = ({ calls }: ReturnType<typeof createHarness>) =>
    calls.filter(({ method }) => method.endsWith('MyCommands')).map(({ method, parameters }) => [method, parameters]);
  const scope = { type: 'chat', chat_id: 5 };
  const ABOUT = { command: 'about', description: '關於這個機器人' };

  it('gives readers of the traditional script commands of their own', async () => {
    for (const [language_code, expected] of [
      ['zh-hant', [['setMyCommands', { scope, commands: expect.arrayContaining([ABOUT]) }]]],
      ['zh-hans', []],
    ] as const) {
      const harness = createHarness();
      await post(harness, textUpdate('/start', { from: { id: 5, is_bot: false, first_name: 'R', language_code } }));
      expect(menus(harness)).toEqual(expected);
    }
  });

  it('follows the language that a chat chooses, until it chooses none', async () => {
    const harness = createHarness();
    const person = { id: 5, is_bot: false, first_name: 'R' };
    for (const choice of ['s:zh-hant', 's:auto']) {
      const update = pressUpdate(person, { ...person, type: 'private' });
      await post(harness, { ...update, callback_query: { ...update.callback_query, data: choice } });
    }
    expect(menus(harness)).toMatchObject([
      ['setMyCommands', { scope, commands: expect.arrayContaining([ABOUT]) }],
      ['deleteMyCommands', { scope }],
    ]);
  });
});

describe('changeSetting()', () => {
  it('changes the language of everything the bot says in the chat', async () => {
    const harness = createHarness();
    const from = { id: 5, is_bot: false, first_name: '读者', language_code: 'zh-hans' };
    await post(harness, pressUpdate(from, { id: 5, type: 'private', first_name: '读者' }));
    await post(harness, textUpdate('/ask', { message_id: 4 }));
    expect(harness.calls.at(-1)?.parameters.text).toBe('Please write your question after the command.');
  });
});
