import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { characterVector, createEmbeddingServer, type EmbeddingServer } from '../double/embedding-server.ts';
import { expectFailure } from './expect-failure.ts';
import { runScript } from './run-script.ts';
import { canBuild } from './small-index.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIMENSION = 1024;
const SENTENCES = 250;
/** Requests of a build of that many passages. */
const BATCHES = 3;
/** Batches at which a build is killed; every one in `npm run check:full`. */
const KILLED_AT = process.env.WENJU_RUNS === undefined ? [2] : [1, 2, BATCHES];

let folder: string;
let server: EmbeddingServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-embedder-'));
  server = await createEmbeddingServer(DIMENSION);
  await mkdir(join(folder, 'reports'));
  const sentences = Array.from(
    { length: SENTENCES },
    (_, i) => `第${i + 1}项工作完成${i + 3}件，${'推进落实'.repeat(9)}。`,
  );
  const text = `清源县2020年民政工作总结\n\n一、社会救助\n全县共有低保对象1234人。\n${sentences.join('\n')}\n`;
  await writeFile(join(folder, 'reports/a.txt'), text);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

function startBuild(provider: string, variables: Record<string, string>): ChildProcess {
  const flags = ['--reports', join(folder, 'reports'), '--out', join(folder, 'index'), '--embedder', provider];
  const env = { ...process.env, WENJU_EMBEDDING_CACHE: join(folder, 'cache'), ...variables };
  return spawn(process.execPath, ['src/cli/build-index.ts', ...flags], { cwd: ROOT, env });
}

function ended(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr?.on('data', (part) => {
    stderr += part;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
}

const build = (variables: Record<string, string> = { EMBEDDING_URL: server.url }): Promise<Ended> =>
  ended(startBuild('openai', variables));

describe.skipIf(!canBuild)('build:index --embedder', () => {
  it('names embedder and dimension in the manifest, and ranks by the vectors', async () => {
    const { status, stderr } = await build();
    expect(status).toBe(0);
    expect(stderr).toMatch(/嵌入 \d+ 段.*约 \d+ 个 token/u);
    expect(server.violations).toEqual([]);
    const artefact = await loadArtefact(join(folder, 'index'));
    expect(artefact.manifest.embedder).toEqual({ name: 'openai/bge-m3', dimension: DIMENSION });
    const backend = createOramaBackend(artefact);
    const passage = artefact.passages.findIndex((_, i) => artefact.figuresIn(i).some(({ raw }) => raw === '1234人'));
    const text = server.requests.flat()[passage]!;
    const vector = Float32Array.from(characterVector(text, DIMENSION));
    const [hit] = backend.search({ terms: [], limit: 5, vector });
    expect(hit).toMatchObject({ passage, ranks: { text: null, vector: 1 } });
    expect(backend.search({ terms: [], limit: 5 })).toEqual([]);
    expect(backend.search({ terms: [], limit: 5, vector: vector.slice(1) })).toEqual([]);
    const answerer = createAnswerer({ artefact, backend });
    const question = '清源县2020年低保对象有多少人';
    for (const one of [answerer, answerer.near(vector)])
      expect(one.reply(question).answer.figures[0]?.raw).toBe('1234人');
  });

  it('goes on after it was killed at any batch, with the same bytes', async () => {
    expect((await build()).status).toBe(0);
    const names = await readdir(join(folder, 'index'));
    const read = () => Promise.all(names.map((name) => readFile(join(folder, 'index', name))));
    const whole = await read();
    for (const batch of KILLED_AT) {
      await rm(join(folder, 'cache'), { recursive: true });
      await rm(join(folder, 'index'), { recursive: true });
      let asked = 0;
      const child = startBuild('openai', { EMBEDDING_URL: server.url });
      server.fault = () => {
        asked += 1;
        if (asked === batch) child.kill('SIGKILL');
        return null;
      };
      expect((await ended(child)).status).toBe(null);
      expect(await readdir(join(folder, 'index')).catch(() => [])).toEqual([]);
      const before = server.requests.length;
      server.fault = () => null;
      expect((await build()).status).toBe(0);
      expect(await read()).toEqual(whole);
      expect(server.requests.length - before).toBe(BATCHES - batch + 1);
    }
  }, 120_000);

  it('leaves the old index where the provider fails', async () => {
    expect((await build()).status).toBe(0);
    const before = await readFile(join(folder, 'index/manifest.json'), 'utf8');
    await rm(join(folder, 'cache'), { recursive: true });
    server.fault = (request) => (request % 2 === 0 ? 'other_dimension' : null);
    const { status, stderr } = await build();
    expect([status, stderr]).toEqual([1, expect.stringContaining('向量长度不一')]);
    expect(await readFile(join(folder, 'index/manifest.json'), 'utf8')).toBe(before);
  });

  it('asks Workers AI through its REST address', async () => {
    const root = server.url.replace('/v1', '');
    const variables = { CLOUDFLARE_ACCOUNT_ID: 'abc', CLOUDFLARE_API_TOKEN: 't', CLOUDFLARE_API_BASE_URL: root };
    expect((await ended(startBuild('workers-ai', variables))).status).toBe(0);
    expect(new Set(server.violations)).toEqual(new Set(['/accounts/abc/ai/v1/embeddings']));
    const manifest = JSON.parse(await readFile(join(folder, 'index/manifest.json'), 'utf8'));
    expect(manifest.embedder).toEqual({ name: 'workers-ai/@cf/baai/bge-m3', dimension: DIMENSION });
  });

  it('is checked from the cache, without network', async () => {
    expect((await build()).status).toBe(0);
    const flags = ['--reports', join(folder, 'reports'), '--index', join(folder, 'index')];
    process.env.WENJU_EMBEDDING_CACHE = join(folder, 'cache');
    expect(runScript('check-index.ts', flags)).toMatchObject({ status: 0 });
    process.env.WENJU_EMBEDDING_CACHE = join(folder, 'empty');
    expectFailure(runScript('check-index.ts', flags), { status: 1, message: '缓存里没有' });
    delete process.env.WENJU_EMBEDDING_CACHE;
  });

  it.each([
    [['--embedder', 'word2vec'], { status: 2, message: '--embedder 只能是 lsa、workers-ai、openai' }],
    [['--embedder', 'openai'], { status: 1, message: 'EMBEDDING_URL' }],
    [['--embedder', 'workers-ai'], { status: 1, message: 'CLOUDFLARE_ACCOUNT_ID' }],
  ])('says what is wrong with %s', (flags, failure) => {
    expectFailure(runScript('build-index.ts', flags), failure);
  });
});
