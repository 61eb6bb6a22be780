import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { canBrowse, IS_FULL, PHONE, SITE, useBrowser } from './browse.ts';
import { findPages } from './site-pages.ts';

const PAGES = await findPages(SITE);
/** Markup, style and script of a page, each after gzip, in bytes. */
const LARGEST_PAGE = 60_000;
/** Widths of screens, from the narrowest that WCAG asks for to 4K, in CSS pixels. */
const WIDTHS = IS_FULL ? [320, 360, 768, 1280, 3840] : [320, 360];

/** Moves of what a reader already saw; the browser notes them. */
function shiftsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const entries = await new Promise<PerformanceEntryList>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve([]), 60);
    });
    return entries.map((entry) => JSON.stringify(entry));
  });
}

/** The width at which a page needs sideways scrolling, or null. */
async function tooNarrow(page: Page): Promise<number | null> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    if (scrollWidth > clientWidth) return width;
  }
  return null;
}

/** What a page loads, before it is opened. */
function watch(page: Page): readonly Response[] {
  const loaded: Response[] = [];
  page.on('response', (response) => loaded.push(response));
  return loaded;
}

async function sizeOf(loaded: readonly Response[]): Promise<number> {
  const counted = loaded.filter((one) => ['document', 'stylesheet', 'script'].includes(one.request().resourceType()));
  const sizes = await Promise.all(counted.map(async (one) => gzipSync(await one.body()).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe.skipIf(!canBrowse)('budgets', () => {
  const visitor = useBrowser();

  it.each(PAGES)(
    '$name is small, all ours, without a cookie, shifts nothing, fits every screen',
    async ({ name, path, status }) => {
      const page = await visitor.open('');
      const loaded = watch(page);
      const response = await page.goto(SITE + path);
      const total = await sizeOf(loaded);
      console.log(`${name}: ${(total / 1000).toFixed(1)} kB gzipped`);
      expect(response?.status()).toBe(status);
      expect(loaded.map((one) => one.url()).filter((url) => !url.startsWith(`${SITE}/`))).toEqual([]);
      expect(total).toBeLessThanOrEqual(LARGEST_PAGE);
      expect(await page.context().cookies()).toEqual([]);
      expect(await shiftsOf(page)).toEqual([]);
      expect(await tooNarrow(page)).toBeNull();
    },
  );

  it.each(PAGES)('$name says all it has to say without script, on a telephone', async ({ path }) => {
    const page = await visitor.open(path, { ...PHONE, javaScriptEnabled: false });
    const shown = await textOf(page);
    expect(shown.length).toBeGreaterThan(0);
    if (!IS_FULL) return;
    const scripted = await visitor.open(path, PHONE);
    expect(await shiftsOf(scripted)).toEqual([]);
    // The script may add buttons, and take nothing away.
    expect((await textOf(scripted)).length).toBeGreaterThanOrEqual(shown.length);
  });
});

async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/gu, '');
}
