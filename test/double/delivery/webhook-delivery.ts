/** What a bot says to a delivery. */
export interface WebhookResponse {
  readonly status: number;
  /** Parsed JSON; null when there is none. */
  readonly body: unknown;
  /** Seconds that the bot wants Telegram to wait. */
  readonly retryAfter?: number;
}

export type Webhook = (update: object, secret: string | null) => Promise<WebhookResponse>;

export interface Delivered {
  readonly attempts: number;
  readonly isAccepted: boolean;
  readonly violations: readonly string[];
}

/** Seconds before each further attempt (telegram-bot-api, WebhookActor); then between one and two minutes. */
const BACK_OFF = [0, 2, 4, 8, 16, 32, 64];
const LATER = 90;
/** Seconds after which a message, and a press, is given up. */
const LIFETIME = { message: 86_400, callback_query: 150, inline_query: 30 } as const;

interface DeliveryOptions {
  readonly secret: string;
  /** Lets so many seconds pass. */
  readonly pass: (seconds: number) => void;
}

/** Delivers one update as Telegram does: until it is accepted with 2xx, or has expired. Updates of a key wait for each other. */
export async function deliverUpdate(
  webhook: Webhook,
  update: object,
  { secret, pass }: DeliveryOptions,
): Promise<Delivered> {
  const [, lifetime] = Object.entries(LIFETIME).find(([kind]) => kind in update) ?? ['', LIFETIME.message];
  const violations: string[] = [];
  for (let attempts = 1, age = 0; ; attempts++) {
    const { status, body, retryAfter } = await webhook(update, secret);
    if (status >= 200 && status < 300) {
      if (typeof body === 'string') violations.push('the reply is a JSON string, which Telegram ignores');
      return { attempts, isAccepted: true, violations };
    }
    const wait = retryAfter ?? BACK_OFF[attempts - 1] ?? LATER;
    age += wait;
    if (age > lifetime) return { attempts, isAccepted: false, violations };
    pass(wait);
  }
}

interface Keyed {
  readonly message?: { readonly chat: { readonly id: number } };
  readonly edited_message?: { readonly chat: { readonly id: number } };
  readonly callback_query?: { readonly from: { readonly id: number } };
}

/** Whose updates wait for each other (Client.cpp): a chat's messages, a person's presses. */
function keyOf({ message, edited_message, callback_query }: Keyed): string {
  const chat = (message ?? edited_message)?.chat.id;
  return chat === undefined ? `press ${callback_query?.from.id}` : `chat ${chat}`;
}

/** Delivers updates over so many connections: those of a key in order, different keys side by side. */
export async function deliverAll(
  webhook: Webhook,
  updates: readonly object[],
  { connections, ...options }: DeliveryOptions & { readonly connections: number },
): Promise<readonly Delivered[]> {
  const queues = [...Map.groupBy(updates, keyOf).values()];
  const delivered: Delivered[] = [];
  async function connect(): Promise<void> {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const update of queue) delivered.push(await deliverUpdate(webhook, update, options));
    }
  }
  await Promise.all(Array.from({ length: connections }, connect));
  return delivered;
}
