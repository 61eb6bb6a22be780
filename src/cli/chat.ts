import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseFlags, runCommand } from './arguments.ts';
import { startTerminalTelegram } from './chat/terminal-telegram.ts';
import { startLocalWorker } from './local-worker.ts';

const HELP = '打字提问；/start、/help 等命令也行；#1 按第一个按钮；Ctrl-D 结束\n';

/** The bot in a terminal: the Worker on this machine, with the terminal as Telegram. Ends with the input. */
async function main(): Promise<void> {
  parseFlags('chat', {});
  const state = await mkdtemp(join(tmpdir(), 'wenju-chat-'));
  const secret = randomBytes(16).toString('hex');
  const telegram = await startTerminalTelegram({ secret, write: (text) => process.stdout.write(text) });
  const vars = {
    TELEGRAM_TOKEN: '1:terminal',
    TELEGRAM_SECRET: secret,
    TELEGRAM_BOT_USERNAME: 'wenju_bot',
    TELEGRAM_API_ROOT: telegram.apiRoot,
    OWNER_IDS: String(telegram.user),
  };
  const worker = await startLocalWorker({ port: 0, vars, state });
  try {
    process.stdout.write(HELP);
    const lines = createInterface({ input: process.stdin, terminal: process.stdin.isTTY });
    for await (const line of lines) if (line.trim() !== '') await telegram.say(line.trim(), worker.url);
  } finally {
    await worker.stop();
    await telegram.stop();
    await rm(state, { recursive: true, force: true });
  }
}

await runCommand('chat', main);
