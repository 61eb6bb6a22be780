import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalWorker, startLocalWorker } from '../../src/cli/local-worker.ts';
import { relayUpdate } from '../../src/cli/relay-update.ts';
import { type BotApiDouble, createBotApiDouble } from '../double/bot-api-double.ts';

const PROGRAM = join(import.meta.dirname, '../../src/cli/poll.ts');
const TOKEN = '123456:CANARY-token-that-nobody-may-see';
const SECRET = 'a-secret_of-the-webhook';
const PATIENCE = 30_000;

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Run {
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
  stop(): void;
}

function run(environment: Record<string, string>, args: readonly string[] = []): Run {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  return { printed: () => printed, ended, stop: () => void child.kill('SIGINT') };
}

async function until(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!isDone() && performance.now() < deadline) await setTimeout(20);
  expect(isDone()).toBe(true);
}

let double: BotApiDouble;
let environment: Record<string, string>;
beforeEach(async () => {
  double = await createBotApiDouble({ token: TOKEN });
  environment = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_SECRET: SECRET, TELEGRAM_API_ROOT: double.apiRoot };
});
afterEach(() => double.close());

describe('npm run poll', () => {
  let worker: LocalWorker;
  let state: string;
  beforeAll(async () => {
    state = await mkdtemp(join(tmpdir(), 'poll-'));
  });
  afterAll(() => rm(state, { recursive: true, force: true }));

  it('brings updates to the Worker, each once and in order, and goes on after an outage', async () => {
    const vars = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_SECRET: SECRET, TELEGRAM_API_ROOT: double.apiRoot };
    worker = await startLocalWorker({ port: 0, vars, state });
    double.script({ method: 'getUpdates' }, { kind: 'page', status: 502 });
    for (const chat of [1, 2, 1]) double.people.say({ chat, text: '/help' });
    const { printed, stop, ended } = run(environment, ['--worker', worker.url]);
    try {
      const sent = () => double.journal.filter(({ method }) => method === 'sendMessage');
      await until(() => sent().length === 3 && double.state.updates.pending.length === 0);
      expect(
        sent()
          .map(({ parameters }) => parameters.chat_id)
          .sort(),
      ).toEqual([1, 1, 2]);
      expect(double.journal[0]?.method).toBe('deleteWebhook');
      const polls = double.journal.filter(({ method }) => method === 'getUpdates');
      expect(polls.map(({ status, parameters }) => [status, parameters.offset]).slice(0, 2)).toEqual([
        [502, 0],
        [200, 0],
      ]);
      expect(polls[0]?.parameters.allowed_updates).toContain('inline_query');
      expect(double.violations()).toEqual([]);
      expect(printed()).toContain('连接中断，稍后再试');
      expect(printed()).not.toContain('CANARY');
    } finally {
      stop();
      await ended;
      await worker.stop();
    }
  });

  it.each([401, 409])('ends with Telegram’s words and without the token at %i', async (status) => {
    double.failNext('getUpdates', { ok: false, error_code: status, description: `Refused for bot${TOKEN}` });
    const { printed, ended } = run(environment);
    expect(await ended).toBe(1);
    expect(printed()).toContain('poll: Telegram 没有接受 getUpdates：Refused for bot[token]\n');
    expect(printed()).not.toContain('CANARY');
  });

  it('names the variable that is missing and calls nobody', async () => {
    const { printed, ended } = run({ ...environment, TELEGRAM_SECRET: '' });
    expect(await ended).toBe(1);
    expect(printed()).toMatch(/^poll: 环境变量 TELEGRAM_SECRET 没有设置/u);
    expect(double.journal).toEqual([]);
  });
});

describe('relayUpdate()', () => {
  it('tries until the Worker has it, with the secret', async () => {
    const secrets: unknown[] = [];
    const server = createServer((request, response) => {
      secrets.push(request.headers['x-telegram-bot-api-secret-token']);
      response.writeHead(secrets.length === 1 ? 503 : 200).end();
    });
    await relayUpdate({ update_id: 1 }, { worker: await listen(server), secret: SECRET });
    server.close();
    expect(secrets).toEqual([SECRET, SECRET]);
  });
});
