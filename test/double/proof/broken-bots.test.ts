import { beforeAll, describe, expect, it } from 'vitest';
import { generateSchema } from '../schema/generate.ts';
import type { BotApiSchema } from '../schema/schema.ts';
import { BROKEN_BOTS } from './broken-bots.ts';
import { playScenario } from './play-scenario.ts';
import { SampleBot } from './sample-bot.ts';

let schema: BotApiSchema;
const caught = new Map<string, string>();

beforeAll(() => {
  schema = generateSchema();
});

describe('playScenario()', () => {
  it('finds nothing wrong with a good bot', async () => {
    expect(await playScenario(SampleBot, schema)).toEqual([]);
  });

  it.each(Object.entries(BROKEN_BOTS))('catches a bot that %s', async (name, bot) => {
    const findings = await playScenario(bot, schema);
    expect(findings).not.toEqual([]);
    caught.set(name, findings[0]!);
  });

  it('catches at least twenty kinds', () => {
    const all = Object.keys(BROKEN_BOTS).length;
    console.log(`double: ${caught.size} of ${all} broken bots caught`);
    expect(caught.size).toBe(all);
    expect(all).toBeGreaterThanOrEqual(20);
  });
});
