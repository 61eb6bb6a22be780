import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const stage = inject('stage');

/** Whether there is a browser to test with. */
export const canBrowse = stage !== null;

/** Address of the site without a final slash. */
export const SITE = stage?.site ?? '';

/** Opens pages. */
export interface Visitor {
  /** A page of a fresh browser window; its errors fail the test. `path` may be a whole address. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Connects to the browser for the tests of a file, and closes after each test what it has opened. */
export function useBrowser(): Visitor {
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let errors: string[] = [];
  beforeAll(async () => {
    if (stage !== null) browser = await chromium.connect(stage.browser);
  });
  afterEach(async () => {
    const [closed, found] = [contexts, errors];
    [contexts, errors] = [[], []];
    await Promise.all(closed.map((context) => context.close()));
    if (found.length > 0) throw new Error(found.join('\n'));
  });
  afterAll(() => browser?.close());
  return {
    async open(path, options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', ...DESKTOP, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${path}: ${message.text()}`);
      });
      await page.goto(path.startsWith('http') ? path : SITE + path);
      return page;
    },
  };
}
