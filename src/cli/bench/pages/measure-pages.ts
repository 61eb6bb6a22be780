import { gzipSync } from 'node:zlib';
import { type BareWorker, startBareWorker } from '../answer/bare-worker.ts';
import { requestCost } from '../answer/request-cost.ts';
import { median, quantile } from '../quantile.ts';
import type { PagePath } from './page-paths.ts';

/** What a page costs. Milliseconds of CPU in workerd, the cost of an empty request taken off. */
export interface PageCost extends PagePath {
  /** The first time that a fresh isolate is asked for it. */
  readonly first: number;
  readonly median: number;
  readonly p99: number;
  /** Bytes after gzip, with the style sheet and scripts that it loads. */
  readonly bytes: number;
}

/** A request that does nothing but answer. */
const EMPTY = '/favicon.svg';
/** Requests before those that count: the first are run by the interpreter. */
const WARM_UP = 30;

interface Options {
  readonly paths: readonly PagePath[];
  /** Requests of each page. */
  readonly requests: number;
  /** Fresh isolates for the first request of each page. */
  readonly starts: number;
}

/** Measures pages of a bundled Worker. */
export async function measurePages(bundle: string, { paths, requests, starts }: Options): Promise<PageCost[]> {
  const found: PageCost[] = [];
  const worker = await startBareWorker(bundle);
  try {
    const empty = median(await repeat(requests, () => requestCost(worker, EMPTY)));
    for (const page of paths) {
      await repeat(WARM_UP, () => requestCost(worker, page.path));
      await worker.rest();
      const costs = await repeat(requests, () => requestCost(worker, page.path));
      const first = median(await repeat(starts, () => firstCost(bundle, page.path)));
      found.push({
        ...page,
        first: first - empty,
        median: median(costs) - empty,
        p99: quantile(costs, 0.99) - empty,
        bytes: await bytesOf(worker, page.path),
      });
    }
  } finally {
    await worker.stop();
  }
  return found;
}

async function repeat(times: number, measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < times; i++) found.push(await measure());
  return found;
}

/** After an empty request, which pays for what every first request pays for. */
async function firstCost(bundle: string, path: string): Promise<number> {
  const worker = await startBareWorker(bundle);
  try {
    await requestCost(worker, EMPTY);
    await worker.rest();
    return await requestCost(worker, path);
  } finally {
    await worker.stop();
  }
}

const LOADED = /(?:<link rel="stylesheet" href|<script type="module" src)="([^"]+)"/gu;

async function bytesOf(worker: BareWorker, path: string): Promise<number> {
  const text = await (await fetch(worker.url + path)).text();
  let bytes = gzipSync(text).byteLength;
  for (const [, address] of text.matchAll(LOADED)) {
    bytes += gzipSync(await (await fetch(worker.url + address)).text()).byteLength;
  }
  return bytes;
}
