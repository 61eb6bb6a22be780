import { type Context, Hono } from 'hono';
import { answerApi } from './answer-api.ts';
import type { Dependencies } from './dependencies.ts';
import { health } from './health.ts';
import { askPage } from './pages/ask-page.ts';
import { errorPage } from './pages/error-page.ts';
import { sourcePage } from './pages/source-page.ts';
import { SOURCE_SCRIPT } from './pages/source-script.ts';
import { STYLE } from './pages/style.ts';
import { securityHeaders } from './security-headers.ts';
import { telegramWebhook } from './telegram/webhook.ts';

/** Bindings arrive unchecked: each route reads what it needs through `environment.ts`. */
export interface AppEnvironment {
  Bindings: Record<string, unknown>;
}
export type App = Hono<AppEnvironment>;

/** Every route of the Worker. */
export function createApp(dependencies: Dependencies): App {
  const app: App = new Hono();
  app.use(securityHeaders);
  app.get('/', askPage(dependencies));
  app.get('/r/:report', sourcePage(dependencies));
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', ...CACHED }));
  app.get('/source.js', (c) =>
    c.body(SOURCE_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8', ...CACHED }),
  );
  app.get('/health', health(dependencies));
  app.get('/api/ask', answerApi(dependencies));
  app.get('/api/examples', (c) => c.json({ examples: dependencies.examples }));
  app.post('/telegram', telegramWebhook(dependencies));
  refuseOtherMethods(app);
  app.notFound((c) => refuse(c, { status: 404, code: 'not_found', message: '没有这个页面。' }));
  app.onError((error, c) => {
    // The error itself is never printed: grammY's errors carry the token.
    dependencies.log({ event: 'request_failed', name: error.name, detail: c.req.path });
    return refuse(c, { status: 500, code: 'internal', message: '出错了，请稍后再试。' });
  });
  return app;
}

const CACHED = { 'cache-control': 'public, max-age=3600' };

function refuseOtherMethods(app: App): void {
  const allowed = new Map(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ path, method }) => [path, method]),
  );
  for (const [path, method] of allowed) {
    app.all(path, (c) => {
      c.header('allow', method === 'GET' ? 'GET, HEAD' : method);
      return refuse(c, { status: 405, code: 'method_not_allowed', message: '不支持这种请求方式。' });
    });
  }
}

interface Refusal {
  readonly status: 404 | 405 | 500;
  readonly code: string;
  readonly message: string;
}

/** Programs get JSON, people a page. */
function refuse(c: Context<AppEnvironment>, { status, code, message }: Refusal): Response | Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/api/');
  if (wantsPage) return c.html(errorPage(message), status);
  return c.json({ error: { code, message } }, status);
}
