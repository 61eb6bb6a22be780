import type { InlineKeyboardButton } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createHarness, type Harness, post, textUpdate } from '../harness.ts';
import { REPLY } from '../invented.ts';

const EVIDENCE = {
  more: ({ skip }: { skip: number }) => (skip > 1 ? null : { reply: REPLY, isLast: skip === 1 }),
  around: () => REPLY,
};
let updates = 1_000_000;

/** The buttons under the last message sent. */
function buttons({ calls }: Harness): InlineKeyboardButton[] {
  const { reply_markup } = calls.findLast(({ method }) => method === 'sendMessage')?.parameters ?? {};
  return (
    (reply_markup ?? { inline_keyboard: [] }) as { inline_keyboard: InlineKeyboardButton[][] }
  ).inline_keyboard.flat();
}

function dataOf(harness: Harness, text: string): string {
  const button = buttons(harness).find((one) => one.text === text);
  return button !== undefined && 'callback_data' in button ? button.callback_data : '';
}

function press(harness: Harness, data: string | undefined, { chat = 5, message = 100 } = {}): Promise<Response> {
  const from = { id: 5, is_bot: false, first_name: '读者', language_code: 'zh-hans' };
  return post(harness, {
    update_id: ++updates,
    callback_query: {
      id: String(updates),
      from,
      chat_instance: '1',
      ...(data !== undefined && { data }),
      message: { message_id: message, date: 1, chat: { id: chat, type: 'private', first_name: '读者' }, text: 'x' },
    },
  });
}

function notes({ calls }: Harness): unknown[] {
  return calls.filter(({ method }) => method === 'answerCallbackQuery').map(({ parameters }) => parameters.text);
}

function sent({ calls }: Harness): number {
  return calls.filter(({ method }) => method === 'sendMessage').length;
}

async function answered(): Promise<Harness> {
  const harness = createHarness({ evidence: EVIDENCE });
  await post(harness, textUpdate('问'));
  return harness;
}

describe('answerKeyboard()', () => {
  it('offers source, more evidence, context, the citation to copy, and ratings', async () => {
    const harness = await answered();
    expect(buttons(harness).map(({ text }) => text)).toEqual(['原文', '更多依据', '上下文', '复制引文', '👍', '👎']);
    const [source, more, context, copy] = buttons(harness);
    expect(source).toMatchObject({ url: expect.stringContaining('https://wenju.example/r/invented?start=') });
    expect(copy).toMatchObject({ copy_text: { text: '“全年新增𠮷场8.5万个”——《2020年甲市<年报>》<基本>生活' } });
    for (const button of [more, context]) {
      const { callback_data } = button as { callback_data: string };
      expect(new TextEncoder().encode(callback_data).length).toBeLessThanOrEqual(64);
    }
  });

  it('offers no source page where there is no public address, and says it in the language of the reader', async () => {
    const harness = createHarness({ bindings: { PUBLIC_URL: '' } });
    const from = { id: 5, is_bot: false, first_name: 'R', language_code: 'en' };
    await post(harness, textUpdate('问', { from }));
    expect(buttons(harness).map(({ text }) => text)).toEqual(['More evidence', 'Context', 'Copy citation', '👍', '👎']);
  });
});

