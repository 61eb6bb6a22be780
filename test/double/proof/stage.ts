import type { BotApi } from '../bot-api.ts';
import { createBotApiFetch } from '../create-bot-api-fetch.ts';
import { SimulatedClock } from '../delivery/clock.ts';
import type { Webhook } from '../delivery/webhook.ts';
import { WebhookDelivery } from '../delivery/webhook-delivery.ts';
import { inspectJournal } from '../inspect-journal.ts';
import type { Said } from '../people.ts';
import type { BotApiSchema } from '../schema/schema.ts';
import type { ApiResponse, SampleBot, Surroundings } from './sample-bot.ts';

const TOKEN = '123456:token-of-the-scenario';
export const SECRET = 'secret-of-the-scenario';
export type CreateBot = new (surroundings: Surroundings) => SampleBot;

/** One bot in front of the double, in simulated time, and what is found to be wrong with it. */
export class Stage {
  readonly clock = new SimulatedClock(Date.UTC(2026, 0, 1));
  readonly api: BotApi;
  readonly bot: SampleBot;
  readonly webhook: Webhook;
  readonly delivery: WebhookDelivery;
  readonly findings: string[] = [];

  constructor(create: CreateBot, schema: BotApiSchema) {
    const { now, sleep } = this.clock;
    const { api, fetch } = createBotApiFetch({ token: TOKEN, schema, now, sleep });
    this.api = api;
    const call = async (method: string, parameters: object): Promise<ApiResponse> => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(parameters) };
      const response = await fetch(`https://telegram.invalid/bot${TOKEN}/${method}`, init);
      return (await response.json()) as ApiResponse;
    };
    this.bot = new create({ call, secret: SECRET, pass: (seconds) => this.clock.pass(seconds) });
    this.webhook = (update, secret) => this.bot.receive(update as Parameters<SampleBot['receive']>[0], secret);
    this.delivery = new WebhookDelivery(api, { webhook: this.webhook, clock: this.clock });
  }

  /** Some time later somebody writes, and the bot is told. */
  async say(said: Said): Promise<void> {
    this.clock.pass(10);
    this.api.people.say(said);
    await this.delivery.run();
  }

  expectSent(chat: number, count: number, what: string): void {
    const sent = this.api.state.messages(chat).length;
    if (sent !== count) this.findings.push(`${what}: ${sent} messages and not ${count}`);
  }

  /** All that is wrong, first what the acts have found. */
  report(): readonly string[] {
    const { windowViolations, duplicates, unanswered, lost } = inspectJournal(this.api);
    const counts = Object.entries({ windowViolations, duplicates, unanswered, lost });
    return [
      ...this.findings,
      ...this.delivery.violations,
      ...this.api.journal.flatMap(faultsOf),
      ...counts.filter(([, count]) => count > 0).map(([name, count]) => `${name}: ${count}`),
    ];
  }
}

/** Refusals that say that the bot has sent what must never be sent, besides violations. */
function faultsOf({ response, violations }: BotApi['journal'][number]): readonly string[] {
  if (violations.length > 0 || response.ok || response.error_code !== 400) return violations;
  const isNews = /upgraded|not enough rights/u.test(response.description);
  return isNews ? [] : [response.description];
}
