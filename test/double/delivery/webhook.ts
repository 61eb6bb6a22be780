import type { Update } from '@grammyjs/types';

/** What a bot says to a delivery. */
export interface WebhookResponse {
  readonly status: number;
  /** Parsed JSON; null when there is none. */
  readonly body: unknown;
  /** Seconds that the bot wants Telegram to wait. */
  readonly retryAfter?: number;
  /** How long it took, where the clock is not a real one. */
  readonly seconds?: number;
}

/** Rejects when no connection is to be had. */
export type Webhook = (update: Update, secret: string | null) => Promise<WebhookResponse>;

/** Longest time that Telegram waits for a response, in seconds (telegram-bot-api, WebhookActor). */
export const READ_TIMEOUT = 60;

/** The webhook at an address, called as Telegram calls it. Redirects are not followed. */
export function createHttpWebhook(url: string): Webhook {
  return async function callWebhook(update, secret) {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && { 'X-Telegram-Bot-Api-Secret-Token': secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(READ_TIMEOUT * 1000),
    });
    const retryAfter = response.headers.get('retry-after');
    const body = parse(await response.text());
    return { status: response.status, body, ...(retryAfter !== null && { retryAfter: Number(retryAfter) }) };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
