import { parseFlags, runCommand } from './arguments.ts';
import { setUpTelegram } from './set-up-telegram.ts';

/** Tells Telegram where the bot lives and what it can do, from TELEGRAM_TOKEN, TELEGRAM_SECRET and PUBLIC_URL. */
async function main(): Promise<void> {
  parseFlags('telegram:setup', {});
  process.stdout.write(await setUpTelegram(process.env));
}

await runCommand('telegram:setup', main);
