import { Bot, type Context } from 'grammy';
import { checkAccess } from './access.ts';
import { adminFeature } from './admin-feature.ts';
import { botInfo } from './bot-info.ts';
import { buttonFeature } from './button-feature.ts';
import { digestFeature } from './digest-feature.ts';
import { figuresFeature } from './figures-feature.ts';
import { guardCalls } from './guard-calls.ts';
import { helpFeature } from './help.ts';
import { libraryFeature } from './library-feature.ts';
import { membershipFeature } from './membership-feature.ts';
import { otherMessageFeature, questionFeature } from './question-feature.ts';
import { settingsFeature } from './settings-feature.ts';
import type { UpdateContext } from './update-context.ts';

/** Seconds after which a call to Telegram is given up. */
const TIMEOUT_SECONDS = 20;

/**
 * The bot for one update. Made anew for each: promises kept beyond a request never settle on Workers.
 * Calls go out as requests of their own, never in the reply to the webhook. Whoever calls it handles its errors: with
 * webhooks grammY never calls `bot.catch`.
 */
export function createBot(context: UpdateContext): Bot {
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
  guardCalls(bot.api, context);
  bot.use(membershipFeature(context));
  bot.use(checkAccess(context), buttonFeature(context));
  const features = [
    helpFeature,
    settingsFeature,
    digestFeature,
    figuresFeature,
    libraryFeature,
    adminFeature,
    questionFeature,
  ];
  bot.filter(isFromPerson).use(...features.map((feature) => feature(context)), otherMessageFeature(context));
  return bot;
}

/** Bots are not answered, lest two of them talk for ever; an anonymous admin looks like one and speaks as the group. */
function isFromPerson(ctx: Context): boolean {
  return ctx.from?.is_bot !== true || (ctx.senderChat !== undefined && ctx.senderChat.id === ctx.chat?.id);
}
