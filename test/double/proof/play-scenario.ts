import type { BotApiSchema } from '../schema/schema.ts';
import { ACTS } from './acts.ts';
import { type CreateBot, Stage } from './stage.ts';

/**
 * Plays to a bot what may happen to one: forged requests, duplicates, poison, topics, presses, edits, floods, cut
 * connections, blocks, moves and people of every standing.
 *
 * @returns what the bot did wrong; empty for a good one
 */
export async function playScenario(create: CreateBot, schema: BotApiSchema): Promise<readonly string[]> {
  const stage = new Stage(create, schema);
  await stage.bot.start();
  for (const act of ACTS) await act(stage);
  return stage.report();
}
