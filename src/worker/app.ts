import { type Context, Hono } from 'hono';
import { createApi } from './api/api.ts';
import type { Dependencies } from './dependencies.ts';
import { health } from './health.ts';
import { aboutPage } from './pages/about/about-page.ts';
import { askPage } from './pages/ask-page.ts';
import { serveAssets } from './pages/assets.ts';
import { chatEndpoint } from './pages/chat/chat-endpoint.ts';
import { comparePage } from './pages/compare/compare-page.ts';
import { digestPage } from './pages/digest-page.ts';
import { ERROR_MESSAGES, errorPage, type PageError } from './pages/error-page.ts';
import { lazyFigureTable } from './pages/figures/figure-table.ts';
import { figuresPages } from './pages/figures/figures-page.ts';
import { readPage } from './pages/page.ts';
import { reportsPage } from './pages/reports/reports-page.ts';
import { sourcePage } from './pages/source/source-page.ts';
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
  app.get('/digest', digestPage(dependencies));
  app.get('/r/:report', sourcePage(dependencies));
  const figureTable = lazyFigureTable(dependencies.artefact);
  const figures = figuresPages(dependencies, figureTable);
  app.get('/figures', figures.page);
  app.get('/figures.csv', figures.csv);
  app.get('/figures.json', figures.json);
  app.get('/compare', comparePage(dependencies));
  app.get('/reports', reportsPage(dependencies));
  app.get('/about', aboutPage(dependencies));
  serveAssets(app);
  app.get('/health', health(dependencies));
  app.route('/api', createApi(dependencies, figureTable));
  app.post('/chat', chatEndpoint(dependencies));
  app.post('/telegram', telegramWebhook(dependencies));
  refuseOtherMethods(app);
  app.notFound((c) => refuse(c, { status: 404, code: 'not_found' }));
  app.onError((error, c) => {
    // The error itself is never printed: grammY's errors carry the token.
    dependencies.log({ event: 'request_failed', name: error.name, detail: c.req.path });
    return refuse(c, { status: 500, code: 'internal' });
  });
  return app;
}

function refuseOtherMethods(app: App): void {
  const allowed = new Map(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ path, method }) => [path, method]),
  );
  for (const [path, method] of allowed) {
    app.all(path, (c) => {
      c.header('allow', method === 'GET' ? 'GET, HEAD' : method);
      return refuse(c, { status: 405, code: 'method_not_allowed' });
    });
  }
}

interface Refusal {
  readonly status: 404 | 405 | 500;
  readonly code: PageError;
}

/** Programs get JSON, people a page. */
function refuse(c: Context<AppEnvironment>, { status, code }: Refusal): Response | Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') && !c.req.path.startsWith('/api/');
  if (wantsPage) return c.html(errorPage(code, readPage(c)), status);
  return c.json({ error: { code, message: ERROR_MESSAGES.zh[code] } }, status);
}
