import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const stage = inject('stage');

/** Whether there is a browser to test with. */
export const canBrowse = stage !== null;

/** Whether everything is tested, as `npm run check:full` does, or what takes less than a minute. */
export const IS_FULL = process.env.WENJU_BROWSER === 'required';

/** Address of the site without a final slash. */
export const SITE = stage?.site ?? '';

export interface VisitOptions extends BrowserContextOptions {
  /** Errors of the page are what is tested. */
  readonly toleratesErrors?: boolean;
}

/** Opens pages. */
export interface Visitor {
  /** A page of a fresh browser window; its errors fail the test. `path` may be a whole address, or empty for none yet. */
  open(path: string, options?: VisitOptions): Promise<Page>;
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
    async open(path, { toleratesErrors = false, ...options } = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', ...DESKTOP, ...options });
      contexts.push(context);
      const page = await context.newPage();
      if (!toleratesErrors) noteErrors(page, errors);
      if (path !== '') await page.goto(path.startsWith('http') ? path : SITE + path);
      return page;
    },
  };
}

function noteErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A page that is not there says so in its status.
    const isOwnStatus = message.location().url === page.url() && message.text().includes('404');
    if (message.type() === 'error' && !isOwnStatus) errors.push(`${page.url()}: ${message.text()}`);
  });
}
