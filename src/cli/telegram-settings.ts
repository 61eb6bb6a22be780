import { WenjuError } from '../core/error.ts';
import { readTelegramSettings, type TelegramSettings } from '../worker/environment.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  TELEGRAM_TOKEN: '向 @BotFather 申请的令牌',
  TELEGRAM_SECRET: '自定的密钥，部署时用同一个',
  PUBLIC_URL: '部署后的网址，如 https://wenju.example.workers.dev',
};

/**
 * The settings of the Telegram side.
 *
 * @param environment variables by name
 * @throws {WenjuError} `missing_dependency`, naming the first variable that is missing or wrong, never its value
 */
export function requireTelegramSettings(environment: Readonly<Record<string, string | undefined>>): TelegramSettings {
  const result = readTelegramSettings(environment);
  if (result.ok) return result.settings;
  const { name, detail } = result;
  throw missingVariable(name, detail === 'is missing' ? '没有设置' : `不合要求（${detail}）`);
}

/** Says which variable is missing or wrong, and what it is for. */
export function missingVariable(name: string, problem: string): WenjuError {
  const meaning = MEANINGS[name];
  return new WenjuError('missing_dependency', `环境变量 ${name} ${problem}${meaning ? `：${meaning}` : ''}`, { name });
}
