import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';

/** A Bot API for one reader, who reads and types in a terminal. */
export interface TerminalTelegram {
  readonly apiRoot: string;
  /** Identifier of the reader, and of the private chat. */
  readonly user: number;
  /** Brings what was typed to the Worker, and waits until the bot has said what it has to say. */
  say(typed: string, worker: string): Promise<void>;
  stop(): Promise<void>;
}

interface TerminalOptions {
  readonly secret: string;
  readonly write: (text: string) => unknown;
}

const USER = 1;
const READER = { id: USER, is_bot: false, first_name: '读者', language_code: 'zh-hans' };
const CHAT = { id: USER, type: 'private', first_name: '读者' };
/** Milliseconds without a word after which the bot is thought to have finished, and to wait for its first one. */
const QUIET = 400;
const PATIENCE = 20_000;

const BUTTON = z.looseObject({
  text: z.string(),
  url: z.optional(z.string()),
  callback_data: z.optional(z.string()),
  copy_text: z.optional(z.object({ text: z.string() })),
});
const CALL = z.looseObject({
  text: z.optional(z.string()),
  reply_markup: z.optional(z.object({ inline_keyboard: z.array(z.array(BUTTON)) })),
});
type Button = z.infer<typeof BUTTON>;

/** What the terminal remembers. */
interface Memory {
  messages: number;
  updates: number;
  /** Calls that showed something, so far. */
  shown: number;
  /** Those of the last message, and its identifier. */
  buttons: readonly Button[];
  owner: number;
}

export async function startTerminalTelegram({ secret, write }: TerminalOptions): Promise<TerminalTelegram> {
  const memory: Memory = { messages: 0, updates: 0, shown: 0, buttons: [], owner: 0 };
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const result = play(method, CALL.parse(JSON.parse(await bodyOf(request))), { memory, write });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, result }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    user: USER,
    async say(typed, worker) {
      const update = toUpdate(typed, memory);
      if (update === null) return void write('没有这个按钮\n');
      const before = memory.shown;
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
      const body = JSON.stringify({ update_id: ++memory.updates, ...update });
      const response = await fetch(`${worker}/telegram`, { method: 'POST', headers, body });
      if (!response.ok) write(`${response.status} ${await response.text()}\n`);
      await quiet(memory, before);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function quiet(memory: Memory, before: number): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (let seen = before; memory.shown === before || memory.shown > seen; await setTimeout(QUIET)) {
    if (performance.now() > deadline) return;
    seen = memory.shown;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text === '' ? '{}' : text;
}

/** Shows what a call says, and gives what Telegram would answer. */
function play(
  method: string,
  { text, reply_markup }: z.infer<typeof CALL>,
  { memory, write }: { memory: Memory; write: TerminalOptions['write'] },
): unknown {
  if (method === 'sendChatAction') return true;
  memory.shown++;
  if (method === 'answerCallbackQuery') {
    if (text !== undefined) write(`（${text}）\n`);
    return true;
  }
  const message = { message_id: ++memory.messages, date: 1, chat: CHAT, text: text ?? '' };
  const buttons = reply_markup?.inline_keyboard.flat() ?? [];
  const legend = buttons.map((button, i) => `#${i + 1} ${button.text}`).join('  ');
  write(`\n${text ?? ''}\n${legend === '' ? '' : `  ${legend}\n`}\n`);
  if (buttons.length > 0) Object.assign(memory, { buttons, owner: message.message_id });
  return message;
}

/** A press for #1, a message for everything else; null for a button that there is not. */
function toUpdate(typed: string, memory: Memory): object | null {
  const [, number] = /^#(\d{1,3})$/u.exec(typed) ?? [];
  if (number === undefined) {
    const command = /^\/\w+/u.exec(typed)?.[0];
    const entities = command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
    const message = { message_id: ++memory.messages, date: 1, chat: CHAT, from: READER, text: typed, entities };
    return { message };
  }
  const button = memory.buttons[Number(number) - 1];
  if (button?.callback_data === undefined) return null;
  const message = { message_id: memory.owner, date: 1, chat: CHAT, text: '' };
  const callback_query = { id: typed, from: READER, chat_instance: '1', data: button.callback_data, message };
  return { callback_query };
}