describe('buttonFeature()', () => {
  it('sends more evidence page by page, each page once, until there is none', async () => {
    const harness = await answered();
    const first = dataOf(harness, '更多依据');
    await press(harness, first);
    const second = dataOf(harness, '更多依据');
    expect(second).not.toBe(first);
    await press(harness, first);
    await press(harness, second, { message: 102 });
    expect(dataOf(harness, '更多依据')).toBe('');
    await press(harness, second.replace(/\d+$/u, '9'));
    expect(notes(harness)).toEqual([undefined, '已经发过了，请看下面。', undefined, '没有更多依据了。']);
    expect(sent(harness)).toBe(3);
  });

  it('shows the context of a citation once', async () => {
    const harness = await answered();
    const data = dataOf(harness, '上下文');
    await press(harness, data);
    await press(harness, data);
    expect([notes(harness), sent(harness)]).toEqual([[undefined, '已经发过了，请看下面。'], 2]);
  });

  it('keeps one rating a person', async () => {
    const harness = await answered();
    for (const text of ['👍', '👎', '👎']) await press(harness, dataOf(harness, text));
    expect(notes(harness)).toEqual(['谢谢反馈。', '谢谢反馈。', '谢谢反馈。']);
    const { DB } = harness.bindings as { DB: D1Database };
    const { results } = await DB.prepare('SELECT user_id, value FROM feedback').all();
    expect(results).toEqual([{ user_id: 5, value: -1 }]);
  });

  it('asks the example of a button', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('/start'));
    expect(buttons(harness)).toEqual([{ text: '2020年甲市𠮷场有多少个？', callback_data: 'e:0' }]);
    await press(harness, 'e:0');
    expect(harness.questions).toEqual(['2020年甲市𠮷场有多少个？']);
  });

  it.each([undefined, '', 'm:', 'm:unknown:0', 'c:unknown', 'f+:unknown', 'e:99', 'e:x', 'zzz', '\u0000'])(
    'answers the press of %j with a note and sends nothing',
    async (data) => {
      const harness = await answered();
      await press(harness, data);
      expect([notes(harness).length, sent(harness)]).toEqual([1, 1]);
      expect(notes(harness)[0]).toBeTypeOf('string');
    },
  );

  it('gives nothing of an answer to another chat', async () => {
    const harness = await answered();
    await press(harness, dataOf(harness, '更多依据'), { chat: 6 });
    expect([notes(harness), sent(harness)]).toEqual([['这个按钮已经失效，请重新提问。'], 1]);
  });

  it('answers a press that fails with an apology, and one that is tried again when it succeeds', async () => {
    let refusals = 0;
    const harness = createHarness({
      evidence: {
        ...EVIDENCE,
        more: () => {
          throw new TypeError('broken');
        },
      },
      telegram: ({ method }) => {
        const description = 'Too Many Requests: retry after 5';
        if (method === 'sendMessage' && refusals-- > 0)
          return Response.json(
            { ok: false, error_code: 429, description, parameters: { retry_after: 5 } },
            { status: 429 },
          );
        const result = { message_id: 100, date: 1, chat: { id: 5, type: 'private' }, text: 'x' };
        return Response.json({ ok: true, result });
      },
    });
    await post(harness, textUpdate('问'));
    const [more, context] = [dataOf(harness, '更多依据'), dataOf(harness, '上下文')];
    await press(harness, more);
    refusals = 2;
    await press(harness, context);
    expect(notes(harness)).toEqual(['抱歉，这个问题暂时没能答上来，请稍后再试。', undefined]);
    expect(sent(harness)).toBe(4);
  });

  it('lets a press that is too old be', async () => {
    const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    const harness = createHarness({
      telegram: () => Response.json({ ok: false, error_code: 400, description }, { status: 400 }),
    });
    await press(harness, 'zzz');
    expect([harness.calls.length, harness.lines]).toEqual([1, []]);
  });
});

describe('/start', () => {
  it('opens the citation of a deep link', async () => {
    const harness = await answered();
    const id = dataOf(harness, '上下文').slice(2);
    await post(harness, textUpdate(`/start ${id}`));
    expect(harness.calls.at(-1)?.parameters.text).toBe(REPLY.answer.text);
  });
});

describe('answerQuestion()', () => {
  it('continues the answer that a message replies to', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('一', { message_id: 1 }));
    await post(harness, textUpdate('别的', { message_id: 2 }));
    const from = { id: 123456, is_bot: true, first_name: 'W' };
    const chat = { id: 5, type: 'private', first_name: '读者' };
    const reply_to_message = { message_id: 100, date: 1, chat, from, text: 'x' };
    await post(harness, textUpdate('那二呢', { message_id: 3, reply_to_message }));
    expect(harness.histories.at(-1)).toEqual(['一']);
  });

  it('answers an edited question anew by editing the answer', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('一', { message_id: 1 }));
    const { message } = textUpdate('二', { message_id: 1, edit_date: 2 });
    await post(harness, { update_id: ++updates, edited_message: message });
    expect(harness.questions).toEqual(['一', '二']);
    expect(harness.histories.at(-1)).toEqual([]);
    expect(harness.calls.map(({ method }) => method)).toEqual(['sendMessage', 'editMessageText']);
    expect(harness.calls[1]?.parameters).toMatchObject({ chat_id: 5, message_id: 100, text: REPLY.answer.text });
  });
});
