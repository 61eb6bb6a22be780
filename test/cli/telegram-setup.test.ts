import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setUpTelegram } from '../../src/cli/set-up-telegram.ts';
import { type BotApiDouble, createBotApiDouble } from '../double/bot-api-double.ts';
import { generateSchema } from '../double/schema/generate.ts';
import type { BotApiSchema } from '../double/schema/schema.ts';

const TOKEN = '123456:CANARY-token-that-nobody-may-see';
const SECRET = 'a-secret-of-at-least-32-characters';
const PROGRAM = join(import.meta.dirname, '../../src/cli/telegram-setup.ts');
let schema: BotApiSchema;
let double: BotApiDouble;
let environment: Record<string, string>;

beforeAll(() => {
  schema = generateSchema();
});
beforeEach(async () => {
  double = await createBotApiDouble({ token: TOKEN, schema });
  environment = {
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_SECRET: SECRET,
    PUBLIC_URL: 'https://wenju.example/',
    TELEGRAM_API_ROOT: double.apiRoot,
  };
});
afterEach(() => double.close());

const COMMANDS = [
  ...['start', 'help', 'ask', 'compare', 'figures', 'verify'],
  ...['reports', 'sources', 'digest', 'settings', 'forget', 'about'],
];

describe('setUpTelegram()', () => {
  it('sets webhook, secret, kinds of update and commands', async () => {
    const report = await setUpTelegram(environment);
    expect(double.violations()).toEqual([]);
    expect(double.state.webhookSecret).toBe(SECRET);
    expect(double.state.webhook).toMatchObject({
      url: 'https://wenju.example/telegram',
      allowed_updates: ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'],
    });
    const names = [undefined, 'zh', 'en'].map((language) =>
      double.state.commands(undefined, language).map(({ command }) => command),
    );
    expect(names).toEqual([COMMANDS, COMMANDS, COMMANDS]);
    expect(double.state.commands(undefined, 'en')[0]?.description).toMatch(/^[ -~]+$/u);
    expect(report).toContain('"url": "https://wenju.example/telegram"');
    expect(report).not.toMatch(/CANARY|a-secret/u);
  });

  it('changes nothing the second time', async () => {
    const first = await setUpTelegram(environment);
    const state = structuredClone(double.state.webhook);
    expect(await setUpTelegram(environment)).toBe(first);
    expect(double.state.webhook).toEqual(state);
    expect(double.violations()).toEqual([]);
  });

  it.each([
    ['TELEGRAM_TOKEN', undefined, /^环境变量 TELEGRAM_TOKEN 没有设置/u],
    ['TELEGRAM_TOKEN', 'nonsense', /^环境变量 TELEGRAM_TOKEN 不合要求/u],
    ['TELEGRAM_SECRET', undefined, /^环境变量 TELEGRAM_SECRET 没有设置/u],
    ['TELEGRAM_SECRET', 'with space', /^环境变量 TELEGRAM_SECRET 不合要求/u],
    ['PUBLIC_URL', undefined, /^环境变量 PUBLIC_URL 没有设置/u],
    ['PUBLIC_URL', 'wenju.example', /^环境变量 PUBLIC_URL 不合要求/u],
    ['PUBLIC_URL', 'http://wenju.example', /^环境变量 PUBLIC_URL 必须以 https/u],
  ])('names %s when it is %s, and calls nobody', async (name, value, message) => {
    await expect(setUpTelegram({ ...environment, [name]: value })).rejects.toThrow(message);
    expect(double.journal).toEqual([]);
  });

  it('tells what Telegram refused, in its words', async () => {
    double.failNext('setWebhook', {
      ok: false,
      error_code: 400,
      description: 'Bad Request: bad webhook: IP address is reserved',
    });
    await expect(setUpTelegram(environment)).rejects.toThrow(
      /setWebhook：Bad Request: bad webhook: IP address is reserved$/u,
    );
  });

  it('tells that Telegram cannot be reached, without the token anywhere in the error', async () => {
    await double.close();
    const error = await setUpTelegram(environment).catch((caught: unknown) => caught);
    expect(String(error)).toContain('连接不上');
    expect(JSON.stringify([error, String(error), (error as Error).cause ?? null])).not.toContain('CANARY');
    double = await createBotApiDouble({ token: TOKEN, schema });
  });

  it('advises a longer secret, and the username as Telegram knows it', async () => {
    const report = await setUpTelegram({ ...environment, TELEGRAM_SECRET: 'short' });
    expect(report).toContain('建议');
    expect(report).toContain('TELEGRAM_BOT_USERNAME 设为 wenju_test_bot');
    const settled = await setUpTelegram({ ...environment, TELEGRAM_BOT_USERNAME: 'Wenju_Test_Bot' });
    expect(settled).not.toMatch(/建议|TELEGRAM_BOT_USERNAME/u);
  });
});

describe('npm run telegram:setup', () => {
  const run = (args: readonly string[], env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [PROGRAM, ...args], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );

  it('prints what Telegram reports', async () => {
    const { code, stdout, stderr } = await run([], environment);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('"pending_update_count": 0');
  });

  it('ends with 1 and a sentence when a variable is missing, with 2 for an unknown flag', async () => {
    const missing = await run([], {});
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(/^telegram:setup: 环境变量 TELEGRAM_TOKEN 没有设置[^\n]*\n$/u);
    expect((await run(['--nonsense'], {})).code).toBe(2);
  });
});
