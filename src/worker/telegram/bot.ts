import { Bot, type Context, GrammyError } from 'grammy';
import { WenjuError } from '../../core/error.ts';
import type { AnswerContext } from './answer-question.ts';
import { botInfo } from './bot-info.ts';
import { helpFeature } from './help.ts';
import { otherMessageFeature, questionFeature } from './question-feature.ts';
import { sendText } from './send.ts';
import { WORDING } from './wording.ts';

/** Seconds after which a call to Telegram is given up; Telegram itself waits 60 s for us. */
const TIMEOUT_SECONDS = 20;

/**
 * The bot for one update. Made anew for each request: promises kept beyond a request never settle on Workers.
 * Calls go out as requests of their own, never in the reply to the webhook.
 */
export function createBot(context: AnswerContext): Bot {
  const { settings, dependencies } = context;
  const bot = new Bot(settings.token, {
    botInfo: botInfo(settings),
    client: {
      apiRoot: settings.apiRoot,
      fetch: dependencies.fetch,
      timeoutSeconds: TIMEOUT_SECONDS,
      canUseWebhookReply: () => false,
    },
  });
  // With webhooks grammY never calls `bot.catch`: this boundary does.
  bot.use(async function apologize(ctx, next) {
    try {
      await next();
    } catch (error) {
      logFailure(error, ctx, context);
      if (!isClosed(error)) await sendText(ctx, WORDING.failed);
    }
  });
  bot.filter(isFromPerson).use(helpFeature(dependencies.examples), questionFeature(context), otherMessageFeature());
  return bot;
}

/** Bots are not answered, lest two of them talk for ever; an anonymous admin looks like one and speaks as the group. */
function isFromPerson(ctx: Context): boolean {
  return ctx.from?.is_bot !== true || (ctx.senderChat !== undefined && ctx.senderChat.id === ctx.chat?.id);
}

/** Whether Telegram takes nothing from us there now: blocked, revoked or too fast. A 400 is about the one message. */
function isClosed(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code !== 400;
}

function logFailure(error: unknown, ctx: Context, { dependencies }: AnswerContext): void {
  const updateId = ctx.update.update_id;
  if (error instanceof GrammyError) {
    const { method, description, error_code } = error;
    dependencies.log({
      event: 'telegram_send_failed',
      name: method,
      detail: description,
      status: error_code,
      updateId,
    });
  } else if (error instanceof WenjuError && error.code === 'gate') {
    dependencies.log({ event: 'gate_failed', detail: error.message, updateId });
  } else {
    dependencies.log({
      event: 'telegram_update_failed',
      name: error instanceof Error ? error.name : typeof error,
      updateId,
    });
  }
}
