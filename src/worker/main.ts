import { env } from 'cloudflare:workers';
import { createApp } from './app.ts';
import type { QueueMessage } from './environment.ts';
import { loadDependencies } from './index-modules.ts';
import { handleBatch, handleTick } from './telegram/background.ts';

/** The index is parsed once, when the isolate starts, so that no request pays for it. */
const dependencies = loadDependencies();
const app = createApp(dependencies);

// What is missing is named in the log before anything runs, and at /health; the pages work without it.
const configured = dependencies.readBindings(env);
if (!configured.ok)
  dependencies.log({ event: 'telegram_unconfigured', name: configured.name, detail: configured.detail });

export default {
  fetch(request, bindings, context) {
    return app.fetch(request, bindings, context);
  },
  queue(batch, bindings) {
    return handleBatch(batch.messages, { bindings, dependencies });
  },
  scheduled(_, bindings) {
    return handleTick({ bindings, dependencies });
  },
} satisfies ExportedHandler<Record<string, unknown>, QueueMessage>;
