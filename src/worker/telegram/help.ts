import { Composer, type Context } from 'grammy';
import { sendText } from './send.ts';
import { helpText } from './wording.ts';

/** /start and /help. */
export function helpFeature(examples: readonly string[]): Composer<Context> {
  const feature = new Composer();
  feature.command(['start', 'help'], (ctx) => sendText(ctx, helpText(examples)));
  return feature;
}
