import { Composer, type Context } from 'grammy';
import { sendText } from './send.ts';
import type { UpdateContext } from './update-context.ts';
import { helpText } from './wording.ts';

/** /start and /help. */
export function helpFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.command(['start', 'help'], (ctx) => sendText(ctx, helpText(context.dependencies.examples), context));
  return feature;
}
