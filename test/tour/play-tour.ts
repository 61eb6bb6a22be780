import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Update } from '@grammyjs/types';
import { type LocalWorker, startLocalWorker } from '../../src/cli/local-worker.ts';
import type { JournalEntry } from '../double/bot-api.ts';
import { type BotApiDouble, createBotApiDouble } from '../double/bot-api-double.ts';
import exchanges from './exchanges.json' with { type: 'json' };

/** What a person did, and the calls with which the bot answered, as the double's journal has them. */
export interface PlayedExchange {
  readonly title: string;
  readonly chat: string;
  /** What was typed, or the button that was pressed. */
  readonly said: string;
  readonly kind: 'said' | 'pressed' | 'edited' | 'asked inline';
  readonly calls: readonly JournalEntry[];
}

type Exchange = (typeof exchanges)[number];

const TOKEN = '123456:token-of-the-tour';
const SECRET = 'secret-of-the-tour';
export const PUBLIC_URL = 'https://wenju.example';
/** Readers are different people, lest one asks too much in a minute. */
const FIRST_READER = 501;
const GROUP = -1001;
const TOPIC = 7;
/** Milliseconds in which the bot has to answer, and after which it is thought to say nothing. */
const PATIENCE = 30_000;
const SILENCE = 500;

/** Plays the exchanges of exchanges.json, in order, to the real Worker with the double as Telegram. */
export async function playTour(): Promise<readonly PlayedExchange[]> {
  const state = await mkdtemp(join(tmpdir(), 'wenju-tour-'));
  const double = await createBotApiDouble({ token: TOKEN });
  const vars = {
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_SECRET: SECRET,
    TELEGRAM_API_ROOT: double.apiRoot,
    TELEGRAM_BOT_USERNAME: double.state.me.username,
    PUBLIC_URL,
  };
  const worker = await startLocalWorker({ port: 0, vars, state });
  try {
    const played: PlayedExchange[] = [];
    for (const exchange of exchanges) played.push(await play(exchange, { double, worker }));
    return played;
  } finally {
    await worker.stop();
    await double.close();
    await rm(state, { recursive: true, force: true });
  }
}

interface Stage {
  readonly double: BotApiDouble;
  readonly worker: LocalWorker;
}

async function play(exchange: Exchange, stage: Stage): Promise<PlayedExchange> {
  const { double, worker } = stage;
  const { update, said, kind } = act(exchange, double);
  const before = double.journal.length;
  // In groups Telegram itself keeps from the bot what is not meant for it.
  if (update !== null) {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
    await fetch(`${worker.url}/telegram`, { method: 'POST', headers, body: JSON.stringify(update) });
  }
  const calls = () => double.journal.slice(before).filter(({ method }) => method !== 'sendChatAction');
  const deadline = performance.now() + (exchange.calls === 0 ? SILENCE : PATIENCE);
  while ((exchange.calls === 0 || calls().length < exchange.calls) && performance.now() < deadline)
    await setTimeout(10);
  if (calls().length !== exchange.calls) {
    throw new Error(`${exchange.title}: ${calls().length} calls and not ${exchange.calls}`);
  }
  return { title: exchange.title, chat: exchange.chat, said, kind, calls: calls() };
}

type Act = Pick<PlayedExchange, 'said' | 'kind'> & { readonly update: Update | null };

function act(
  { chat, reader = 0, say, edit, press, pressFirst }: Exchange,
  { people, state, journal }: BotApiDouble,
): Act {
  const id = FIRST_READER + reader;
  if (press !== undefined || pressFirst === true) {
    const shown = state.messages(id).findLast(({ reply_markup }) => reply_markup !== undefined);
    const buttons = shown?.reply_markup?.inline_keyboard.flat() ?? [];
    const button = buttons.find(({ text }) => pressFirst === true || text === press);
    if (shown === undefined || button === undefined || !('callback_data' in button))
      throw new Error(`No button ${press}`);
    const pressed = { chat: id, message: shown.message_id, data: button.callback_data };
    return { update: people.press(pressed), said: button.text, kind: 'pressed' };
  }
  if (edit !== undefined) {
    return { update: people.edit({ chat: id, id: lastQuestion(journal), text: edit }), said: edit, kind: 'edited' };
  }
  const said = say ?? '';
  if (chat === 'inline') return { update: people.askInline(id, said), said, kind: 'asked inline' };
  if (chat === 'private') return { update: people.say({ chat: id, text: said }), said, kind: 'said' };
  const more = { message_thread_id: TOPIC, is_topic_message: true };
  return { update: people.say({ chat: GROUP, by: id, text: said, more }), said, kind: 'said' };
}

/** The message that the last answer replies to. */
function lastQuestion(journal: readonly JournalEntry[]): number {
  const replies = journal.flatMap(({ parameters }) => parameters.reply_parameters ?? []);
  const { message_id } = (replies.at(-1) ?? {}) as { message_id?: number };
  if (message_id === undefined) throw new Error('There is no answer yet');
  return message_id;
}
