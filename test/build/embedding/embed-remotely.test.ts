import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embedRemotely } from '../../../src/build/embedding/embed-remotely.ts';
import { createEmbeddingCache } from '../../../src/build/embedding/embedding-cache.ts';
import { silentProgress } from '../../../src/build/progress.ts';
import { createOpenAiEmbedder } from '../../../src/worker/model/openai-embedder.ts';
import {
  characterVector,
  createEmbeddingServer,
  type EmbeddingFault,
  type EmbeddingServer,
} from '../../double/embedding-server.ts';

const DIMENSION = 1024;
const TEXTS = Array.from({ length: 450 }, (_, i) => `第${i}段：低保对象${i * 7}人。`);
const BATCHES = 5;

let folder: string;
let server: EmbeddingServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju-embed-'));
  server = await createEmbeddingServer(DIMENSION);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Embeds as a build does, and notes what it says. */
async function embed(texts: readonly string[], name = 'bge-m3', notes: string[] = []) {
  const remote = {
    name: `openai/${name}`,
    embed: createOpenAiEmbedder({ url: server.url, key: null, name }, fetch),
    cache: createEmbeddingCache(folder, name),
    price: 0.0118,
    sleep: () => Promise.resolve(),
  };
  return embedRemotely(texts, { remote, progress: { ...silentProgress, note: (text) => notes.push(text) } });
}

describe('embedRemotely()', () => {
  it('asks in batches, once for each text, and says before what it will cost', async () => {
    const notes: string[] = [];
    const vectors = await embed([...TEXTS, ...TEXTS.slice(0, 50)], 'bge-m3', notes);
    expect(vectors).toHaveLength(500);
    expect(vectors[3]).toEqual(Float32Array.from(characterVector(TEXTS[3]!, DIMENSION)));
    expect(vectors[453]).toEqual(vectors[3]);
    expect(server.requests.map(({ length }) => length)).toEqual([100, 100, 100, 100, 50]);
    expect(notes).toEqual([expect.stringMatching(/^嵌入 450 段（共 450 段.*约 \d+ 个 token，约 0\.\d{4} 美元$/u)]);
    expect(server.violations).toEqual([]);
  });

  it('asks again only for what is not in the cache', async () => {
    await embed(TEXTS.slice(0, 200));
    const asked = server.requests.length;
    const vectors = await embed(TEXTS);
    expect(server.requests.slice(asked).flat()).toEqual(TEXTS.slice(200));
    expect(await embed(TEXTS)).toEqual(vectors);
    expect(server.requests.slice(asked).flat()).toHaveLength(250);
  });

  it('keeps the vectors of one model apart from those of another', async () => {
    await embed(TEXTS.slice(0, 10));
    await embed(TEXTS.slice(0, 10), 'another');
    expect(server.requests).toHaveLength(2);
  });

  it('goes on after a stop at any batch, with the same vectors', async () => {
    const whole = await embed(TEXTS);
    for (let stopped = 1; stopped <= BATCHES; stopped++) {
      await rm(folder, { recursive: true });
      let asked = 0;
      server.fault = () => (++asked >= stopped ? { status: 500 } : null);
      await expect(embed(TEXTS)).rejects.toMatchObject({ code: 'embedding' });
      const before = server.requests.length;
      server.fault = () => null;
      expect(await embed(TEXTS)).toEqual(whole);
      expect(server.requests.slice(before)).toHaveLength(BATCHES - stopped + 1);
    }
  });

  it('asks for damaged files of the cache anew', async () => {
    const whole = await embed(TEXTS.slice(0, 5));
    const [own] = await readdir(folder);
    const files = await readdir(join(folder, own!));
    await writeFile(join(folder, own!, files[0]!), 'damaged');
    await writeFile(join(folder, own!, files[1]!), new Uint8Array(32 + 4 * DIMENSION));
    expect(await embed(TEXTS.slice(0, 5))).toEqual(whole);
    expect(server.requests.at(-1)).toHaveLength(2);
  });

  it.each<[string, EmbeddingFault]>([
    ['cuts the connection', 'cut'],
    ['breaks', { status: 503 }],
    ['has no capacity', { status: 429 }],
    ['writes no JSON', 'not_json'],
    ['leaves a text out', 'too_few'],
  ])('tries again when the provider %s, and names it when it goes on', async (_, fault) => {
    server.fault = (request) => (request <= 2 ? fault : null);
    expect(await embed(TEXTS.slice(0, 3))).toHaveLength(3);
    expect(server.requests).toHaveLength(3);
    server.fault = () => fault;
    await expect(embed(TEXTS)).rejects.toThrow(/嵌入服务 openai\/bge-m3 没有给出向量.*再次运行会接着做/u);
  });

  it('refuses vectors of different lengths', async () => {
    server.fault = (request) => (request === 2 ? 'other_dimension' : null);
    await expect(embed(TEXTS)).rejects.toThrow(/向量长度不一（8 与 1024）/u);
  });
});
