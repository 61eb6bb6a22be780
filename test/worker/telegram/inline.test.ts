import type { InlineQueryResultArticle } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createHarness, post } from '../harness.ts';
import { REPLY } from '../invented.ts';

let updates = 5_000_000;

function query(text: string) {
  const from = { id: 5, is_bot: false, first_name: '读者', language_code: 'zh-hans' };
  return { update_id: ++updates, inline_query: { id: 'q', from, query: text, offset: '' } };
}

describe('answerInline()', () => {
  it('gives the answer and further passages, ten at most, each with its citation', async () => {
    const harness = createHarness({ evidence: { more: () => ({ reply: REPLY, isLast: false }) } });
    await post(harness, query('甲市𠮷场有多少个'));
    expect(harness.calls.map(({ method }) => method)).toEqual(['answerInlineQuery']);
    const results = harness.calls[0]?.parameters.results as InlineQueryResultArticle[];
    expect(results).toHaveLength(10);
    expect(new Set(results.map(({ id }) => id)).size).toBe(10);
    expect(results[0]).toMatchObject({
      title: '8.5万个',
      input_message_content: { message_text: REPLY.answer.text },
      reply_markup: { inline_keyboard: [[{ text: '原文' }, { text: '复制引文' }]] },
    });
    for (const { input_message_content: content } of results) {
      expect((content as { message_text: string }).message_text).toContain('——《2020年甲市<年报>》');
    }
  });

  it('gives nothing for an empty question, or to who is not allowed', async () => {
    for (const [text, bindings] of [
      [' ', {}],
      ['问', { ALLOWED_IDS: '9' }],
    ] as const) {
      const harness = createHarness({ bindings });
      await post(harness, query(text));
      expect(harness.calls[0]?.parameters.results).toEqual([]);
    }
  });

  it('answers Telegram with 200 whatever fails', async () => {
    const harness = createHarness({ telegram: () => new Response('<html>', { status: 502 }) });
    expect((await post(harness, query('问'))).status).toBe(200);
    expect(harness.lines).toEqual([JSON.stringify({ event: 'telegram_inline_failed', name: 'HttpError' })]);
  });
});
