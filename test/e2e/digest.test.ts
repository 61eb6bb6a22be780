import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalWorker, startLocalWorker } from '../../src/cli/local-worker.ts';
import { type BotApiDouble, createBotApiDouble } from '../double/bot-api-double.ts';

const TOKEN = '123456:token-of-the-digest-test';
const SECRET = 'secret-of-the-digest-test';
const PERSON = { id: 77, is_bot: false, first_name: 'Reader', language_code: 'zh-hans' } as const;
/** Milliseconds in which a message has to come. */
const PATIENCE = 20_000;

const state = mkdtempSync(join(tmpdir(), 'digest-'));
let double: BotApiDouble;
let worker: LocalWorker;
beforeAll(async () => {
  double = await createBotApiDouble({ token: TOKEN, now: Date.now });
  const vars = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_SECRET: SECRET, TELEGRAM_API_ROOT: double.apiRoot };
  worker = await startLocalWorker({ port: 0, vars, state });
}, 60_000);
afterAll(async () => {
  await worker?.stop();
  await double?.close();
  await rm(state, { recursive: true, force: true });
}, 60_000);

let updates = 0;

/** Sends a command and waits until so many messages have come. */
async function command(text: string, expected: number): Promise<readonly string[]> {
  const before = double.state.messages(PERSON.id).length;
  const message = {
    ...{ message_id: double.state.nextMessageId(PERSON.id), date: 1_700_000_000, from: PERSON, text },
    chat: { id: PERSON.id, type: 'private', first_name: 'Reader' },
    entities: [{ type: 'bot_command', offset: 0, length: '/digest'.length }],
  };
  const response = await fetch(`${worker.url}/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET },
    body: JSON.stringify({ update_id: ++updates, message }),
  });
  expect(response.status).toBe(200);
  const texts = () => double.state.messages(PERSON.id).slice(before);
  const deadline = performance.now() + PATIENCE;
  while (texts().length < expected && performance.now() < deadline) await setTimeout(5);
  return texts().map((sent) => sent.text ?? '');
}

describe('digests from the Worker as it is deployed', () => {
  it('come by their own queue, once, however often the cron looks', async () => {
    expect((await command('/digest on', 1))[0]).toContain('每日摘要：开');
    const sent = await command('/digest now', 2);
    expect(sent.filter((text) => text.includes('今日话题'))).toHaveLength(1);
    for (let i = 0; i < 3; i++) {
      const tick = await fetch(`${worker.url}/cdn-cgi/handler/scheduled?cron=*/5+*+*+*+*`);
      expect(tick.status).toBe(200);
    }
    expect(await command('/digest now', 1)).toEqual(['今天的摘要已经有了，一天只发一次。']);
    expect((await command('/digest why', 1))[0]).toContain('最近一次发出');
    expect(double.violations()).toEqual([]);
  });

  it('are shown on a page', async () => {
    const page = await fetch(`${worker.url}/digest`, { headers: { accept: 'text/html' } });
    expect([page.status, (await page.text()).includes('今日话题')]).toEqual([200, true]);
  });
});
