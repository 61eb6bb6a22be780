import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createEmbeddingCache } from '../build/embedding/embedding-cache.ts';
import { embedByLsa, embedByModel, type PassageEmbedder } from '../build/embedding/passage-embedder.ts';
import type { EmbedTexts } from '../core/embed-texts.ts';
import { LSA_NAME } from '../core/embedder.ts';
import { WenjuError } from '../core/error.ts';
import { createOpenAiEmbedder } from '../worker/model/openai-embedder.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Vectors that were paid for; survives the index. */
const CACHE = join(import.meta.dirname, '../../.wenju/embeddings');
const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4';
/** Of a million tokens in dollars, November 2026. */
const PRICES: Readonly<Record<string, number>> = { '@cf/baai/bge-m3': 0.0118, '@cf/qwen/qwen3-embedding-0.6b': 0.012 };
const DEFAULT_MODELS = { 'workers-ai': '@cf/baai/bge-m3', openai: 'bge-m3' } as const;
const PROVIDERS = [LSA_NAME, 'workers-ai', 'openai'] as const;

export interface EmbedderChoice {
  /** lsa, workers-ai or openai. */
  readonly provider: string;
  /** Name of the model as its provider knows it; bge-m3 when absent. */
  readonly model: string | undefined;
}

function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (value !== undefined && value !== '') return value;
  throw new WenjuError('missing_dependency', `请设置环境变量 ${name}`, { name });
}

function connect(provider: 'workers-ai' | 'openai', { model, variables }: { model: string; variables: Variables }) {
  if (provider === 'openai') {
    const url = required(variables, 'EMBEDDING_URL').replace(/\/+$/u, '');
    return createOpenAiEmbedder({ url, key: variables.EMBEDDING_KEY ?? null, name: model }, fetch);
  }
  const account = encodeURIComponent(required(variables, 'CLOUDFLARE_ACCOUNT_ID'));
  const root = variables.CLOUDFLARE_API_BASE_URL ?? CLOUDFLARE_API;
  const endpoint = { url: `${root}/accounts/${account}/ai/v1`, key: required(variables, 'CLOUDFLARE_API_TOKEN') };
  return createOpenAiEmbedder({ ...endpoint, name: model }, fetch);
}

function embedWith(name: string, { embed, cache }: { embed: EmbedTexts; cache: string }): PassageEmbedder {
  const model = name.slice(name.indexOf('/') + 1);
  return embedByModel({
    ...{ name, embed, cache: createEmbeddingCache(cache, name), price: PRICES[model] ?? null },
    sleep: (milliseconds) => setTimeout(milliseconds),
  });
}

/**
 * The embedder of a build. For `workers-ai` CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN are needed, for `openai`
 * EMBEDDING_URL, and EMBEDDING_KEY where the endpoint asks for one.
 *
 * @throws {WenjuError} `usage` for an unknown provider, `missing_dependency` for a variable that is missing
 */
export function chooseEmbedder({ provider, model }: EmbedderChoice, variables: Variables): PassageEmbedder {
  const known = PROVIDERS.find((name) => name === provider);
  if (known === undefined) {
    throw new WenjuError('usage', `--embedder 只能是 ${PROVIDERS.join('、')}，不能是 ${provider}`, {
      command: 'build:index',
    });
  }
  if (known === LSA_NAME) return embedByLsa;
  const name = model ?? DEFAULT_MODELS[known];
  const embed = connect(known, { model: name, variables });
  return embedWith(`${known}/${name}`, { embed, cache: variables.WENJU_EMBEDDING_CACHE ?? CACHE });
}

/** The embedder that an index names, from the cache alone: a check asks no provider. */
export function embedderOf(name: string, variables: Variables): PassageEmbedder {
  if (name === LSA_NAME) return embedByLsa;
  const embed: EmbedTexts = () => Promise.reject(new Error('检查时不联网，缓存里没有这些段落的向量'));
  return embedWith(name, { embed, cache: variables.WENJU_EMBEDDING_CACHE ?? CACHE });
}
