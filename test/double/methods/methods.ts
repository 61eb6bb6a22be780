import type { BotState } from '../bot-state.ts';
import { type Played, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';
import { answerCallbackQuery } from './answer-callback-query.ts';
import { answerInlineQuery } from './answer-inline-query.ts';
import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chat-methods.ts';
import { deleteMessage, deleteMessages, editMessageReplyMarkup, editMessageText } from './edit-message.ts';
import { deleteMyCommands, getMyCommands, getProfile, setMyCommands, setProfile } from './profile-methods.ts';
import { sendMessage, sendMessageDraft } from './send-message.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './update-methods.ts';

export type Method = (parameters: Parameters, state: BotState) => Played;

/** The methods that the double plays, names in lower case. Their parameters have passed the schema. */
export const METHODS: Readonly<Record<string, Method>> = {
  getme: (_, { me }) => succeed(me),
  sendmessage: sendMessage,
  sendmessagedraft: sendMessageDraft,
  editmessagetext: editMessageText,
  editmessagereplymarkup: editMessageReplyMarkup,
  deletemessage: deleteMessage,
  deletemessages: deleteMessages,
  answercallbackquery: answerCallbackQuery,
  answerinlinequery: answerInlineQuery,
  getchat: getChat,
  getchatmember: getChatMember,
  getchatadministrators: getChatAdministrators,
  getchatmembercount: getChatMemberCount,
  leavechat: leaveChat,
  sendchataction: () => succeed(true),
  getupdates: getUpdates,
  setwebhook: setWebhook,
  deletewebhook: deleteWebhook,
  getwebhookinfo: getWebhookInfo,
  setmycommands: setMyCommands,
  getmycommands: getMyCommands,
  deletemycommands: deleteMyCommands,
  setmyname: setProfile('name'),
  getmyname: getProfile('name'),
  setmydescription: setProfile('description'),
  getmydescription: getProfile('description'),
  setmyshortdescription: setProfile('short_description'),
  getmyshortdescription: getProfile('short_description'),
};

/** Of those, the ones that are held to the pace of a chat. */
export const PACED: ReadonlySet<string> = new Set(['sendmessage', 'editmessagetext', 'editmessagereplymarkup']);
/** And those that need the chat to be open to the bot. */
export const IN_CHAT: ReadonlySet<string> = new Set([...PACED, 'sendmessagedraft', 'sendchataction']);
