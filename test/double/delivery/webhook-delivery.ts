import type { Update } from '@grammyjs/types';
import type { BotApi } from '../bot-api.ts';
import { isObject } from '../schema/check.ts';
import type { Clock } from './clock.ts';
import { keyOf, lifetimeOf } from './update-key.ts';
import type { QueuedUpdate } from './update-queue.ts';
import { READ_TIMEOUT, type Webhook, type WebhookResponse } from './webhook.ts';

/** Seconds before each further attempt, then a random time (telegram-bot-api, WebhookActor). */
const BACK_OFF = [0, 2, 4, 8, 16, 32, 64];
const LATER = { least: 60, most: 120 };
const LONGEST_WAIT = 3600;
/** Seconds without any success after which one connection at a time is opened. */
const DOUBT = 10;
/** Seconds of 410 after which the webhook is removed. */
const GONE = 23 * 3600;
const CONNECTIONS = 40;
/** Methods in a response that Telegram does not carry out. */
const IGNORED = /^(?:get.*|setwebhook|deletewebhook|close|logout)$/iu;

interface DeliveryOptions {
  readonly webhook: Webhook;
  readonly clock: Clock;
  /** From 0 up to 1; for the waits after the seventh. */
  readonly random?: () => number;
}

/** One update on its way. */
interface Task {
  readonly queued: QueuedUpdate;
  attempts: number;
  /** In milliseconds, by the clock. */
  notBefore: number;
}

/** Delivers the updates of a bot to its webhook as Telegram does, until each is accepted or has expired. */
export class WebhookDelivery {
  /** What the bot did wrong in its responses. */
  readonly violations: string[] = [];
  /** Every attempt, in order. */
  readonly attempts: { readonly update: number; readonly time: number; readonly status: number }[] = [];
  readonly #api: BotApi;
  readonly #token: string;
  readonly #options: Required<DeliveryOptions>;
  readonly #tasks = new Map<number, Task>();
  readonly #running = new Map<Task, Promise<void>>();
  #failedSince: number | null = null;
  #goneSince: number | null = null;

  constructor(api: BotApi, { random = () => 0.5, ...options }: DeliveryOptions) {
    this.#api = api;
    this.#token = api.token;
    this.#options = { random, ...options };
  }

  /** Resolves when no update is left, or the webhook is. */
  async run(): Promise<void> {
    const { clock } = this.#options;
    while (this.#api.state.webhook.url) {
      const waiting = this.#waiting();
      for (const task of waiting.filter(({ notBefore }) => notBefore <= clock.now())) {
        if (this.#running.size < this.#connections()) this.#start(task);
      }
      const next = Math.min(...waiting.filter((task) => !this.#running.has(task)).map(({ notBefore }) => notBefore));
      const hasNext = Number.isFinite(next);
      const sleep = () => clock.sleep(Math.max(0, next - clock.now()));
      if (this.#running.size > 0) {
        // A free connection is what a task that is due waits for, and not the time.
        const wakes = clock.isReal && hasNext && next > clock.now() ? [sleep()] : [];
        await Promise.race([...this.#running.values(), ...wakes]);
      } else if (hasNext) await sleep();
      else return;
    }
  }

  /** Delivers an update that the bot has taken so many times more, all at once. */
  async repeat({ update_id }: Update, times: number): Promise<void> {
    const queued = this.#api.state.updates.all.find(({ update }) => update.update_id === update_id);
    if (queued === undefined) return;
    await Promise.all(Array.from({ length: times }, () => this.#call(queued.update)));
  }

  /** The first of each key, in order of arrival. */
  #waiting(): readonly Task[] {
    const first = new Map<string, Task>();
    for (const queued of this.#api.state.updates.pending) {
      const { update_id } = queued.update;
      const task = this.#tasks.get(update_id) ?? { queued, attempts: 0, notBefore: 0 };
      this.#tasks.set(update_id, task);
      if (this.#running.has(task) || !this.#giveUp(queued, this.#options.clock.now())) {
        const key = keyOf(queued.update);
        if (!first.has(key)) first.set(key, task);
      }
    }
    return [...first.values()].filter((task) => !this.#running.has(task));
  }

  #connections(): number {
    const now = this.#options.clock.now();
    const isInDoubt = this.#failedSince !== null && now - this.#failedSince > DOUBT * 1000;
    return isInDoubt ? 1 : (this.#api.state.webhook.max_connections ?? CONNECTIONS);
  }

  #start(task: Task): void {
    const attempt = this.#attempt(task).finally(() => this.#running.delete(task));
    this.#running.set(task, attempt);
  }

  async #attempt(task: Task): Promise<void> {
    const { clock } = this.#options;
    const { update } = task.queued;
    const begun = clock.now();
    const response = await this.#call(update);
    task.attempts++;
    this.attempts.push({ update: update.update_id, time: begun, status: response?.status ?? 0 });
    const took = Math.max(clock.now() - begun, (response?.seconds ?? 0) * 1000);
    if (clock.now() < begun + took) await clock.sleep(begun + took - clock.now());
    const isLate = took > READ_TIMEOUT * 1000;
    if (response !== null && !isLate && response.status >= 200 && response.status < 300) {
      return this.#accept(update, response);
    }
    const reason = isLate ? 'Read timeout expired' : `Wrong response from the webhook: ${response?.status ?? 'none'}`;
    return this.#postpone(task, { reason, response });
  }

  async #call(update: Update): Promise<WebhookResponse | null> {
    return this.#options.webhook(update, this.#api.state.webhookSecret).catch(() => null);
  }

  #accept({ update_id }: Update, { body }: WebhookResponse): void {
    this.#failedSince = null;
    this.#goneSince = null;
    this.#api.state.updates.settle(update_id);
    if (typeof body === 'string') this.violations.push('the reply is a JSON string, which Telegram ignores');
    if (!isObject(body) || typeof body.method !== 'string' || IGNORED.test(body.method)) return;
    const { method, ...parameters } = body;
    this.#api.receive({ token: this.#token, method, parameters });
  }

  #postpone(
    task: Task,
    { reason, response }: { readonly reason: string; readonly response: WebhookResponse | null },
  ): void {
    const { state } = this.#api;
    const { clock, random } = this.#options;
    const now = clock.now();
    this.#failedSince ??= now;
    this.#goneSince = response?.status === 410 ? (this.#goneSince ?? now) : null;
    state.webhook = { ...state.webhook, last_error_date: Math.floor(now / 1000), last_error_message: reason };
    if (this.#goneSince !== null && now - this.#goneSince > GONE * 1000) {
      state.webhook = { url: '', has_custom_certificate: false, pending_update_count: 0 };
      this.violations.push('the webhook is removed after 23 hours of 410');
    }
    const own = BACK_OFF[task.attempts - 1] ?? LATER.least + random() * (LATER.most - LATER.least);
    const asked = response?.retryAfter;
    task.notBefore = now + (asked === undefined ? own : Math.min(LONGEST_WAIT, asked)) * 1000;
    this.#giveUp(task.queued, task.notBefore);
  }

  /** Gives an update up that will have expired at the time. */
  #giveUp({ update, time }: QueuedUpdate, at: number): boolean {
    if (at - time <= lifetimeOf(update) * 1000) return false;
    this.#api.state.updates.settle(update.update_id, { isLost: true });
    this.violations.push(`update ${update.update_id} expired before the bot took it`);
    return true;
  }
}
