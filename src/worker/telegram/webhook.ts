import type { Handler } from 'hono';
import type { AppEnvironment } from '../app.ts';
import { readBody } from '../body.ts';
import type { Dependencies } from '../dependencies.ts';
import { readTelegramSettings } from '../environment.ts';
import { createBot } from './bot.ts';
import { matchesSecret, SECRET_HEADER } from './secret.ts';
import { parseUpdate } from './update.ts';

/** Largest update in bytes. The longest message with the longest one it replies to, every character escaped, stays below. */
const MAX_UPDATE_BYTES = 1_048_576;

/**
 * `POST /telegram`: one update from Telegram, or from someone who pretends to be. Whatever happens while an authentic update
 * is handled, Telegram gets 200: any other status makes it deliver the update again, for up to a day, and hold back the chat.
 */
export function telegramWebhook(dependencies: Dependencies): Handler<AppEnvironment> {
  const { log } = dependencies;
  return async function acceptUpdate(c) {
    const configured = readTelegramSettings(c.env);
    if (!configured.ok) {
      log({ event: 'telegram_unconfigured', name: configured.name, detail: configured.detail });
      return c.json({ error: { code: 'unavailable', message: 'The bot is not configured' } }, 503);
    }
    const { settings } = configured;
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
    try {
      await createBot({ dependencies, settings }).handleUpdate(parsed.update);
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log({ event: 'telegram_update_failed', name, updateId: parsed.update.update_id });
    }
    return c.json({ ok: true });
  };
}
