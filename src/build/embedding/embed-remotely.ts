import type { EmbedTexts } from '../../core/embed-texts.ts';
import { WenjuError } from '../../core/error.ts';
import type { Progress } from '../progress.ts';
import type { EmbeddingCache } from './embedding-cache.ts';

export interface RemoteEmbedding {
  /** As in the manifest. */
  readonly name: string;
  readonly embed: EmbedTexts;
  readonly cache: EmbeddingCache;
  /** Of a million tokens, in dollars; null when it is not known. */
  readonly price: number | null;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/** Texts in a request: bge-m3 on Workers AI takes no more. */
const BATCH = 100;
const ATTEMPTS = 4;
/** Milliseconds before the second attempt, doubled each time. */
const FIRST_PAUSE = 500;
const TIMEOUT = 60_000;
const MILLION = 1_000_000;

/** What the texts that are not yet embedded will take: about a token a character of Chinese. */
function describeCost(missing: readonly string[], { all, price }: { all: number; price: number | null }): string {
  const tokens = missing.reduce((sum, text) => sum + text.length, 0);
  const cost = price === null ? '费用以服务商为准' : `约 ${((tokens / MILLION) * price).toFixed(4)} 美元`;
  return `嵌入 ${missing.length} 段（共 ${all} 段，其余已有缓存），约 ${tokens} 个 token，${cost}`;
}

async function embedBatch(texts: readonly string[], { name, embed, sleep }: RemoteEmbedding): Promise<Float32Array[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const vectors = await embed(texts, { signal: AbortSignal.timeout(TIMEOUT) });
      return vectors.map((vector) => Float32Array.from(vector));
    } catch (error) {
      if (attempt === ATTEMPTS) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new WenjuError(
          'embedding',
          `嵌入服务 ${name} 没有给出向量（${reason}）。已得到的向量留在缓存里，再次运行会接着做`,
          { name },
          { cause: error },
        );
      }
      await sleep(FIRST_PAUSE * 2 ** (attempt - 1));
    }
  }
}

function assertDimension(vector: Float32Array, { name, dimension }: { name: string; dimension: number }): void {
  if (vector.length === dimension && vector.every(Number.isFinite)) return;
  throw new WenjuError(
    'embedding',
    `嵌入服务 ${name} 给出的向量长度不一（${vector.length} 与 ${dimension}）或含无效数字。请检查模型名称，删除缓存后重试`,
    { name },
  );
}

/**
 * The vectors of texts from a model elsewhere: those in the cache are not asked for again, and each batch is kept as soon as
 * it comes, so that a build that was stopped goes on where it was.
 *
 * @returns vectors of the same length each, in the order of the texts
 * @throws {WenjuError} `embedding` if the provider fails or its vectors do not fit together
 */
export async function embedRemotely(
  texts: readonly string[],
  { remote, progress }: { remote: RemoteEmbedding; progress: Progress },
): Promise<readonly Float32Array[]> {
  const { name, cache, price } = remote;
  const known = new Map<string, Float32Array>();
  for (const text of new Set(texts)) {
    const vector = await cache.get(text);
    if (vector !== null) known.set(text, vector);
  }
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  progress.note(describeCost(missing, { all: new Set(texts).size, price }));
  progress.start('计算向量');
  for (let at = 0; at < missing.length; at += BATCH) {
    const batch = missing.slice(at, at + BATCH);
    const vectors = await embedBatch(batch, remote);
    const dimension = known.values().next().value?.length ?? vectors[0]?.length ?? 0;
    for (const [i, vector] of vectors.entries()) {
      assertDimension(vector, { name, dimension });
      await cache.put(batch[i]!, vector);
      known.set(batch[i]!, vector);
    }
    progress.update(Math.min(at + BATCH, missing.length), missing.length);
  }
  const all = texts.map((text) => known.get(text)!);
  for (const vector of all) assertDimension(vector, { name, dimension: all[0]!.length });
  return all;
}
