import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Reply } from '../../src/core/block.ts';
import { renderMessages } from '../../src/worker/telegram/message.ts';
import { acceptText } from '../double/text/accept-text.ts';

/** WENJU_RUNS=100000 in `npm run check:full`. */
const RUNS = Number(process.env.WENJU_RUNS ?? 2000);
/** What careless bots stumble over: markup, surrogates, direction marks, controls, white space, numbers. */
const UNITS = [
  ...['<b>', '</', '&', '&lt;', '*', '_', '`', '[', '](tg://user?id=1)', '@admin', '/start', '#', 'https://x.y'],
  ...[
    '一',
    '𠮷',
    '😀',
    '👨‍👩‍👧',
    'e\u0301',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u0000',
    '\n',
    ' ',
    '，',
    '。',
    '14.7万',
    '**个',
  ],
];
const text = fc.string({ unit: fc.constantFrom(...UNITS), minLength: 1, maxLength: 60 }).map((one) => `字${one}字`);
/** A corpus holds no controls and no marks of direction: cleaning has taken them out, as Telegram would. */
const HELD = UNITS.filter((unit) => !/[\u0000\u202e]/u.test(unit));
const quoteText = fc.string({ unit: fc.constantFrom(...HELD), minLength: 1, maxLength: 80 }).map((one) => `文${one}文`);
const pair = quoteText.map((one): Block[] => [
  { type: 'quote', text: one, quote: 0, bold: [{ start: 0, end: 1 }] },
  { type: 'citation', text: '——《年报》基本', quote: 0, url: '/r/a#0-1' },
]);
const line = fc.oneof(
  text.map((one): Block[] => [{ type: 'line', text: one }]),
  text.map((one): Block[] => [{ type: 'headline', text: one }]),
  fc.tuple(text, fc.integer({ min: 1, max: 90 })).map(([one, n]): Block[] => [{ type: 'line', text: one.repeat(n) }]),
);
const blocks = fc.array(fc.oneof(pair, line), { minLength: 1, maxLength: 24 }).map((groups) => groups.flat());

const QUOTE = {
  report: 'a',
  start: 0,
  end: 1,
  text: '文',
  display: '文',
  title: '年报',
  place: '基本',
  url: '/r/a#0-1',
};

function replyOf(all: readonly Block[]): Reply {
  const answer = { type: 'answer', reason: null, figures: [], caveats: [] } as const;
  return { answer: { ...answer, quotes: [QUOTE], text: all.map((block) => block.text).join('\n') }, blocks: all };
}

describe('renderMessages()', () => {
  it('6, 7: is never refused, delivers quotes as they are, and splits none', { timeout: 600_000 }, () => {
    let messages = 0;
    let quotes = 0;
    let refused = 0;
    let torn = 0;
    fc.assert(
      fc.property(blocks, (all) => {
        const delivered: string[] = [];
        for (const { text, entities } of renderMessages(replyOf(all), { publicUrl: 'https://wenju.example' })) {
          messages++;
          const accepted = acceptText({ text, entities });
          if (!accepted.ok) {
            refused++;
            continue;
          }
          const { sent } = accepted;
          for (const { type, offset, length } of sent.entities)
            if (type.endsWith('blockquote')) delivered.push(sent.text.slice(offset, offset + length));
        }
        const quoted = all.filter(({ type }) => type === 'quote');
        quotes += quoted.length;
        torn += quoted.filter((block, i) => delivered[i] !== block.text).length;
      }),
      { numRuns: RUNS },
    );
    console.log(
      `promises 6 and 7: ${RUNS} answers, ${messages} messages, ${refused} refused, ${quotes} quotes, ${torn} changed or split`,
    );
    expect([refused, torn]).toEqual([0, 0]);
  });
});
