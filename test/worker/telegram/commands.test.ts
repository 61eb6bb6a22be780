import { describe, expect, it } from 'vitest';
import { CleanText } from '../../../src/core/clean-text.ts';
import type { Database } from '../../../src/worker/database.ts';
import { createChats } from '../../../src/worker/telegram/state/chats.ts';
import { createHarness, type Harness, post, textUpdate } from '../harness.ts';
import { ARTEFACT, REPLY, REPORT } from '../invented.ts';

const SOURCE = '一、床位\n新增床位300张。新建学校2所。';
const [START, MIDDLE] = [SOURCE.indexOf('新增'), SOURCE.indexOf('新建')];
const LIBRARY = {
  ...ARTEFACT,
  source: () => SOURCE,
  cleanText: () => CleanText.of(SOURCE, []),
  sections: [
    {
      report: REPORT.id,
      start: 0,
      end: SOURCE.length,
      heading: '床位',
      label: '一、',
      level: 1,
      parent: null,
      plan: false,
      period: null,
    },
  ],
  passages: [
    { report: REPORT.id, start: START, end: MIDDLE, section: 0 },
    { report: REPORT.id, start: MIDDLE, end: SOURCE.length, section: 0 },
  ],
  figuresIn: (passage: number) => (passage === 0 ? [{} as never] : []),
};
let updates = 4_000_000;

function said({ calls }: Harness): unknown {
  return calls.findLast(({ method }) => method === 'sendMessage')?.parameters.text;
}

function press(harness: Harness, data: string): Promise<Response> {
  const from = { id: 5, is_bot: false, first_name: '读者' };
  const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private', first_name: '读者' }, text: 'x' };
  return post(harness, { update_id: ++updates, callback_query: { id: '1', from, chat_instance: '1', data, message } });
}

describe('libraryFeature()', () => {
  it.each([
    ['/reports', '已收录的报告：\n《2020年甲市<年报>》 甲市 2020'],
    ['/sources', '报告的来源：\n《2020年甲市<年报>》 甲市民政局 未记录网址'],
    ['/compare', '请在命令后面写上要比较的，例如两个地方或两年的同一个数字。'],
    ['/verify', '请在命令后面写上要核对的一句话。'],
    ['/verify 月亮是方的', '报告里没有这句话。'],
    ['/forget', '已经删除您的提问记录和评价。'],
    ['/about', expect.stringContaining('我是问据。')],
  ])('answers %s', async (text, expected) => {
    const harness = createHarness();
    await post(harness, textUpdate(text));
    expect(said(harness)).toEqual(expected);
  });

  it('compares what follows /compare', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('/compare 甲市和乙市的床位'));
    expect(harness.questions).toEqual(['比较甲市和乙市的床位']);
  });

  it('quotes what /verify finds', async () => {
    const quote = { ...REPLY.answer.quotes[0]! };
    const harness = createHarness({ parts: { verifier: { verify: () => ({ verdict: 'verbatim', quote }) } } });
    await post(harness, textUpdate('/verify 全年新增𠮷场8.5万个'));
    expect(said(harness)).toBe('原文如此：\n全年新增𠮷场8.5万个\n——《2020年甲市<年报>》');
  });

  it('forgets at /forget what a person has asked', async () => {
    const harness = createHarness();
    await post(harness, textUpdate('一', { message_id: 1 }));
    await post(harness, textUpdate('/forget', { message_id: 2 }));
    await post(harness, textUpdate('二', { message_id: 3 }));
    expect(harness.histories).toEqual([[], []]);
    const row = await (harness.bindings.DB as Database).prepare('SELECT count(*) AS n FROM answer').first();
    expect(row).toEqual({ n: 1 });
  });
});

describe('figuresFeature()', () => {
  it('leads from the reports by section to passages with figures', async () => {
    const harness = createHarness({ parts: { artefact: LIBRARY } });
    await post(harness, textUpdate('/figures'));
    expect(harness.calls.at(-1)?.parameters.reply_markup).toEqual({
      inline_keyboard: [[{ text: '2020年甲市<年报>', callback_data: 'b:0' }]],
    });
    await press(harness, 'b:0');
    const menu = harness.calls.findLast(({ method }) => method === 'sendMessage')?.parameters.reply_markup;
    expect(menu).toEqual({ inline_keyboard: [[{ text: '床位', callback_data: 'b:0:0:0' }]] });
    await press(harness, 'b:0:0:0');
    expect(said(harness)).toBe('报告原文：\n新增床位300张。\n——《2020年甲市<年报>》床位');
  });
});

describe('adminFeature()', () => {
  it('tells owners of questions without an answer, where the chat consents', async () => {
    const absent = { ...REPLY.answer, type: 'absent' as const, reason: 'property' as const };
    const harness = createHarness({
      reply: () => ({ ...REPLY, answer: absent }),
      bindings: { OWNER_IDS: '5' },
    });
    await post(harness, textUpdate('甲', { message_id: 1 }));
    await createChats(harness.bindings.DB as Database, Date.now).change(5, { consents: true });
    await post(harness, textUpdate('乙', { message_id: 2 }));
    await post(harness, textUpdate('/admin', { message_id: 3 }));
    expect(said(harness)).toContain('答案 24小时2，30天2');
    expect(said(harness)).toMatch(/没答上来的（7天，已征得同意）1\n· 乙$/u);
  });

  it('tells others nothing but help', async () => {
    const harness = createHarness({ bindings: { OWNER_IDS: '6' } });
    await post(harness, textUpdate('/admin'));
    expect(said(harness)).toContain('可以这样问：');
  });
});
