import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/block.ts';
import { createHarness, type Harness, post, textUpdate } from '../harness.ts';
import { REPLY } from '../invented.ts';

const GOOD = JSON.stringify({ sentences: [{ text: '根据报告，{{F1.what}}为{{F1}}。', cites: ['Q1'] }] });
const WORDED = '根据报告，';
/** The invented reply with its figure. */
const ANSWER: Reply = {
  ...REPLY,
  answer: {
    ...REPLY.answer,
    figures: [
      {
        ...{ value: 85_000, min: null, max: null, unit: '个', raw: '8.5万个', approx: null, kind: 'actual' },
        ...{ property: '新增𠮷场', region: '甲市', period: '2020', quote: 0 },
      },
    ],
  },
};
const reply = () => ANSWER;

/** A Workers AI binding that answers as it is told, and what it was asked. */
function createAi(answer: (asked: { model: string; input: unknown }) => unknown) {
  const asked: { model: string; input: unknown }[] = [];
  return {
    asked,
    async run(model: string, input: unknown) {
      asked.push({ model, input });
      return answer({ model, input });
    },
  };
}

function from(user: number, text = '问', message_id = 3) {
  const person = { id: user, is_bot: false, first_name: 'U', language_code: 'zh-hans' };
  return textUpdate(text, { message_id, from: person, chat: { ...person, type: 'private' } });
}

function texts({ calls }: Harness): unknown[] {
  return calls.map(({ parameters }) => parameters.text);
}

describe('answerWithModel()', () => {
  it('words an answer with the Workers AI binding, and asks once for the same question', async () => {
    const ai = createAi(() => ({ response: GOOD, usage: { total_tokens: 9 } }));
    const harness = createHarness({ reply, bindings: { AI: ai } });
    await post(harness, from(5));
    await post(harness, from(6));
    expect(ai.asked).toHaveLength(1);
    expect(ai.asked[0]?.model).toBe('@cf/qwen/qwen3-30b-a3b-fp8');
    for (const text of texts(harness)) expect(text).toContain(WORDED);
    const lines = harness.lines.filter((line) => line.includes('model_asked'));
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      name: 'compose',
      detail: 'used',
      prompt: expect.stringMatching(/^[0-9a-f]{8}$/u),
    });
  });

  it.each([
    ['throws', () => Promise.reject(new Error('5006: oops'))],
    ['has no capacity', () => Promise.reject(new Error('3040: No more data centers'))],
    ['is empty', () => ({})],
    ['gives no text', () => ({ response: '' })],
    ['gives an object', () => ({ response: { sentences: [] } })],
    ['gives a megabyte', () => ({ response: 'x'.repeat(1_048_576) })],
    ['invents', () => ({ response: GOOD.replace('{{F1}}', '99人') })],
  ])('sends the extractive answer when the binding %s', async (_, answer) => {
    const harness = createHarness({ reply, bindings: { AI: createAi(answer) } });
    const response = await post(harness, from(5));
    expect(response.status).toBe(200);
    expect(texts(harness)).toEqual([REPLY.answer.text]);
  });

  it('goes on without the model over the caps of a user, a chat and the day', async () => {
    const ai = createAi(() => ({ response: GOOD, usage: { total_tokens: 9 } }));
    // Six calls a day: one for each user, whose private chat might take two.
    const harness = createHarness({ reply, bindings: { AI: ai, MODEL_DAILY_CALLS: '6' } });
    for (let user = 1; user <= 8; user++) {
      for (let i = 0; i < 2; i++) await post(harness, from(user, `问${user}${i}`, 10 + i));
    }
    const worded = texts(harness).filter((text) => String(text).includes(WORDED));
    console.log(
      `model budget: ${harness.calls.length} answers, ${ai.asked.length} calls of 6 allowed, ${worded.length} worded`,
    );
    expect(harness.calls).toHaveLength(16);
    expect(ai.asked).toHaveLength(6);
    expect(worded).toHaveLength(6);
    expect(harness.lines.some((line) => line.includes('failed over_budget'))).toBe(true);
  });

  it('asks nothing without a provider', async () => {
    const harness = createHarness();
    await post(harness, from(5));
    expect(texts(harness)).toEqual([REPLY.answer.text]);
    expect(harness.lines.filter((line) => line.includes('model'))).toEqual([]);
  });

  it('tells owners what became of what was asked', async () => {
    let calls = 0;
    const ai = createAi(() => ({ response: calls++ === 0 ? GOOD : '{}', usage: { total_tokens: 9 } }));
    const harness = createHarness({ reply, bindings: { AI: ai, OWNER_IDS: '5' } });
    await post(harness, from(5, '问甲', 1));
    await post(harness, from(5, '问乙', 2));
    await post(harness, from(5, '/admin', 3));
    const shown = String(texts(harness).at(-1));
    expect(shown).toContain('模型（7天）请求2，约18个token');
    expect(shown).toContain('· compose used 1');
    expect(shown).toContain('· compose refused wrong_schema 1');
  });

  it.each([
    ['MODEL_URL', { MODEL_URL: 'ftp://model.example', MODEL_NAME: 'm' }],
    ['MODEL_URL', { MODEL_URL: 'http://model.example', MODEL_NAME: 'm' }],
    ['MODEL_URL', { MODEL_URL: 'https://user:pass@model.example', MODEL_NAME: 'm' }],
    ['MODEL_NAME', { MODEL_URL: 'https://model.example/v1' }],
    ['MODEL_NAME', { MODEL_URL: 'https://model.example/v1', MODEL_NAME: 'a b' }],
    ['MODEL_DAILY_CALLS', { MODEL_DAILY_CALLS: 'many' }],
    ['AI', { AI: 'yes' }],
  ])('names %s when it is wrong', async (name, bindings) => {
    const harness = createHarness({ bindings });
    await post(harness, from(5));
    expect(harness.lines.join('\n')).toContain(`"name":"${name}"`);
    expect(harness.lines.join('\n')).not.toContain('user:pass');
  });
});
