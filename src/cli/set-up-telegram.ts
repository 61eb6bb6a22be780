import { Api, GrammyError } from 'grammy';
import type { BotCommand, WebhookInfo } from 'grammy/types';
import { WenjuError } from '../core/error.ts';
import type { TelegramSettings } from '../worker/environment.ts';
import { redact } from '../worker/log.ts';
import { commandList } from '../worker/telegram/commands.ts';
import { missingVariable, requireTelegramSettings } from './telegram-settings.ts';

/** The kinds of update that the bot reads. */
const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const;
/** How many updates Telegram may deliver at the same time; its own default. */
const MAX_CONNECTIONS = 40;
const TIMEOUT_SECONDS = 30;
/** Shorter secrets are taken, with a word of advice. */
const GOOD_SECRET_LENGTH = 32;

/**
 * Sets webhook and commands. Doing it again changes nothing.
 *
 * @param environment variables by name
 * @returns what Telegram reports afterwards, for the terminal; never the token or the secret
 * @throws {WenjuError} `missing_dependency`, naming the variable, or `telegram` if Telegram refuses or cannot be reached.
 */
export async function setUpTelegram(environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  const { settings, publicUrl } = readSettings(environment);
  const api = new Api(settings.token, { apiRoot: settings.apiRoot, timeoutSeconds: TIMEOUT_SECONDS });
  const url = `${publicUrl}/telegram`;
  const { username } = await attempt('getMe', () => api.getMe());
  await attempt('setWebhook', () =>
    api.setWebhook(url, {
      secret_token: settings.secret,
      allowed_updates: ALLOWED_UPDATES,
      max_connections: MAX_CONNECTIONS,
    }),
  );
  for (const { language, list } of commandLists()) {
    await attempt('setMyCommands', () => api.setMyCommands(list, language === null ? {} : { language_code: language }));
  }
  const info = await attempt('getWebhookInfo', () => api.getWebhookInfo());
  if (info.url !== url) {
    throw new WenjuError('telegram', `Telegram 记下的网址是 ${info.url ?? '空'}，不是 ${url}`, {
      method: 'getWebhookInfo',
      description: info.url ?? '',
    });
  }
  return summarize(info, settings, username);
}

function readSettings(environment: Readonly<Record<string, string | undefined>>) {
  const settings = requireTelegramSettings(environment);
  const { publicUrl } = settings;
  if (publicUrl === null) throw missingVariable('PUBLIC_URL', '没有设置');
  if (!publicUrl.startsWith('https://'))
    throw missingVariable('PUBLIC_URL', '必须以 https:// 开头，Telegram 不接受别的');
  return { settings, publicUrl };
}

/** The default list is for readers of every language without a list of their own. Telegram knows no script, so `zh` is one. */
function commandLists(): readonly { language: 'en' | 'zh' | null; list: readonly BotCommand[] }[] {
  return [
    { language: null, list: commandList('zh') },
    { language: 'zh', list: commandList('zh') },
    { language: 'en', list: commandList('en') },
  ];
}

async function attempt<Result>(method: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    // Neither the error nor its cause is passed on: both hold addresses with the token.
    const description = error instanceof GrammyError ? redact(error.description) : '连接不上';
    throw new WenjuError('telegram', `Telegram 没有接受 ${method}：${description}`, { method, description });
  }
}

function summarize(info: WebhookInfo, settings: TelegramSettings, username: string): string {
  const lines = [`已设置 @${username}。Telegram 报告的状态：`, redact(JSON.stringify(info, null, 2))];
  if (settings.username?.toLowerCase() !== username.toLowerCase()) {
    lines.push(`要在群里认出 @${username}，部署时把 TELEGRAM_BOT_USERNAME 设为 ${username}`);
  }
  if (settings.secret.length < GOOD_SECRET_LENGTH) {
    lines.push(`建议把 TELEGRAM_SECRET 换成至少 ${GOOD_SECRET_LENGTH} 个字符的随机串`);
  }
  return `${lines.join('\n')}\n`;
}
