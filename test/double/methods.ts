import type { BotCommand, WebhookInfo } from '@grammyjs/types';
import { answerCallbackQuery } from './answer-callback-query.ts';
import { answerInlineQuery } from './answer-inline-query.ts';
import type { BotState } from './bot-state.ts';
import { deleteMessage, editMessageText } from './edit-message.ts';
import { type Played, refuse, succeed } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { sendMessage } from './send-message.ts';

export type Method = (parameters: Parameters, state: BotState) => Played;

/** The methods that the double plays, names in lower case. Their parameters have passed the schema. */
export const METHODS: Readonly<Record<string, Method>> = {
  getme: (_, { me }) => succeed(me),
  sendmessage: sendMessage,
  editmessagetext: editMessageText,
  deletemessage: deleteMessage,
  answercallbackquery: answerCallbackQuery,
  answerinlinequery: answerInlineQuery,
  getchatmember: getChatMember,
  sendchataction: () => succeed(true),
  setwebhook: setWebhook,
  deletewebhook: deleteWebhook,
  getwebhookinfo: (_, { webhook }) => succeed(webhook),
  setmycommands: setMyCommands,
  getmycommands: ({ scope, language_code }, state) => succeed(state.commands(scope, language_code)),
  deletemycommands({ scope, language_code }, state) {
    state.setCommands({ scope, language: language_code }, []);
    return succeed(true);
  },
};

/** Everybody is a member: groups with roles are the business of the tests that need them. */
function getChatMember({ user_id }: Parameters): Played {
  return succeed({ status: 'member', user: { id: Number(user_id), is_bot: false, first_name: 'Reader' } });
}

function setWebhook(parameters: Parameters, state: BotState): Played {
  const { url, secret_token, max_connections, allowed_updates } = parameters as {
    url: string;
    secret_token?: string;
    max_connections?: number;
    allowed_updates?: NonNullable<WebhookInfo['allowed_updates']>;
  };
  if (url === '') return deleteWebhook(parameters, state);
  if (!/^https:\/\/[^/:]+(?::(?:443|80|88|8443))?(?:\/|$)/u.test(url)) {
    return { outcome: refuse('bad webhook: An HTTPS URL must be provided for webhook') };
  }
  if (secret_token !== undefined && !/^[\w-]{1,256}$/u.test(secret_token)) {
    return { outcome: refuse('secret token contains unallowed characters') };
  }
  const same = state.webhook.url === url && state.webhookSecret === (secret_token ?? null);
  state.webhookSecret = secret_token ?? null;
  state.webhook = {
    url,
    has_custom_certificate: false,
    pending_update_count: 0,
    max_connections: max_connections ?? 40,
    ...(allowed_updates && { allowed_updates }),
  };
  return succeed(true, same ? 'Webhook is already set' : 'Webhook was set');
}

function deleteWebhook(_: Parameters, state: BotState): Played {
  state.webhook = { url: '', has_custom_certificate: false, pending_update_count: 0 };
  state.webhookSecret = null;
  return succeed(true, 'Webhook was deleted');
}

function setMyCommands({ commands, scope, language_code }: Parameters, state: BotState): Played {
  const list = commands as BotCommand[];
  if (list.some(({ command }) => !/^[a-z0-9_]{1,32}$/u.test(command)))
    return { outcome: refuse('BOT_COMMAND_INVALID') };
  if (list.some(({ description }) => description === '' || [...description].length > 256)) {
    return { outcome: refuse('BOT_COMMAND_DESCRIPTION_INVALID') };
  }
  state.setCommands({ scope, language: language_code }, list);
  return succeed(true);
}
