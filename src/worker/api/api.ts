import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import type { App, AppEnvironment } from '../app.ts';
import type { Dependencies } from '../dependencies.ts';
import type { FigureTable } from '../pages/figures/figure-table.ts';
import { callerOf, createRateLimiter, type Rate } from '../rate-limiter.ts';
import { ask } from './ask.ts';
import { figures } from './figures.ts';
import OPENAPI from './openapi.json';
import { passages } from './passages.ts';
import { noQuery } from './queries.ts';
import { report, reports } from './reports.ts';
import { refuse, respond } from './respond.ts';
import { verify } from './verify.ts';

/** A page of a spreadsheet or a script of somebody's own stays below; who reads everything waits a little. */
export const API_RATE: Rate = { burst: 60, perSecond: 2 };

/** The routes under /api: public, read alone, the same for everyone; open to pages of other sites. */
export function createApi(dependencies: Dependencies, table: () => FigureTable): App {
  const api: App = new Hono();
  api.use(
    cors({ origin: '*', allowMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag', 'Retry-After'], maxAge: 86_400 }),
    holdToRate(dependencies),
    etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] }),
  );
  api.get('/', (c) => c.redirect('/api/openapi.json'));
  api.get('/ask', ask(dependencies));
  api.get('/figures', figures(dependencies, table));
  api.get('/reports', reports(dependencies));
  api.get('/reports/:report', report(dependencies));
  api.get('/passages', passages(dependencies));
  api.get('/verify', verify(dependencies));
  api.get(
    '/examples',
    respond(noQuery, () => ({ examples: dependencies.examples() })),
  );
  api.get('/openapi.json', (c) =>
    c.body(OPENAPI, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' }),
  );
  return api;
}

function holdToRate({ now }: Dependencies): MiddlewareHandler<AppEnvironment> {
  const limiter = createRateLimiter(API_RATE, now);
  return async function hold(c, next) {
    const seconds = limiter.take(callerOf(c.req.header('cf-connecting-ip')));
    if (seconds === 0) return next();
    c.header('retry-after', String(seconds));
    return refuse(c, { code: 'too_many_requests', message: `请求太多，请${seconds}秒后再试。` });
  };
}
