import { createApp } from './app.ts';
import { loadDependencies } from './index-modules.ts';

/** The index is parsed once, when the isolate starts, so that no request pays for it. */
const app = createApp(loadDependencies());

export default {
  fetch(request, bindings, context) {
    return app.fetch(request, bindings, context);
  },
} satisfies ExportedHandler<Record<string, unknown>>;
