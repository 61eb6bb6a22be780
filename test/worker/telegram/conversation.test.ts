import { describe, expect, it } from 'vitest';
import cases from '../../cases/telegram-messages.json' with { type: 'json' };
import { createHarness, post, textUpdate } from '../harness.ts';

const HELP = expect.stringContaining('· 2020年甲市𠮷场有多少个？');

describe('POST /telegram', () => {
  it.each(cases)('$name', async ({ text, message, asked, said }) => {
    const harness = createHarness();
    await post(harness, textUpdate(text, message));
    expect(harness.questions).toEqual(asked === undefined ? [] : [asked]);
    const texts = harness.calls.map(({ parameters }) => parameters.text);
    if (asked === undefined) expect(texts).toEqual(said === undefined ? [] : [said === 'help' ? HELP : said]);
    else expect(texts).toHaveLength(1);
  });

  it('answers a question of 1000 code points and politely refuses a longer one', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('𠮷'.repeat(1000)));
    await post(harness, textUpdate('𠮷'.repeat(1001)));
    expect(harness.questions).toEqual(['𠮷'.repeat(1000)]);
    expect(harness.calls[1]?.parameters.text).toBe('问题太长了，请控制在1000个字以内。');
  });

  it('gives the answerer what the same person asked before in the same chat, for half an hour', async () => {
    let time = 0;
    const harness = createHarness({ now: () => time });
    await post(harness, textUpdate('一', { message_id: 1 }));
    await post(harness, textUpdate('二', { message_id: 2 }));
    await post(harness, textUpdate('三', { chat: { id: 6, type: 'private', first_name: '别人' } }));
    time = 30 * 60_000;
    await post(harness, textUpdate('四', { message_id: 4 }));
    expect(harness.histories).toEqual([[], ['一'], [], []]);
  });

  it('answers in General, and in groups without topics, without naming a topic', async () => {
    for (const message of [{ message_thread_id: 77 }, {}]) {
      const harness = createHarness();
      const chat = { id: -100, type: 'supergroup', title: 'G', is_forum: message.message_thread_id === undefined };
      await post(harness, textUpdate('/ask 问', { chat, ...message }));
      expect(harness.calls[0]?.parameters).not.toHaveProperty('message_thread_id');
    }
  });

  it('answers in the topic in which it was asked', async () => {
    const harness = createHarness();
    const chat = { id: -100, type: 'supergroup', title: 'G', is_forum: true };
    await post(harness, textUpdate('/ask 问', { chat, message_thread_id: 42, is_topic_message: true }));
    expect(harness.calls[0]?.parameters).toMatchObject({ chat_id: -100, message_thread_id: 42 });
  });
});
