import { describe, expect, it } from 'vitest';
import { canBrowse, SITE, useBrowser } from './browse.ts';
import { findPages } from './site-pages.ts';

const PAGES = await findPages(SITE);

describe.skipIf(!canBrowse)('dark mode', () => {
  const visitor = useBrowser();

  it.each(PAGES)('$name follows the system at once, without script', async ({ path }) => {
    const page = await visitor.open(path, { colorScheme: 'dark', javaScriptEnabled: false });
    const brightness = () =>
      page.evaluate(() => {
        const brightnessOf = (color: string) =>
          (color.match(/\d+/gu) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
        const { backgroundColor, color } = getComputedStyle(document.body);
        return { ground: brightnessOf(backgroundColor), ink: brightnessOf(color) };
      });
    const dark = await brightness();
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await brightness();
    expect(dark.ground).toBeLessThan(60);
    expect(dark.ink).toBeGreaterThan(180);
    expect(light.ground).toBeGreaterThan(200);
    expect(light.ink).toBeLessThan(80);
  });
});
