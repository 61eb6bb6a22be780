import { Composer, type Context } from 'grammy';
import { addressedQuestion } from './addressed.ts';
import { answerQuestion } from './answer-question.ts';
import { sendText } from './send.ts';
import type { UpdateContext } from './update-context.ts';
import { helpText, WORDING } from './wording.ts';

/** /ask, texts in private chats, and texts in groups that are meant for the bot. An unknown command gets the help text. */
export function questionFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.command('ask', (ctx) => answerQuestion(ctx, ctx.match, context));
  feature.on('message:text', (ctx, next) => {
    const question = addressedQuestion(ctx.message, ctx.me);
    if (question === null) return next();
    if (question.startsWith('/')) return sendText(ctx, helpText(context.dependencies.examples), context);
    return answerQuestion(ctx, question, context);
  });
  return feature;
}

/** Pictures, voices, places and the like in private chats. Service messages get no reply. */
export function otherMessageFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature
    .chatType('private')
    .on(
      ['message:file', 'message:contact', 'message:location', 'message:poll', 'message:dice', 'message:story'],
      (ctx) => sendText(ctx, WORDING.notText, context),
    );
  return feature;
}
