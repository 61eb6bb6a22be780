import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** The double, with updates to be fetched. */
interface Polled {
  readonly apiRoot: string;
  readonly updates: object[];
  /** Statuses with which the next calls of getUpdates are refused. */
  readonly refusals: number[];
  /** What getUpdates was called with. */
  readonly calls: { offset?: number; allowed_updates?: string[] }[];
  close(): void;
}

async function poll({ apiRoot }: BotApiDouble): Promise<Polled> {
  const [updates, refusals, calls]: [object[], number[], Polled['calls']] = [[], [], []];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const json = (status: number, content: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    };
    if (request.url?.endsWith('/getUpdates') !== true) {
      const headers = { 'content-type': 'application/json' };
      const forwarded = await fetch(`${apiRoot}${request.url}`, { method: 'POST', headers, body });
      return json(forwarded.status, (await forwarded.json()) as object);
    }
    const parameters = JSON.parse(body) as { offset: number };
    calls.push(parameters);
    const status = refusals.shift();
    if (status !== undefined) return json(status, { ok: false, error_code: status, description: REFUSED });
    const waiting = updates.filter((update) => Number(Reflect.get(update, 'update_id')) >= parameters.offset);
    if (waiting.length === 0) await setTimeout(100);
    json(200, { ok: true, result: waiting });
  });
  const root = await listen(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { apiRoot: root, updates, refusals, calls, close };
}

const REFUSED = `Refused for bot${TOKEN}`;

function question(update_id: number, chat: number) {
  const from = { id: chat, is_bot: false, first_name: 'Reader' };
  const message = { message_id: update_id, date: 1, chat: { ...from, type: 'private' }, from, text: '/help' };
  return { update_id, message: { ...message, entities: [{ type: 'bot_command', offset: 0, length: 5 }] } };
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
let polled: Polled;
let environment: Record<string, string>;
beforeEach(async () => {
  double = await createBotApiDouble({ token: TOKEN });
  polled = await poll(double);
  environment = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_SECRET: SECRET, TELEGRAM_API_ROOT: polled.apiRoot };
});
afterEach(async () => {
  polled.close();
  await double.close();
});

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
    polled.refusals.push(502);
    polled.updates.push(question(7, 1), question(8, 2), question(9, 1));
    const { printed, stop, ended } = run(environment, ['--worker', worker.url]);
    try {
      const sent = () => double.journal.filter(({ method }) => method === 'sendMessage');
      await until(() => sent().length === 3 && polled.calls.at(-1)?.offset === 10);
      expect(
        sent()
          .map(({ parameters }) => parameters.chat_id)
          .sort(),
      ).toEqual([1, 1, 2]);
      expect(double.journal[0]?.method).toBe('deleteWebhook');
      expect(polled.calls.map(({ offset }) => offset).slice(0, 3)).toEqual([0, 0, 10]);
      expect(polled.calls[0]?.allowed_updates).toContain('inline_query');
      expect(printed()).toContain('连接中断，稍后再试');
      expect(printed()).not.toContain('CANARY');
    } finally {
      stop();
      await ended;
      await worker.stop();
    }
  });

  it.each([401, 409])('ends with Telegram’s words and without the token at %i', async (status) => {
    polled.refusals.push(status);
    const { printed, ended } = run(environment);
    expect(await ended).toBe(1);
    expect(printed()).toContain('poll: Telegram 没有接受 getUpdates：Refused for bot[token]\n');
    expect(printed()).not.toContain('CANARY');
  });

  it('names the variable that is missing and calls nobody', async () => {
    const { printed, ended } = run({ ...environment, TELEGRAM_SECRET: '' });
    expect(await ended).toBe(1);
    expect(printed()).toMatch(/^poll: 环境变量 TELEGRAM_SECRET 没有设置/u);
    expect([double.journal, polled.calls]).toEqual([[], []]);
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
