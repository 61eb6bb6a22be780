import { randomUUID } from 'node:crypto';
import type { BareWorker } from './bare-worker.ts';

/** CPU of one request, in milliseconds. Each comes from an address of its own, or the rate of one caller would hold them up. */
export async function requestCost(worker: BareWorker, path: string): Promise<number> {
  const headers = { 'cf-connecting-ip': randomUUID() };
  const before = worker.cpu();
  const response = await fetch(worker.url + path, { headers });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return worker.cpu() - before;
}
