import { BotApi } from '../bot-api.ts';
import { deliverUpdate } from '../delivery/webhook-delivery.ts';
import { tooManyRequests } from '../fault.ts';
import type { BotApiSchema } from '../schema/schema.ts';
import type { Incoming, SampleBot, Surroundings } from './sample-bot.ts';

const SECRET = 'secret-of-the-scenario';
const TOKEN = '123456:token-of-the-scenario';
const PRIVATE = { id: 5, type: 'private' };
const FORUM = { id: -100, type: 'supergroup' };

/**
 * Plays to a bot what may happen to one: forged requests, duplicates, poison, topics, presses, floods, blocks and moves.
 *
 * @returns what the bot did wrong; empty for a good one
 */
export async function playScenario(
  create: new (surroundings: Surroundings) => SampleBot,
  schema: BotApiSchema,
): Promise<readonly string[]> {
  let time = 0;
  const pass = (seconds: number) => {
    time += seconds * 1000;
  };
  const api = new BotApi({ token: TOKEN, schema, now: () => time });
  const call = async (method: string, parameters: object) =>
    api.receive({ token: TOKEN, method, parameters: { ...parameters } }).response;
  const bot = new create({ call, secret: SECRET, pass });
  const webhook = (update: object, secret: string | null) => bot.receive(update as Incoming, secret);
  const findings: string[] = [];
  let id = 0;

  async function deliver(update: object): Promise<void> {
    pass(10);
    const { isAccepted, violations } = await deliverUpdate(webhook, update, { secret: SECRET, pass });
    findings.push(...violations);
    if (!isAccepted) findings.push('an update was refused until it expired');
  }
  const say = (text: string, chat: object = PRIVATE, more: object = {}) =>
    deliver({ update_id: ++id, message: { message_id: ++id, date: 1, chat, text, ...more } });
  function expectSent(chat: number, count: number, what: string): void {
    const sent = api.state.messages(chat).length;
    if (sent !== count) findings.push(`${what}: ${sent} messages and not ${count}`);
  }

  for (const secret of [null, '', 'wrong']) {
    const { status } = await webhook({ update_id: ++id, message: { message_id: 1, chat: PRIVATE, text: 'x' } }, secret);
    if (status < 400) findings.push('a forged request is accepted');
  }
  if (api.journal.length > 0) findings.push('a forged request causes a call');
  const twice = { update_id: ++id, message: { message_id: ++id, date: 1, chat: PRIVATE, text: '问' } };
  await deliver(twice);
  await deliver(twice);
  expectSent(5, 1, 'an update delivered twice');
  await say('poison');
  await say('long');
  expectSent(5, 3, 'an answer of two parts');
  api.state.chats.setTopics(-100, [42]);
  await say('别人的话', FORUM);
  expectSent(-100, 0, 'a text for others');
  await say('@wenju_test_bot 问', FORUM, { message_thread_id: 42 });
  const inTopic = api.state.messages(-100).every(({ message_thread_id }) => message_thread_id === 42);
  if (!inTopic) findings.push('an answer stands outside of its topic');
  api.state.presses.add('press');
  await deliver({ update_id: ++id, callback_query: { id: 'press', data: 'm:1' } });
  if (api.state.presses.size > 0) findings.push('a press is left unanswered');
  api.faults.add({ method: 'sendMessage' }, tooManyRequests(7));
  await say('问', { id: 7, type: 'private' });
  for (let i = 0; i < 25; i++) await bot.receive(fresh(++id, { id: 8, type: 'private' }), SECRET);
  api.state.chats.close(6);
  for (let i = 0; i < 2; i++) await say('问', { id: 6, type: 'private' });
  api.state.chats.move(-7, -1007);
  for (let i = 0; i < 2; i++) await say('@wenju_test_bot 问', { id: -7, type: 'group' });
  expectSent(-1007, 2, 'a group that has moved');
  return [...findings, ...api.journal.flatMap(faults)];
}

function fresh(id: number, chat: { id: number; type: string }): Incoming {
  return { update_id: id, message: { message_id: id, chat, text: '问' } };
}

/** Refusals that say that the bot has sent what must never be sent. */
function faults({ response, violations }: BotApi['journal'][number]): readonly string[] {
  if (violations.length > 0) return violations;
  const isOurs = !response.ok && response.error_code === 400 && !response.description.includes('upgraded');
  return isOurs ? [response.description] : [];
}
