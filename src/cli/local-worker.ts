import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WenjuError } from '../core/error.ts';
import { migrateLocalDatabase } from './migrate-local-database.ts';

/** The real Worker, running in workerd on this machine. */
export interface LocalWorker {
  /** Without a final slash. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface LocalWorkerOptions {
  /** On 127.0.0.1; 0 for any free one. */
  readonly port: number;
  /** Bindings besides those of wrangler.toml. */
  readonly vars: Readonly<Record<string, string>>;
  /** Folder of the database; that of `wrangler dev` when absent. */
  readonly state?: string;
  /** Folder with wrangler.toml and what it names; this project when absent. */
  readonly root?: string;
}

/** Milliseconds to wait for the script to be built and loaded. */
const PATIENCE = 30_000;
const ROOT = join(import.meta.dirname, '../..');

/**
 * Starts the Worker of wrangler.toml on loopback, all its bindings simulated and its database migrated: no account, no prompt,
 * no network.
 */
export async function startLocalWorker({
  port,
  vars,
  root = ROOT,
  state = join(root, '.wrangler/state'),
}: LocalWorkerOptions): Promise<LocalWorker> {
  // Read when miniflare loads: otherwise it would fetch a sample of `request.cf`, and wait where there is no network.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
  process.env.WRANGLER_SEND_METRICS = 'false';
  // The simulated queue reports each batch.
  process.env.WRANGLER_LOG = 'warn';
  const { unstable_startWorker: startWorker } = await import('wrangler');
  const config = join(root, 'wrangler.toml');
  await migrateLocalDatabase({ config, migrations: join(root, 'migrations'), state });
  const bindings = Object.entries(vars).map(([name, value]) => [name, { type: 'plain_text' as const, value }] as const);
  const worker = await startWorker({
    config,
    bindings: Object.fromEntries(bindings),
    dev: { server: { hostname: '127.0.0.1', port }, watch: false, inspector: false, logLevel: 'error', persist: state },
  });
  // A script that does not build is printed by wrangler and leaves the worker unready for ever.
  const url = await Promise.race([worker.ready.then(() => worker.url), setTimeout(PATIENCE, null, { ref: false })]);
  if (url === null) {
    await worker.dispose();
    throw new WenjuError('missing_dependency', '本地服务没有启动', { name: 'worker' });
  }
  return { url: url.origin, stop: () => worker.dispose() };
}
