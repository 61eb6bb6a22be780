import { Composer, type Context } from 'grammy';
import { addressedQuestion } from './addressed.ts';
import { answerQuestion } from './answer-question.ts';
import { helpMessage } from './help.ts';
import { sendMessages, sendText } from './send.ts';
import type { UpdateContext } from './update-context.ts';

/** /ask, texts in private chats, and texts in groups that are meant for the bot. An unknown command gets the help text. */
export function questionFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.command('ask', (ctx) => answerQuestion(ctx, { typed: ctx.match }, context));
  feature.on(
    ['message:text', 'message:caption', 'edited_message:text', 'edited_message:caption'],
    async (ctx, next) => {
      const question = editedAsk(ctx) ?? addressedQuestion(ctx.msg, ctx.me);
      if (question === null) return next();
      if (question.startsWith('/') && ctx.editedMessage !== undefined) return next();
      if (!question.startsWith('/')) return answerQuestion(ctx, { typed: question }, context);
      await sendMessages(ctx, [helpMessage(context)], context);
    },
  );
  return feature;
}

/** The question of an /ask that was edited: of commands grammY sees only new ones. */
function editedAsk({ editedMessage, me }: Context): string | null {
  const [, name, question] = /^\/ask(?:@(\w+))?\s+(.+)$/su.exec(editedMessage?.text ?? '') ?? [];
  const isOurs = name === undefined || name.toLowerCase() === me.username.toLowerCase();
  return question !== undefined && isOurs ? question : null;
}

/** Pictures, voices, places and the like in private chats. Service messages get no reply. */
export function otherMessageFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature
    .chatType('private')
    .on(
      ['message:file', 'message:contact', 'message:location', 'message:poll', 'message:dice', 'message:story'],
      (ctx) => sendText(ctx, context.words.notText, context),
    );
  return feature;
}
