import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playTour } from '../tour/play-tour.ts';
import { renderTour } from '../tour/render-tour.ts';

describe('npm run tour', () => {
  it('shows twenty exchanges as the bot has them today', { timeout: 120_000 }, async () => {
    const exchanges = await playTour();
    expect(exchanges).toHaveLength(20);
    expect(exchanges.flatMap(({ calls }) => calls.flatMap(({ violations }) => violations))).toEqual([]);
    expect(renderTour(exchanges)).toBe(await readFile(join(import.meta.dirname, '../../docs/tour.md'), 'utf8'));
  });
});
