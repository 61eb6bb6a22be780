import { beforeAll, describe, expect, it } from 'vitest';
import findings from '../../cases/bot-api-broken-bots.json' with { type: 'json' };
import { generateSchema } from '../schema/generate.ts';
import type { BotApiSchema } from '../schema/schema.ts';
import { BROKEN_BOTS } from './broken-bots.ts';
import { playScenario } from './play-scenario.ts';
import { SampleBot } from './sample-bot.ts';

let schema: BotApiSchema;
let caught = 0;

beforeAll(() => {
  schema = generateSchema();
});

describe('playScenario()', () => {
  it('finds nothing wrong with a good bot', async () => {
    expect(await playScenario(SampleBot, schema)).toEqual([]);
  });

  it.each(Object.entries(findings))('catches a bot that %s, for that: %s', async (name, finding) => {
    const found = await playScenario(BROKEN_BOTS[name]!, schema);
    expect(found.some((one) => one.includes(finding))).toBe(true);
    caught++;
  });

  it('catches all, and at least twenty kinds', () => {
    console.log(`double: ${caught} of ${Object.keys(BROKEN_BOTS).length} broken bots caught`);
    expect(Object.keys(findings).sort()).toEqual(Object.keys(BROKEN_BOTS).sort());
    expect(caught).toBe(Object.keys(BROKEN_BOTS).length);
    expect(caught).toBeGreaterThanOrEqual(20);
  });
});
