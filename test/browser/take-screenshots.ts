import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { startLocalWorker } from '../../src/cli/local-worker.ts';
import { findChromium } from './find-chromium.ts';
import SCREENSHOTS from './screenshots.json' with { type: 'json' };

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
/** Of WebP, from 0 to 100: text stays sharp, and all pictures together stay below a megabyte. */
const QUALITY = 72;

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1200, height: 780 } },
  phone: { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true },
};

interface Screenshot {
  readonly name: string;
  readonly path: string;
  /** What is said in the conversation first. */
  readonly say?: readonly string[];
  readonly dark?: boolean;
}

/** `npm run screenshots`: pictures of every page, on a desk and on a telephone, for the README. */
async function main(): Promise<void> {
  const executablePath = findChromium(process.env);
  if (executablePath === null) throw new Error('No Chromium found (CHROMIUM or the path)');
  const state = await mkdtemp(join(tmpdir(), 'screenshots-'));
  const worker = await startLocalWorker({ port: 0, vars: {}, state });
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  await mkdir(FOLDER, { recursive: true });
  for (const screenshot of SCREENSHOTS satisfies readonly Screenshot[]) {
    for (const look of Object.keys(LOOKS)) await take(screenshot, { look, browser, site: worker.url });
  }
  await browser.close();
  await worker.stop();
  await rm(state, { recursive: true, force: true });
}

interface Surroundings {
  readonly look: string;
  readonly browser: Browser;
  readonly site: string;
}

async function take({ name, path, say = [], dark = false }: Screenshot, { look, browser, site }: Surroundings) {
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({ locale: 'zh-CN', colorScheme, reducedMotion: 'reduce', ...LOOKS[look] });
  const page = await context.newPage();
  await page.goto(site + path);
  for (const text of say) await converse(page, text);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  const file = `${name}-${look}.webp`;
  await writeFile(join(FOLDER, file), data, 'base64');
  process.stdout.write(`${file} ${Math.round(data.length * 0.75)} bytes\n`);
  await context.close();
}

async function converse(page: Page, text: string): Promise<void> {
  const answers = page.locator('.message.in[data-id]');
  const before = await answers.count();
  await page.locator('#q').fill(text);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
  await page.locator('.log:not([aria-busy])').waitFor();
  await page.locator('#q').blur();
}

await main();
