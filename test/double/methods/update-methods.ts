import type { BotState } from '../bot-state.ts';
import type { UpdateKind } from '../delivery/update-queue.ts';
import { tooManyRequests } from '../fault.ts';
import { type Played, refusal, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';

const MAX_UPDATES = 100;
const DEFAULT_CONNECTIONS = 40;
/** Milliseconds between two calls of `setWebhook`. */
const WEBHOOK_PACE = 1000;

interface WebhookParameters {
  readonly url: string;
  readonly secret_token?: string;
  readonly max_connections?: number;
  readonly allowed_updates?: UpdateKind[];
  readonly drop_pending_updates?: boolean;
}

/** `getUpdates`; waiting for some is the business of the network. */
export function getUpdates({ offset, limit, allowed_updates }: Parameters, state: BotState): Played {
  if (state.webhook.url) {
    const reason = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    return { outcome: refusal(409, `Conflict: ${reason}`), violation: 'getUpdates while a webhook is set' };
  }
  if (Array.isArray(allowed_updates)) state.updates.allowed = allowed_updates;
  state.updates.confirm(Number(offset ?? 0));
  const count = Math.min(MAX_UPDATES, Math.max(1, Number(limit ?? MAX_UPDATES)));
  return succeed(state.updates.pending.slice(0, count).map(({ update }) => update));
}

export function setWebhook(parameters: Parameters, state: BotState): Played {
  const { url, secret_token, max_connections, allowed_updates, drop_pending_updates } =
    parameters as unknown as WebhookParameters;
  if (url === '') return deleteWebhook(parameters, state);
  const early = state.now() - state.webhookSetAt < WEBHOOK_PACE && state.pacing !== null;
  if (early) return { outcome: tooManyRequests(1).refusal, violation: 'setWebhook more than once a second' };
  if (!/^https:\/\/[^/:]+(?::(?:443|80|88|8443))?(?:\/|$)/u.test(url)) {
    return { outcome: refuse('bad webhook: An HTTPS URL must be provided for webhook') };
  }
  if (secret_token !== undefined && !/^[\w-]{1,256}$/u.test(secret_token)) {
    return { outcome: refuse('secret token contains unallowed characters') };
  }
  const same = state.webhook.url === url && state.webhookSecret === (secret_token ?? null);
  if (drop_pending_updates === true) state.updates.drop();
  if (allowed_updates) state.updates.allowed = allowed_updates;
  state.webhookSetAt = state.now();
  state.webhookSecret = secret_token ?? null;
  state.webhook = {
    url,
    has_custom_certificate: false,
    pending_update_count: 0,
    max_connections: max_connections ?? DEFAULT_CONNECTIONS,
    ...(allowed_updates && { allowed_updates }),
  };
  return succeed(true, same ? 'Webhook is already set' : 'Webhook was set');
}

export function deleteWebhook({ drop_pending_updates }: Parameters, state: BotState): Played {
  if (drop_pending_updates === true) state.updates.drop();
  state.webhook = { url: '', has_custom_certificate: false, pending_update_count: 0 };
  state.webhookSecret = null;
  return succeed(true, 'Webhook was deleted');
}

export function getWebhookInfo(_: Parameters, { webhook, updates }: BotState): Played {
  return succeed({ ...webhook, pending_update_count: updates.pending.length });
}
