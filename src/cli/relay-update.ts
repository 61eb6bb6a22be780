import { setTimeout } from 'node:timers/promises';

interface Target {
  /** Address of the Worker without a final slash. */
  readonly worker: string;
  readonly secret: string;
}

const PAUSE = 2000;

/** Brings an update to the Worker, again and again until it has it, as Telegram does. */
export async function relayUpdate(update: object, { worker, secret }: Target): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  for (;;) {
    const response = await fetch(`${worker}/telegram`, { method: 'POST', headers, body: JSON.stringify(update) }).catch(
      () => null,
    );
    await response?.body?.cancel();
    if (response?.ok) return;
    if (response?.status === 401) process.stderr.write('本地服务的 TELEGRAM_SECRET 与这里的不同\n');
    await setTimeout(PAUSE);
  }
}
