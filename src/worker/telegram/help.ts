import { Composer, type Context } from 'grammy';
import { sendCitation } from './citation-feature.ts';
import { showCommands } from './command-menu.ts';
import type { OutgoingMessage } from './message.ts';
import { sendMessages } from './send.ts';
import { languageOf } from './update.ts';
import type { UpdateContext } from './update-context.ts';
import { helpText } from './wording.ts';

/** Prefix of the buttons that ask an example, before its index. */
export const EXAMPLE = 'e:';

/** /start and /help; /start with the identifier of a citation shows that. */
export function helpFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.command('start', async (ctx, next) => {
    if (ctx.match === '' || !(await sendCitation(ctx, ctx.match, context))) return next();
  });
  feature.chatType('private').command('start', async (ctx, next) => {
    if (context.chatSettings.language === null && languageOf(ctx.update) === 'zh-hant')
      await showCommands(ctx, 'zh-hant');
    return next();
  });
  feature.command(['start', 'help'], async (ctx) => {
    await sendMessages(ctx, [helpMessage(context)], context);
  });
  return feature;
}

/** The help text, its examples as buttons. */
export function helpMessage({ dependencies, words }: UpdateContext): OutgoingMessage {
  const examples = dependencies.examples();
  const keyboard = examples.map((example, i) => [{ text: example, callback_data: `${EXAMPLE}${i}` }]);
  return { text: helpText(words, examples), entities: [], ...(keyboard.length > 0 && { keyboard }) };
}
