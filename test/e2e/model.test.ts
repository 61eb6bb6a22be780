import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import { type LocalWorker, startLocalWorker } from '../../src/cli/local-worker.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { yearInChina } from '../../src/worker/year-in-china.ts';
import { type BotApiDouble, createBotApiDouble } from '../double/bot-api-double.ts';
import { createModelServer, type ModelScript, type ModelServer } from '../double/model-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOKEN = '123456:token-of-the-model-test';
const SECRET = 'secret-of-the-model-test';
const KEY = 'sk-canary-of-the-model-test';
const QUESTION = '2018年温州低保对象有多少人';
const DRAFT = '{"sentences":[{"text":"根据报告，{{F1.when}}{{F1.where}}{{F1.what}}为{{F1}}。","cites":["Q1"]}]}';
/** Milliseconds in which an answer has to come: the model has twelve seconds, then the extractive answer goes out. */
const PATIENCE = 25_000;

const state = mkdtempSync(join(tmpdir(), 'model-'));
let double: BotApiDouble;
let model: ModelServer;
let worker: LocalWorker;
let plain: string;

beforeAll(async () => {
  double = await createBotApiDouble({ token: TOKEN, now: Date.now });
  model = await createModelServer(() => DRAFT);
  const vars = {
    ...{ TELEGRAM_TOKEN: TOKEN, TELEGRAM_SECRET: SECRET, TELEGRAM_API_ROOT: double.apiRoot },
    ...{ MODEL_URL: model.url, MODEL_NAME: 'model-of-the-test', MODEL_KEY: KEY },
  };
  worker = await startLocalWorker({ port: 0, vars, state });
  const artefact = await loadArtefact(join(ROOT, 'index'));
  const backend = createOramaBackend(artefact);
  plain = createAnswerer({ artefact, backend, thisYear: yearInChina(Date.now()) }).reply(QUESTION).answer.text;
});
afterAll(async () => {
  await worker?.stop();
  await double?.close();
  await model?.close();
  await rm(state, { recursive: true, force: true });
});

let updates = 0;

/** Asks in a chat of its own and gives what the bot sent there. */
async function ask(chat: number, text: string): Promise<string> {
  const from = { id: chat, is_bot: false, first_name: 'Reader' };
  const message = {
    message_id: double.state.nextMessageId(chat),
    date: 1,
    chat: { ...from, type: 'private' },
    from,
    text,
  };
  const response = await fetch(`${worker.url}/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET },
    body: JSON.stringify({ update_id: ++updates, message }),
  });
  expect(response.status).toBe(200);
  const deadline = performance.now() + PATIENCE;
  const messages = () => double.state.messages(chat).filter(({ reply_markup }) => reply_markup !== undefined);
  while (messages().length === 0 && performance.now() < deadline) await setTimeout(20);
  return messages().at(-1)?.text ?? '';
}

const FAILURES: readonly { name: string; script: ModelScript }[] = [
  { name: 'never answers', script: 'hang' },
  { name: 'hangs up', script: 'cut' },
  { name: 'hangs up in its answer', script: 'cut_body' },
  { name: 'has no capacity', script: { status: 429 } },
  { name: 'breaks', script: { status: 500 } },
  { name: 'is empty', script: { status: 200, body: '' } },
  { name: 'writes no JSON', script: { status: 200, body: '<html>' } },
  { name: 'writes a megabyte', script: { status: 200, body: 'x'.repeat(1_048_576) } },
  { name: 'has another schema', script: { status: 200, body: '{"choices":[{"text":"x"}]}' } },
  { name: 'writes a draft of another schema', script: '{"answer":"99人"}' },
  { name: 'invents a number', script: DRAFT.replace('{{F1}}', '99人') },
];

describe('the Worker in workerd, with a model', () => {
  it('words the answer in front of the quote', async () => {
    const text = await ask(1, QUESTION);
    expect(text).toContain('根据报告，2018年温州市低保对象为14.7万人。 [1]');
    for (const line of plain.split('\n')) expect(text).toContain(line);
  });

  it.each(FAILURES)('sends the extractive answer when the model $name', async ({ name, script }) => {
    model.script = () => script;
    const chat = 100 + FAILURES.findIndex((failure) => failure.name === name);
    const before = model.calls.length;
    // Another wording for each, lest an earlier draft of the model be used again.
    expect(await ask(chat, `${QUESTION}${'？'.repeat(chat)}`)).toBe(plain);
    expect(model.calls.length).toBeGreaterThan(before);
    expect(double.state.messages(chat).filter(({ reply_markup }) => reply_markup !== undefined)).toHaveLength(1);
  });

  it('sends the key to the model alone', () => {
    expect(model.calls.every(({ authorization, raw }) => authorization === `Bearer ${KEY}` && !raw.includes(KEY))).toBe(
      true,
    );
    expect(JSON.stringify(double.journal)).not.toContain(KEY);
    expect(model.violations).toEqual([]);
    expect(double.journal.length).toBeGreaterThan(FAILURES.length);
  });
});
