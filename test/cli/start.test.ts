import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../../src/cli/free-port.ts';
import { isIndexStale } from '../../src/cli/is-index-stale.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts with an empty home, no terminal and nothing else in the environment; gives what it printed once it is ready. */
async function start(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/start.ts'), ...args], {
    cwd: folder,
    env: { HOME: folder, PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C')) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    child.once('exit', (code) => reject(new Error(`Ended with ${code}: ${printed}`)));
  });
  await ready;
  return { child, printed };
}

describe('npm start', () => {
  it('answers at its page and API, runs the webhook with a secret of its own, and stops on Ctrl-C', async () => {
    const { child, printed } = await start(['--skip-build']);
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(printed)?.[0] ?? '';
    const example = /'q=(?<question>.+)'/u.exec(printed)?.groups?.question ?? '';
    const answer = await (await fetch(`${url}/api/ask?q=${encodeURIComponent(example)}`)).json();
    expect(answer).toMatchObject({ type: 'answer' });
    expect(await (await fetch(`${url}/?q=${encodeURIComponent(example)}`)).text()).toContain('<blockquote>');
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ ok: true });
    expect((await fetch(`${url}/telegram`, { method: 'POST', body: '{}' })).status).toBe(401);

    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('ends with 2 and a sentence for an unknown flag', async () => {
    await expect(start(['--nonsense'])).rejects.toThrow(/^Ended with 2: start: /u);
  });

  it('names the variable that is missing before anything runs', async () => {
    const started = start(['--skip-build'], { TELEGRAM_TOKEN: '1:token' });
    await expect(started).rejects.toThrow(/^Ended with 1: start: 环境变量 TELEGRAM_SECRET 没有设置/u);
  });
});

describe('isIndexStale()', () => {
  it('tells an index of these reports from one of others', async () => {
    const reports = join(folder, 'seeds');
    const index = join(ROOT, 'index');
    await cp(join(ROOT, 'seeds'), reports, { recursive: true });
    expect(await isIndexStale({ reports, index })).toBe(false);

    const entries = await readFile(join(reports, 'reports.json'), 'utf8');
    await rm(join(reports, 'reports.json'));
    expect(await isIndexStale({ reports, index })).toBe(true);
    await writeFile(join(reports, 'reports.json'), entries);
    expect(await isIndexStale({ reports, index })).toBe(false);

    await writeFile(join(reports, 'another.txt'), '2020年工作总结\n一、基本情况\n全年新增床位300张。\n');
    expect(await isIndexStale({ reports, index })).toBe(true);
  });

  it('takes an index that is missing or damaged as stale', async () => {
    const reports = join(ROOT, 'seeds');
    expect(await isIndexStale({ reports, index: join(folder, 'none') })).toBe(true);
    await cp(join(ROOT, 'index'), join(folder, 'index'), { recursive: true });
    await writeFile(join(folder, 'index/figures.json'), '{');
    expect(await isIndexStale({ reports, index: join(folder, 'index') })).toBe(true);
  });
});

describe('findFreePort()', () => {
  it('passes over ports that are taken, and gives up', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await findFreePort(taken, 1)).toBeNull();
    expect(await findFreePort(taken, 100)).toBeGreaterThan(taken);
    server.close();
  });
});
