import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { canBrowse, DESKTOP, IS_FULL, PHONE, SITE, useBrowser } from './browse.ts';
import { findPages } from './site-pages.ts';

const PAGES = await findPages(SITE);
/** WCAG 2.2 A and AA, and what axe thinks good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly string[];
}

async function violations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    // What was injected just before; the content security policy forbids the page itself to load it.
    const { axe: injected } = globalThis as unknown as { axe: typeof axe };
    const found = await injected.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }));
  }, TAGS);
}

/** Of the ground and the ink of a page, from 0 to 255. */
function brightness(page: Page): Promise<{ readonly ground: number; readonly ink: number }> {
  return page.evaluate(() => {
    const brightnessOf = (color: string) =>
      (color.match(/\d+/gu) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { ground: brightnessOf(backgroundColor), ink: brightnessOf(color) };
  });
}

describe.skipIf(!canBrowse)('accessibility', () => {
  const visitor = useBrowser();

  it.each(PAGES)('axe finds nothing on $name, light on a telephone or dark on a desk', async (one) => {
    const { path } = one;
    const looks = [
      { ...PHONE, colorScheme: 'light' as const },
      { ...DESKTOP, colorScheme: 'dark' as const },
    ];
    for (const [i, look] of looks.entries()) {
      // One of the two where time is short.
      if (!IS_FULL && PAGES.indexOf(one) % 2 !== i) continue;
      const page = await visitor.open(path, look);
      expect(await violations(page)).toEqual([]);
      const { ground, ink } = await brightness(page);
      expect(look.colorScheme === 'dark' ? ink - ground : ground - ink).toBeGreaterThan(150);
    }
  });

  it('axe finds nothing in a conversation', async () => {
    const page = await visitor.open('/', PHONE);
    await page.locator('.log .key').first().click();
    await page.locator('.message.in[data-id]').waitFor();
    await page.locator('.log:not([aria-busy])').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('axe finds what is wrong', async () => {
    const page = await visitor.open('/');
    await page.evaluate(() => {
      document.querySelector('label')?.remove();
      document.querySelector('input[name=q]')?.removeAttribute('placeholder');
    });
    expect((await violations(page)).map(({ id }) => id)).toEqual(['label']);
  });

  it('the whole conversation works by keyboard', async () => {
    const page = await visitor.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 20; i++) {
      if (await page.evaluate(() => document.activeElement?.matches('.log .key'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('.message.in[data-id] .key').first().waitFor();
    await page.getByLabel('问题').press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('👎');
    await page.keyboard.press('Enter');
    await page.getByText('谢谢反馈').waitFor();
  });
});
