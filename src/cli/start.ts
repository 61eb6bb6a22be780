import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { buildIndex } from '../build/main.ts';
import { createProgress } from '../build/progress.ts';
import { WenjuError } from '../core/error.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { findFreePort } from './free-port.ts';
import { isIndexStale } from './is-index-stale.ts';
import { loadArtefact } from './load-artefact.ts';
import { type LocalWorker, startLocalWorker } from './local-worker.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = { reports: join(ROOT, 'seeds'), index: join(ROOT, 'index') };
const FIRST_PORT = 8787;
const PORTS_TRIED = 100;
const OPTIONAL_VARS = [
  ...(['TELEGRAM_BOT_USERNAME', 'TELEGRAM_API_ROOT', 'PUBLIC_URL'] as const),
  ...(['ALLOWED_IDS', 'OWNER_IDS', 'DAILY_LIMIT'] as const),
];
/** Milliseconds to wait for the Worker's first answer. */
const PATIENCE = 60_000;

const EXAMPLES = z.object({ examples: z.array(z.string()) });

/** Brings the index up to date (unless told to leave it), runs the Worker locally, and says where to ask. Ends with Ctrl-C. */
async function main(): Promise<void> {
  const flags = parseFlags('start', { 'skip-build': { type: 'boolean', default: false } });
  if (!flags['skip-build']) await refreshIndex();
  // The Worker would not start with a damaged index, and could not say why.
  await loadArtefact(FOLDERS.index);
  const port = await findFreePort(FIRST_PORT, PORTS_TRIED);
  if (port === null) {
    throw new WenjuError('missing_dependency', `没有空闲的端口（${FIRST_PORT} 起的 ${PORTS_TRIED} 个都被占用）`, {
      name: 'port',
    });
  }
  const worker = await startLocalWorker({ port, vars: localVars() });
  try {
    const stopped = stopSignal();
    await waitUntilHealthy(worker);
    process.stdout.write(await greeting(worker));
    await stopped;
  } finally {
    await worker.stop();
  }
}

/** Without the native segmenter the committed index is used as it is. */
async function refreshIndex(): Promise<void> {
  if (!(await isIndexStale(FOLDERS))) return;
  process.stderr.write('索引已过期，正在重建 / The index is stale, building it\n');
  try {
    await buildIndex({
      reports: FOLDERS.reports,
      out: FOLDERS.index,
      skipBad: false,
      progress: createProgress(process.stderr),
    });
  } catch (error) {
    if (!(error instanceof WenjuError && error.code === 'missing_dependency')) throw error;
    process.stderr.write(`${error.message}\n沿用现有的索引 / Using the index as it is\n`);
  }
}

/**
 * Bindings that the developer has not set. With these, `/telegram` runs and calls an address where nobody listens; they are
 * made anew at each start.
 */
function localVars(): Record<string, string> {
  if (existsSync(join(ROOT, '.dev.vars'))) return {};
  const { TELEGRAM_TOKEN, TELEGRAM_SECRET } = process.env;
  const given = OPTIONAL_VARS.map((name) => [name, process.env[name]] as const);
  const isReal = TELEGRAM_TOKEN !== undefined && TELEGRAM_SECRET !== undefined;
  const credentials = isReal
    ? { TELEGRAM_TOKEN, TELEGRAM_SECRET }
    : { TELEGRAM_TOKEN: '1:local', TELEGRAM_SECRET: randomBytes(16).toString('hex') };
  const nowhere = isReal ? {} : { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
  const set = given.filter((entry): entry is [(typeof OPTIONAL_VARS)[number], string] => entry[1] !== undefined);
  return { ...nowhere, ...Object.fromEntries(set), ...credentials };
}

async function waitUntilHealthy({ url }: LocalWorker): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  let problem = '';
  while (performance.now() < deadline) {
    try {
      const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE) });
      if (response.ok) return;
      problem = `${response.status} ${await response.text()}`;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    await setTimeout(100);
  }
  throw new WenjuError('missing_dependency', `本地服务没有应答：${problem}`, { name: 'worker' });
}

async function greeting({ url }: LocalWorker): Promise<string> {
  const response = await fetch(`${url}/api/examples`);
  const { examples } = EXAMPLES.parse(await response.json());
  const example = examples[0] ?? '有多少人';
  return `
问据已就绪 / Wenju is ready

  网页 / page      ${url}/
  接口 / API       curl -G ${url}/api/ask --data-urlencode 'q=${example}'
  状态 / health    ${url}/health

按 Ctrl-C 停止 / Ctrl-C stops it
`;
}

/** The local Worker's own handlers end the process at once with an error code: they make way, for we stop the Worker ourselves. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
  });
}

await runCommand('start', main);
