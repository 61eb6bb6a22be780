import { env } from 'cloudflare:workers';
import { createApp } from './app.ts';
import { handleDeadDigests, handleDigests, handleDigestTick } from './digest/background.ts';
import { loadDependencies } from './index-modules.ts';
import { type Delivered, handleBatch, handleTick } from './telegram/background.ts';

/** The index is parsed once, when the isolate starts, so that no request pays for it. */
const dependencies = loadDependencies();
const app = createApp(dependencies);
/** Hono builds its router when it first matches a path: better now than in the first request. No route answers this one. */
void app.fetch(new Request('https://localhost/api/'));

/** Names as in wrangler.toml. */
const DIGESTS = 'wenju-digests';
const DEAD_DIGESTS = 'wenju-digests-dead';
const DIGEST_CRON = '*/5 * * * *';

// What is missing is named in the log before anything runs, and at /health; the pages work without it.
const configured = dependencies.readBindings(env);
if (!configured.ok)
  dependencies.log({ event: 'telegram_unconfigured', name: configured.name, detail: configured.detail });

export default {
  fetch(request, bindings, context) {
    return app.fetch(request, bindings, context);
  },
  queue({ queue, messages }, bindings) {
    if (queue.startsWith(DEAD_DIGESTS)) return handleDeadDigests(messages, dependencies);
    if (queue.startsWith(DIGESTS)) return handleDigests(messages, { bindings, dependencies });
    // What our own webhook has put there.
    return handleBatch(messages as readonly Delivered[], { bindings, dependencies });
  },
  scheduled({ cron }, bindings) {
    return cron === DIGEST_CRON ? handleDigestTick({ bindings, dependencies }) : handleTick({ bindings, dependencies });
  },
} satisfies ExportedHandler<Record<string, unknown>>;
