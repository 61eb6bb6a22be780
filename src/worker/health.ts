import type { Handler } from 'hono';
import type { AppEnvironment } from './app.ts';
import type { Dependencies } from './dependencies.ts';

const DAY_IN_MILLISECONDS = 86_400_000;

/** `GET /health`: which index answers, how much it holds and how old its newest report is. */
export function health({ artefact, now }: Dependencies): Handler<AppEnvironment> {
  return function showHealth(c) {
    const { version, format, counts, embedder, newest } = artefact.manifest;
    const ageDays = newest === null ? null : Math.floor((now() - Date.parse(newest)) / DAY_IN_MILLISECONDS);
    return c.json({ ok: true, index: { version, format, counts, embedder, newest, ageDays } }, 200, {
      'cache-control': 'no-store',
    });
  };
}
