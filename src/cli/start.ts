import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { buildIndex } from '../build/main.ts';
import { createProgress } from '../build/progress.ts';
import { LSA_NAME } from '../core/embedder.ts';
import { WenjuError } from '../core/error.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { findFreePort } from './free-port.ts';
import { isIndexStale } from './is-index-stale.ts';
import { loadArtefact } from './load-artefact.ts';
import { localVariables } from './local-variables.ts';
import { type LocalWorker, startLocalWorker } from './local-worker.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = { reports: join(ROOT, 'seeds'), index: join(ROOT, 'index') };
const FIRST_PORT = 8787;
const PORTS_TRIED = 100;
/** Milliseconds to wait for the Worker's first answer. */
const PATIENCE = 60_000;

const EXAMPLES = z.object({ examples: z.array(z.string()) });

/** Brings the index up to date (unless told to leave it), runs the Worker locally, and says where to ask. Ends with Ctrl-C. */
async function main(): Promise<void> {
  const flags = parseFlags('start', { 'skip-build': { type: 'boolean', default: false } });
  const { vars, isReal } = localVariables(process.env, await readDevVars());
  if (!flags['skip-build']) await refreshIndex();
  // The Worker would not start with a damaged index, and could not say why.
  await loadArtefact(FOLDERS.index);
  const port = await findFreePort(FIRST_PORT, PORTS_TRIED);
  if (port === null) {
    throw new WenjuError('missing_dependency', `没有空闲的端口（${FIRST_PORT} 起的 ${PORTS_TRIED} 个都被占用）`, {
      name: 'port',
    });
  }
  const worker = await startLocalWorker({ port, vars });
  try {
    const stopped = stopSignal();
    await waitUntilHealthy(worker);
    process.stdout.write(await greeting(worker, { isReal }));
    await stopped;
  } finally {
    await worker.stop();
  }
}

/** Without the native segmenter the committed index is used as it is. */
async function refreshIndex(): Promise<void> {
  if (!(await isIndexStale(FOLDERS))) return;
  process.stderr.write('索引已过期，正在重建 / The index is stale, building it\n');
  const built = await loadArtefact(FOLDERS.index).catch(() => null);
  const name = built?.manifest.embedder.name ?? LSA_NAME;
  if (name !== LSA_NAME)
    process.stderr.write(`向量改用内置的 ${LSA_NAME}；要用 ${name}，请运行 npm run build:index -- --embedder …\n`);
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

/** Null when there is no such file. */
function readDevVars(): Promise<string | null> {
  return readFile(join(ROOT, '.dev.vars'), 'utf8').catch(() => null);
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

async function greeting({ url }: LocalWorker, { isReal }: { isReal: boolean }): Promise<string> {
  const response = await fetch(`${url}/api/examples`);
  const { examples } = EXAMPLES.parse(await response.json());
  const example = examples[0] ?? '有多少人';
  return `
问据已就绪 / Wenju is ready

  网页 / page      ${url}/
  摘要 / digest    ${url}/digest
  接口 / API       curl -G ${url}/api/ask --data-urlencode 'q=${example}'
  状态 / health    ${url}/health
  Telegram         ${isReal ? `${url}/telegram（npm run poll 转来消息）` : '未设置 TELEGRAM_TOKEN 和 TELEGRAM_SECRET，npm run chat 可在终端里试'}

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
