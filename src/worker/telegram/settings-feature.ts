import { Composer, type Context, GrammyError } from 'grammy';
import { mayChangeSettings } from './access.ts';
import { showCommands } from './command-menu.ts';
import type { OutgoingMessage } from './message.ts';
import { sendMessages, sendText } from './send.ts';
import { type ChatSettings, LANGUAGES, type Language } from './state/chats.ts';
import type { UpdateContext } from './update-context.ts';
import { WORDINGS } from './wording.ts';

/** Prefix of the buttons: a language, auto, or 1 and 0 for keeping questions. */
export const SETTING = 's:';
const NAMES: Readonly<Record<Language, string>> = { zh: '简体', 'zh-hant': '繁體', en: 'English' };

/** /settings: in groups for their admins alone. */
export function settingsFeature(context: UpdateContext): Composer<Context> {
  const { chatSettings, words } = context;
  const feature = new Composer();
  feature.command('settings', async (ctx) => {
    if (!(await isAdmitted(ctx))) return sendText(ctx, words.adminsOnly, context);
    await sendMessages(ctx, [settingsMessage(chatSettings, context)], context);
  });
  return feature;
}

/** A press on the settings. What the button says is checked like anything that people send. */
export async function changeSetting(ctx: Context, choice: string, context: UpdateContext): Promise<string> {
  const { state, words } = context;
  const chat = ctx.chat?.id;
  const change = parseChoice(choice);
  if (chat === undefined || change === null) return words.expired;
  if (!(await isAdmitted(ctx))) return words.adminsOnly;
  await state.chats.change(chat, change);
  if (change.language !== undefined) await showCommands(ctx, change.language);
  const settings = await state.chats.settings(chat);
  const spoken = settings.language === null ? words : WORDINGS[settings.language];
  const { text, keyboard = [] } = settingsMessage(settings, { words: spoken });
  try {
    await ctx.editMessageText(text, { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } });
  } catch (error) {
    // Pressed twice, or the message is gone: the setting is saved all the same.
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
  }
  return spoken.saved;
}

/** Who cannot be looked up is not let in. */
export async function isAdmitted(ctx: Context): Promise<boolean> {
  try {
    return await mayChangeSettings(ctx);
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}

function parseChoice(choice: string): Partial<Pick<ChatSettings, 'language' | 'consents'>> | null {
  if (choice === 'auto') return { language: null };
  if (choice === '1' || choice === '0') return { consents: choice === '1' };
  const language = LANGUAGES.find((one) => one === choice);
  return language === undefined ? null : { language };
}

function settingsMessage(settings: ChatSettings, { words }: Pick<UpdateContext, 'words'>): OutgoingMessage {
  const chosen = settings.language === null ? words.automatic : NAMES[settings.language];
  const choices = [
    { text: words.automatic, callback_data: `${SETTING}auto` },
    ...LANGUAGES.map((language) => ({ text: NAMES[language], callback_data: SETTING + language })),
  ];
  const [other, data] = settings.consents ? [words.refuses, '0'] : [words.consents, '1'];
  return {
    text: `${words.settings}\n${words.language}：${chosen}\n${settings.consents ? words.consents : words.refuses}`,
    entities: [],
    keyboard: [choices, [{ text: other, callback_data: SETTING + data }]],
  };
}
