import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Reply } from '../../../src/core/block.ts';
import { MAX_ENTITIES, MAX_MESSAGE_LENGTH, renderMessages } from '../../../src/worker/telegram/message.ts';
import { REPLY } from '../invented.ts';

const OPTIONS = { publicUrl: 'https://wenju.example' };

function replyOf(blocks: readonly Block[]): Reply {
  const text = blocks.map((block) => block.text).join('\n');
  return { answer: { ...REPLY.answer, text }, blocks };
}

describe('renderMessages()', () => {
  it('draws the headline bold, the quote as a block quotation with its figure bold, the citation as a link', () => {
    const [message] = renderMessages(REPLY, OPTIONS);
    expect(message?.text).toBe(REPLY.answer.text);
    const drawn = message?.entities.map((entity) => [
      entity.type,
      message.text.slice(entity.offset, entity.offset + entity.length),
    ]);
    expect(drawn).toEqual([
      ['bold', '8.5万个'],
      ['blockquote', '全年新增𠮷场8.5万个'],
      ['bold', '8.5万个'],
      ['text_link', '——《2020年甲市<年报>》<基本>生活'],
    ]);
    const { start, end } = REPLY.answer.quotes[0]!;
    const url = `https://wenju.example/r/invented?start=${start}&end=${end}#${start}-${end}`;
    expect(message?.entities.at(-1)).toMatchObject({ url });
  });

  it('leaves citations without links when there is no public address', () => {
    const [message] = renderMessages(REPLY, { publicUrl: null });
    expect(message?.entities.map(({ type }) => type)).toEqual(['bold', 'blockquote', 'bold']);
  });

  it('folds a long quote', () => {
    const [message] = renderMessages(replyOf([{ type: 'quote', text: '长'.repeat(201), quote: 0, bold: [] }]), OPTIONS);
    expect(message?.entities).toEqual([{ type: 'expandable_blockquote', offset: 0, length: 201 }]);
  });

  it('keeps a quote and its citation in one message', () => {
    const filler: Block = { type: 'line', text: '字'.repeat(4080) };
    const quote: Block = { type: 'quote', text: '一句原文', quote: 0, bold: [] };
    const citation: Block = { type: 'citation', text: '——《出处》某处某处某处某处', quote: 0, url: '/r/a#0-4' };
    const texts = renderMessages(replyOf([filler, quote, citation]), OPTIONS).map(({ text }) => text);
    expect(texts).toEqual([filler.text, `${quote.text}\n${citation.text}`]);
  });

  it('cuts a long paragraph at a comma, not inside a number', () => {
    const text = '12345，'.repeat(1000);
    const messages = renderMessages(replyOf([{ type: 'line', text }]), OPTIONS);
    expect(messages.length).toBe(2);
    for (const message of messages) expect(message.text).toMatch(/^(?:12345，)+$/u);
  });

  it('sends every block in order, whole surrogates, and no more than Telegram takes, whatever the blocks', () => {
    const text = fc.string({
      unit: fc.constantFrom('一', '𠮷', '8', '，', '<b>', '\n', ' '),
      minLength: 1,
      maxLength: 900,
    });
    const block = fc.oneof(
      text.map((line): Block => ({ type: 'line', text: line })),
      text.map((line): Block => ({ type: 'headline', text: line })),
      text.map((line): Block => ({ type: 'quote', text: line, quote: 0, bold: [{ start: 0, end: line.length }] })),
      text.map((line): Block => ({ type: 'citation', text: line, quote: 0, url: '/r/a#0-1' })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 120 }), (blocks) => {
        const reply = replyOf(blocks);
        const messages = renderMessages(reply, OPTIONS);
        expect(messages.map((message) => message.text).join('\n')).toBe(reply.answer.text);
        for (const message of messages) {
          expect([...message.text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
          expect(message.entities.length).toBeLessThanOrEqual(MAX_ENTITIES);
          expect(message.text.isWellFormed()).toBe(true);
          for (const { offset, length } of message.entities) {
            expect(length).toBeGreaterThan(0);
            expect(message.text.slice(offset, offset + length).isWellFormed()).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
