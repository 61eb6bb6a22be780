import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askModel } from '../../src/answer/model/ask-model.ts';
import { createOpenAiClient } from '../../src/worker/model/openai-client.ts';
import { createModelServer, type ModelScript, type ModelServer } from '../double/model-server.ts';

const KEY = 'sk-canary-that-nobody-may-see';
let server: ModelServer;
beforeAll(async () => {
  server = await createModelServer(() => 'x');
});
afterAll(() => server.close());

const MEGABYTE = 1_048_576;

/** What comes of a script, and how many requests it took. */
const CASES: readonly { name: string; script: ModelScript; reason: string; calls: number }[] = [
  { name: 'is silent', script: 'hang', reason: 'timeout', calls: 1 },
  { name: 'hangs up', script: 'cut', reason: 'unreachable', calls: 2 },
  { name: 'hangs up in its answer', script: 'cut_body', reason: 'unreachable', calls: 2 },
  {
    name: 'has no capacity',
    script: { status: 429, headers: { 'retry-after': '60' } },
    reason: 'rate_limited',
    calls: 1,
  },
  { name: 'breaks', script: { status: 500, body: 'oops' }, reason: 'server_error', calls: 2 },
  { name: 'does not take the key', script: { status: 401, body: KEY }, reason: 'refused', calls: 1 },
  {
    name: 'redirects',
    script: { status: 302, headers: { location: 'http://evil.example/' } },
    reason: 'refused',
    calls: 1,
  },
  { name: 'is empty', script: { status: 200, body: '' }, reason: 'bad_response', calls: 2 },
  { name: 'writes no JSON', script: { status: 200, body: '<html>' }, reason: 'bad_response', calls: 2 },
  { name: 'writes a megabyte', script: { status: 200, body: 'x'.repeat(MEGABYTE) }, reason: 'bad_response', calls: 2 },
  { name: 'has another schema', script: { status: 200, body: '{"choices":[]}' }, reason: 'bad_response', calls: 2 },
  { name: 'writes nothing', script: '', reason: 'bad_response', calls: 2 },
];

function ask() {
  const complete = createOpenAiClient({ type: 'openai', url: server.url, key: KEY, name: 'm' }, fetch);
  return askModel(complete, { prompt: 'p', data: { question: 'q' }, signal: AbortSignal.timeout(400), maxTokens: 10 });
}

describe('createOpenAiClient()', () => {
  it('sends prompt and data apart and gives the text with what it cost', async () => {
    server.script = () => '<think>1 + 1</think>{"a":1}';
    expect(await ask()).toEqual({ ok: true, text: '{"a":1}', tokens: 42 });
    const { authorization, system, user, model } = server.calls.at(-1)!;
    expect({ authorization, system, user, model }).toEqual({
      authorization: `Bearer ${KEY}`,
      system: 'p',
      user: '{"question":"q"}',
      model: 'm',
    });
  });

  it.each(CASES)('gives a reason when the provider $name', async ({ script, reason, calls }) => {
    server.script = () => script;
    const before = server.calls.length;
    expect(await ask()).toEqual({ ok: false, reason, tokens: null });
    expect(server.calls.length - before).toBe(calls);
  });

  it('sends nothing that the protocol does not know', () => {
    expect(server.violations).toEqual([]);
  });
});
