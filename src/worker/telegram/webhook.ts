import type { InlineQuery } from 'grammy/types';
import type { Handler } from 'hono';
import type { AppEnvironment } from '../app.ts';
import { readBody } from '../body.ts';
import type { Dependencies } from '../dependencies.ts';
import type { UpdateQueue } from '../environment.ts';
import { answerInline } from './inline.ts';
import { matchesSecret, SECRET_HEADER } from './secret.ts';
import { createInbox } from './state/inbox.ts';
import { languageOf, parseUpdate } from './update.ts';
import { updateKey } from './update-key.ts';
import { WORDINGS } from './wording.ts';

/** Largest update in bytes. The longest message with the longest one it replies to, every character escaped, stays below. */
const MAX_UPDATE_BYTES = 1_048_576;
/** Seconds after which Telegram shall deliver again what we could not write down. */
const RETRY_AFTER = '5';

/**
 * `POST /telegram`: one update from Telegram, or from someone who pretends to be. An authentic update is written down and
 * handled later; only when it cannot be written down does Telegram get another status than 200, for with any other it
 * delivers the update again, for up to a day, and holds back the chat. The receipt waits for the database and nothing else.
 */
export function telegramWebhook(dependencies: Dependencies): Handler<AppEnvironment> {
  const { log, now, readBindings } = dependencies;
  return async function acceptUpdate(c) {
    const configured = readBindings(c.env);
    if (!configured.ok) {
      log({ event: 'telegram_unconfigured', name: configured.name, detail: configured.detail });
      return c.json({ error: { code: 'unavailable', message: 'The bot is not configured' } }, 503);
    }
    const { settings, database, updates } = configured.bindings;
    if (!(await matchesSecret(c.req.header(SECRET_HEADER) ?? '', settings.secret))) {
      return c.json({ error: { code: 'unauthorized', message: 'The secret is missing or wrong' } }, 401);
    }
    const body = await readBody(c.req.raw, MAX_UPDATE_BYTES);
    if (body === null) return c.json({ error: { code: 'too_large', message: 'The update is too large' } }, 413);
    const parsed = parseUpdate(body);
    if (!parsed.ok) {
      log({ event: 'telegram_update_ignored', detail: parsed.reason });
      return parsed.reason === 'not_json'
        ? c.json({ error: { code: 'not_json', message: 'The body is not JSON' } }, 400)
        : c.json({ ok: true });
    }
    const { update_id: id, inline_query: inline } = parsed.update;
    if (inline !== undefined) {
      const words = WORDINGS[languageOf(parsed.update)];
      c.executionCtx.waitUntil(answerAtOnce(inline, { dependencies, settings, words }));
      return c.json({ ok: true });
    }
    const key = updateKey(parsed.update);
    if (key === null) return c.json({ ok: true });
    try {
      const isNew = await createInbox(database, now).accept({ id, key, body: JSON.stringify(parsed.update) });
      if (isNew) c.executionCtx.waitUntil(announce(updates, key, dependencies));
      else log({ event: 'telegram_update_duplicate', updateId: id });
    } catch {
      log({ event: 'database_failed', updateId: id });
      return c.json({ error: { code: 'unavailable', message: 'Try again later' } }, 503, {
        'retry-after': RETRY_AFTER,
      });
    }
    return c.json({ ok: true });
  };
}

/** Who types waits for no queue, and has typed on by the time of a second attempt. */
async function answerAtOnce(query: InlineQuery, parts: Parameters<typeof answerInline>[1]): Promise<void> {
  try {
    await answerInline(query, parts);
  } catch (error) {
    parts.dependencies.log({
      event: 'telegram_inline_failed',
      name: error instanceof Error ? error.name : typeof error,
    });
  }
}

/** An update that the queue does not take is found by the next sweep. */
async function announce(updates: UpdateQueue, key: string, { log }: Dependencies): Promise<void> {
  try {
    await updates.send({ key });
  } catch {
    log({ event: 'queue_failed' });
  }
}
