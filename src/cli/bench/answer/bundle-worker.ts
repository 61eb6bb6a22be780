import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);

/** What the Worker is made of, but for its index. */
const PARTS = [
  'src/core',
  'src/answer',
  'src/worker',
  'prompts',
  'index/scorecard.json',
  'tsconfig.base.json',
  'wrangler.toml',
] as const;

/** The same Worker, but the index waits for the first request: what is left at start-up are the imports. */
const LAZY_MAIN = `import { createApp } from './app.ts';
import { loadDependencies } from './index-modules.ts';
let app;
export default {
  fetch(request, bindings, context) {
    app ??= createApp(loadDependencies());
    return app.fetch(request, bindings, context);
  },
};
`;

/** Folders of the Worker as it is deployed, and of one that loads the index late. */
export interface WorkerBundles {
  readonly eager: string;
  readonly lazy: string;
}

/** Bundles the Worker with the index in `folder`/index, by wrangler, without network. */
export async function bundleWorker(folder: string): Promise<WorkerBundles> {
  for (const part of PARTS) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'src/worker/lazy-main.ts'), LAZY_MAIN);
  const bundles = { eager: join(folder, 'eager'), lazy: join(folder, 'lazy') };
  await bundle(folder, { entry: 'src/worker/main.ts', out: bundles.eager });
  await bundle(folder, { entry: 'src/worker/lazy-main.ts', out: bundles.lazy });
  return bundles;
}

async function bundle(folder: string, { entry, out }: { entry: string; out: string }): Promise<void> {
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  await mkdir(out, { recursive: true });
  await run(process.execPath, [wrangler, 'deploy', entry, '--dry-run', '--outdir', out], {
    cwd: folder,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  await writeFile(join(out, 'config.capnp'), configOf(`${basename(entry, '.ts')}.js`, await readdir(out)));
}

/** A file that wrangler does not bundle goes by its hash; a script among them is one for a browser, and text here. */
const HASHED = /^[\da-f]{40}-/u;

/** What workerd is told: the modules of the bundle, and a socket whose address is given when it starts. */
function configOf(main: string, files: readonly string[]): string {
  const others = files
    .filter((file) => HASHED.test(file))
    .map((file) => `(name = "./${file}", ${file.endsWith('.bin') ? 'data' : 'text'} = embed "${file}")`);
  const modules = [`(name = "${main}", esModule = embed "${main}")`, ...others];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .wenju)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const wenju :Workerd.Worker = (modules = [${modules.join(', ')}], compatibilityDate = "2026-10-01");
`;
}

/** The workerd that wrangler brings along. */
export function workerdPath(): string {
  const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));
  const { default: path }: { default: string } = fromWrangler('workerd');
  return path;
}
