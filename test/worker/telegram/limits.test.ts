import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/worker/telegram/limits.ts';
import { createHarness, post, textUpdate } from '../harness.ts';
import { REPLY } from '../invented.ts';

/** A message of a user in their private chat. */
function from(user: number, message_id: number) {
  const person = { id: user, is_bot: false, first_name: 'U', language_code: 'zh-hans' };
  return textUpdate('问', { message_id, from: person, chat: { ...person, type: 'private' } });
}

describe('countQuestion()', () => {
  it('answers so many a minute, tells the asker once, and answers others', async () => {
    const harness = createHarness();
    const asked = 100;
    for (let i = 0; i < asked; i++) await post(harness, from(5, i));
    await post(harness, from(6, 1));
    const notices = harness.calls.filter(({ parameters }) => parameters.text === '问得有点快，请过一会儿再问。');
    const answers = harness.calls.filter(({ parameters }) => parameters.text === REPLY.answer.text);
    const answered = answers.filter(({ parameters }) => parameters.chat_id === 5).length;
    console.log(`limits: of ${asked} questions in a minute ${answered} answered, ${notices.length} notice`);
    expect([answered, notices.length]).toEqual([LIMITS.userMinute, 1]);
    expect(harness.calls.at(-1)?.parameters.chat_id).toBe(6);
  });

  it('counts a question once that Telegram has made wait', async () => {
    const waited = new Set<unknown>();
    const harness = createHarness({
      telegram: ({ parameters }) => {
        const { message_id } = parameters.reply_parameters as { message_id: number };
        const ok = { ok: true, result: { message_id: 9, date: 1, chat: { id: 5, type: 'private' }, text: 'x' } };
        if (waited.has(message_id)) return Response.json(ok);
        waited.add(message_id);
        const description = 'Too Many Requests: retry after 1';
        return Response.json(
          { ok: false, error_code: 429, description, parameters: { retry_after: 1 } },
          { status: 429 },
        );
      },
    });
    for (let i = 0; i < LIMITS.userMinute; i++) await post(harness, from(5, i));
    expect(harness.calls.at(-1)?.parameters.text).toBe(REPLY.answer.text);
    expect(harness.calls).toHaveLength(2 * LIMITS.userMinute);
  });

  it('keeps the daily cap over all chats, and tells each asker once', async () => {
    const harness = createHarness({ bindings: { DAILY_LIMIT: '2' } });
    for (let user = 1; user <= 4; user++) for (let i = 0; i < 2; i++) await post(harness, from(user, i));
    const notices = harness.calls.filter(({ parameters }) => parameters.text === '今天的提问次数用完了，请明天再来。');
    expect([harness.questions.length, notices.length]).toEqual([2, 3]);
  });
});

describe('checkAccess()', () => {
  it('answers only whom the list names, and tells others once a day', async () => {
    const harness = createHarness({ bindings: { ALLOWED_IDS: '5, -100', OWNER_IDS: '7' } });
    for (const user of [5, 6, 6, 7]) await post(harness, from(user, 1));
    const chat = { id: -100, type: 'supergroup', title: 'G' };
    const person = { id: 6, is_bot: false, first_name: 'U' };
    await post(harness, textUpdate('/ask 问', { chat, from: person }));
    await post(harness, textUpdate('/ask 问', { chat: { ...chat, id: -200 }, from: person }));
    const chats = harness.calls.map(({ parameters }) => parameters.chat_id);
    expect(chats).toEqual([5, 6, 7, -100]);
    expect(harness.questions).toHaveLength(3);
  });
});
