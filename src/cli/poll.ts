import { setTimeout } from 'node:timers/promises';
import { Api, GrammyError } from 'grammy';
import { WenjuError } from '../core/error.ts';
import { redact } from '../worker/log.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { relayUpdate } from './relay-update.ts';
import { requireTelegramSettings } from './telegram-settings.ts';

const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const;
/** Seconds that Telegram holds a call open while there is nothing. */
const LONG_POLL_SECONDS = 50;
const PAUSE = 3000;
const DEFAULT_WORKER = 'http://127.0.0.1:8787';

/**
 * Fetches updates from Telegram and brings each to the Worker of `npm start`, for a machine that Telegram cannot reach. Needs
 * TELEGRAM_TOKEN and TELEGRAM_SECRET, the same as that Worker's.
 */
async function main(): Promise<void> {
  const { worker } = parseFlags('poll', { worker: { type: 'string', default: DEFAULT_WORKER } });
  const { token, secret, apiRoot } = requireTelegramSettings(process.env);
  const api = new Api(token, { apiRoot, timeoutSeconds: LONG_POLL_SECONDS + 10 });
  await attempt('deleteWebhook', () => api.deleteWebhook());
  process.stdout.write(`把 Telegram 的消息转给 ${worker}，按 Ctrl-C 停止\n`);
  for (let offset = 0; ; ) {
    try {
      const updates = await api.getUpdates({ offset, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES });
      for (const update of updates) {
        await relayUpdate(update, { worker, secret });
        offset = update.update_id + 1;
      }
    } catch (error) {
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 409)) {
        await attempt('getUpdates', () => Promise.reject(error));
      }
      // Neither the error nor its message is shown: both may hold addresses with the token.
      process.stderr.write('连接中断，稍后再试\n');
      await setTimeout(PAUSE);
    }
  }
}

async function attempt(method: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    const description = error instanceof GrammyError ? redact(error.description) : '连接不上';
    throw new WenjuError('telegram', `Telegram 没有接受 ${method}：${description}`, { method, description });
  }
}

await runCommand('poll', main);
