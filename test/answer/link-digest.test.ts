import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { checkReply } from '../../src/answer/check-reply.ts';
import { linkDigest } from '../../src/answer/model/link-digest.ts';
import type { Reply } from '../../src/core/block.ts';
import { createInventedArtefact, createInventedBackend } from './invented-artefact.ts';

const artefact = createInventedArtefact();
const answerer = createAnswerer({ artefact, backend: createInventedBackend(artefact) });
const reply = answerer.reply('2021年临湖低保对象有多少人');
const PARTS = [
  { reply: answerer.reply('2022年望川结婚登记多少对'), item: null },
  { reply, item: 'an item' },
];

async function link(response: string) {
  const asked: unknown[] = [];
  const linked = await linkDigest(PARTS, {
    complete: async (messages) => {
      asked.push(...messages);
      return { text: response, tokens: 3 };
    },
    ...{ prompt: 'digest', signal: AbortSignal.timeout(1000) },
    check: (one: Reply) => checkReply(one, artefact),
  });
  return { ...linked, asked };
}

describe('linkDigest()', () => {
  it('puts a sentence in front of the first item', async () => {
    const { parts, step, asked } = await link('{"sentence": "今天看低保对象，以下都出自工作报告原文。"}');
    expect(step).toEqual({ task: 'digest', outcome: 'used', reason: null, tokens: 3 });
    expect(parts[0]).toBe(PARTS[0]);
    expect(parts[1]?.item).toBe('an item');
    expect(parts[1]?.reply.blocks[0]).toEqual({ type: 'line', text: '今天看低保对象，以下都出自工作报告原文。' });
    expect(parts[1]?.reply.blocks.slice(1)).toEqual(reply.blocks);
    expect(asked).toEqual([
      { role: 'system', content: 'digest' },
      {
        role: 'user',
        content: expect.stringContaining('{"items":[{"what":"低保对象","where":"临湖市","when":"2021"}'),
      },
    ]);
  });

  it.each([
    ['a number', '{"sentence": "今天看3项低保对象。"}', 'number'],
    ['a Han numeral', '{"sentence": "今天看三项低保对象。"}', 'number'],
    ['another subject', '{"sentence": "今天看火星移民。"}', 'unsupported_word'],
    ['a place', '{"sentence": "今天看临湖市低保对象。"}', 'unsupported_word'],
    ['a judgement', '{"sentence": "今天看低保对象，成绩喜人。"}', 'unsupported_word'],
    ['a direction', '{"sentence": "今天看低保对象增长。"}', 'unsupported_word'],
    ['a link', '{"sentence": "见 https://evil.example"}', 'link'],
    ['too much', `{"sentence": "${'今天看低保对象'.repeat(10)}"}`, 'too_long'],
    ['nothing', '{"sentence": ""}', 'wrong_schema'],
    ['prose', '今天看低保对象', 'not_json'],
  ])('leaves the digest as it is when the model writes %s', async (_, response, reason) => {
    const { parts, step } = await link(response);
    expect(step).toMatchObject({ outcome: 'refused', reason });
    expect(parts).toBe(PARTS);
  });

  it('asks nothing for a digest without an item', async () => {
    const parts = PARTS.slice(0, 1);
    const complete = () => Promise.reject(new Error('asked'));
    const linking = { complete, prompt: 'digest', signal: AbortSignal.timeout(1000), check: () => [] };
    expect(await linkDigest(parts, linking)).toEqual({ parts, step: null });
  });
});
