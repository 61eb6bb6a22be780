import { describe, expect, it } from 'vitest';
import { createHarness, post, textUpdate } from '../harness.ts';
import { ARTEFACT, REPLY } from '../invented.ts';

const DIMENSION = 4;
const VECTOR = [1, 0, 0, 0];

/** The harness's artefact, built with an embedder elsewhere. */
function builtWith(name: string) {
  return { artefact: { ...ARTEFACT, manifest: { ...ARTEFACT.manifest, embedder: { name, dimension: DIMENSION } } } };
}

function createAi(answer: (texts: readonly string[]) => unknown) {
  const asked: { model: string; text: readonly string[] }[] = [];
  return {
    asked,
    async run(model: string, input: { readonly text?: readonly string[] }) {
      if (input.text === undefined) return { response: '' };
      asked.push({ model, text: input.text });
      return answer(input.text);
    },
  };
}

async function healthOf(harness: ReturnType<typeof createHarness>): Promise<unknown> {
  const response = await harness.app.request('/health', {}, harness.bindings);
  const { index } = (await response.json()) as { index: { embedder: unknown } };
  return index.embedder;
}

const BGE = 'workers-ai/@cf/baai/bge-m3';

describe('embedQuestion()', () => {
  it('embeds the question with the model that the index names', async () => {
    const ai = createAi(() => ({ data: [VECTOR] }));
    const near: number[][] = [];
    const harness = createHarness({
      bindings: { AI: ai },
      parts: builtWith(BGE),
      near: (vector) => near.push([...vector]),
    });
    await post(harness, textUpdate('低保对象有多少人'));
    expect(ai.asked).toEqual([{ model: '@cf/baai/bge-m3', text: ['低保对象有多少人'] }]);
    expect(near).toEqual([VECTOR]);
    expect(await healthOf(harness)).toEqual({ name: BGE, dimension: DIMENSION, questions: 'ready' });
  });

  it.each<[string, () => unknown, string]>([
    ['another dimension', () => ({ data: [[1, 2]] }), 'dimension 2'],
    ['another shape', () => ({ vectors: [VECTOR] }), 'bad_response'],
    ['too many vectors', () => ({ data: [VECTOR, VECTOR] }), 'bad_response'],
    ['an error', () => Promise.reject(new Error('3040')), 'server_error'],
    ['nothing in time', () => new Promise(() => undefined), 'timeout'],
  ])('answers without a vector when the model gives %s', async (_, answer, detail) => {
    const near: number[][] = [];
    const bindings = { AI: createAi(answer) };
    const harness = createHarness({ bindings, parts: builtWith(BGE), near: (vector) => near.push([...vector]) });
    await post(harness, textUpdate('低保对象有多少人'));
    expect(harness.calls.map(({ parameters }) => parameters.text)).toEqual([REPLY.answer.text]);
    expect(near).toEqual([]);
    expect(harness.lines.find((line) => line.includes('embedding_failed'))).toContain(detail);
  });

  it.each([
    [BGE, {}, 'AI'],
    ['openai/bge-m3', { AI: createAi(() => ({})) }, 'EMBEDDING_URL, EMBEDDING_NAME=bge-m3'],
    [
      'openai/bge-m3',
      { EMBEDDING_URL: 'https://e.example/v1', EMBEDDING_NAME: 'other' },
      'EMBEDDING_URL, EMBEDDING_NAME=bge-m3',
    ],
  ])(
    'ranks %s without vectors where its model is not configured, and /health says so',
    async (name, bindings, needs) => {
      const harness = createHarness({ bindings, parts: builtWith(name) });
      await post(harness, textUpdate('低保对象有多少人'));
      expect(harness.calls.map(({ parameters }) => parameters.text)).toEqual([REPLY.answer.text]);
      expect(await healthOf(harness)).toEqual({ name, dimension: DIMENSION, questions: 'without_vectors', needs });
    },
  );

  it('asks nobody where the index embeds questions itself', async () => {
    const ai = createAi(() => ({ data: [VECTOR] }));
    const harness = createHarness({ bindings: { AI: ai }, parts: builtWith('lsa') });
    await post(harness, textUpdate('低保对象有多少人'));
    expect(ai.asked).toEqual([]);
    expect(await healthOf(harness)).toEqual({ name: 'lsa', dimension: DIMENSION, questions: 'local' });
  });
});
