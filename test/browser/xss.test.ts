import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import XSS from '../cases/xss.json' with { type: 'json' };
import { canBuild } from '../cli/small-index.ts';
import { canBrowse, IS_FULL, SITE, useBrowser, type VisitOptions } from './browse.ts';
import { type HostileSite, startHostileSite } from './hostile-site.ts';
import { findPages } from './site-pages.ts';

const { payloads } = XSS;
/** Payloads at once in an address. One by one where all is tested. */
const AT_ONCE = IS_FULL ? 1 : 10;
/** Addresses that carry what a reader may be made to open. */
const CARRIERS = [
  '/?q=',
  '/figures?q=',
  '/figures?region=',
  '/figures?sort=',
  '/compare?property=',
  '/nowhere/',
  '/r/',
  '/?lang=',
];

const batches = Array.from({ length: Math.ceil(payloads.length / AT_ONCE) }, (_, i) =>
  payloads.slice(i * AT_ONCE, (i + 1) * AT_ONCE).join(' '),
);
const squeeze = (text: string) => text.replace(/[\s\ufeff]+/gu, '');

/** What a page holds that could run, or that only a payload could have put there. */
function dangers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const strange =
      'iframe,object,embed,base,style,img,image,video,audio,math,marquee,meta[http-equiv],script:not([src^="/"]),xss';
    const links = [
      'href',
      'src',
      'action',
      'formaction',
      'data',
      'xlink:href',
      'srcdoc',
      'poster',
      'background',
      'style',
    ];
    const isHarmless = (value: string) => /^(?:https?:\/\/|\/(?![/\\])|#|\?|$)/iu.test(value);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => name.startsWith('on') || (links.includes(name) && !isHarmless(value)))
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    );
    return [...attributes, ...[...document.querySelectorAll(strange)].map(({ outerHTML }) => outerHTML)];
  });
}

describe.skipIf(!canBrowse)('payloads', () => {
  const visitor = useBrowser();
  let hits = 0;

  /** A page whose content security policy is off: then escaping alone stands between a payload and its run. */
  async function openUnguarded(options: VisitOptions = {}): Promise<Page> {
    hits = 0;
    const page = await visitor.open('', { bypassCSP: true, ...options });
    page.on('dialog', (dialog) => dialog.dismiss());
    await page.exposeFunction('hit', () => {
      hits++;
    });
    return page;
  }

  it('run where they stand unescaped', async () => {
    const page = await openUnguarded({ toleratesErrors: true });
    const ran = new Set<number>();
    for (const [i, payload] of payloads.entries()) {
      const before = hits;
      await page.setContent(`<!doctype html><title>x</title>${payload}`).catch(() => undefined);
      if (hits > before) ran.add(i);
    }
    console.log(`payloads: ${ran.size} of ${payloads.length} run by themselves where they are not escaped`);
    expect(ran.size).toBeGreaterThan(40);
  });

  it('run nowhere in addresses and questions', async () => {
    const page = await openUnguarded();
    const found: string[] = [];
    let lost = 0;
    for (const [i, batch] of batches.entries()) {
      for (const carrier of [CARRIERS[0], CARRIERS[1 + (i % (CARRIERS.length - 1))]]) {
        await page.goto(SITE + carrier + encodeURIComponent(batch));
        found.push(...(await dangers(page)));
        if (carrier !== CARRIERS[0]) continue;
        const shown = squeeze((await page.locator('.message.out').textContent()) ?? '');
        if (!shown.includes(squeeze(batch))) lost++;
      }
    }
    expect({ hits, found, lost }).toEqual({ hits: 0, found: [], lost: 0 });
    console.log(`payloads in ${2 * batches.length} addresses: executed ${hits}`);
  });

  it('run nowhere in a conversation', async () => {
    const page = await openUnguarded();
    await page.goto(SITE);
    for (const batch of batches.slice(0, 5)) {
      const before = await page.locator('.message.in[data-id]').count();
      await page.getByLabel('问题').fill(batch);
      await page.keyboard.press('Enter');
      await page.locator('.message.in[data-id]').nth(before).waitFor();
    }
    await page.reload();
    expect(await page.locator('.message.out').count()).toBe(5);
    expect({ hits, found: await dangers(page) }).toEqual({ hits: 0, found: [] });
  });
});

describe.skipIf(!canBrowse || !canBuild)('payloads in reports', () => {
  const visitor = useBrowser();
  let site: HostileSite;

  beforeAll(async () => {
    site = await startHostileSite(payloads);
  }, 60_000);
  afterAll(() => site?.stop());

  it('run nowhere, whatever page shows them', async () => {
    let hits = 0;
    const page = await visitor.open('', { bypassCSP: true });
    await page.exposeFunction('hit', () => {
      hits++;
    });
    const { reports } = (await (await fetch(`${site.url}/api/reports`)).json()) as { reports: { page: string }[] };
    const pages = await findPages(site.url);
    const paths = [
      ...pages.map(({ path }) => path),
      ...reports.flatMap((report) => [report.page, `${report.page}?text=original`]),
      ...['低保对象有多少人', '养老机构有多少家', '发放低保金多少万元'].map((q) => `/?q=${encodeURIComponent(q)}`),
    ];
    const found: string[] = [];
    let seen = '';
    for (const path of paths) {
      await page.goto(site.url + path);
      found.push(...(await dangers(page)).map((danger) => `${path} ${danger}`));
      seen += squeeze((await page.locator('body').textContent()) ?? '');
    }
    const shown = payloads.filter((payload) => seen.includes(squeeze(payload))).length;
    console.log(`payloads in reports: ${shown} of ${payloads.length} shown on ${paths.length} pages, executed ${hits}`);
    expect({ hits, found }).toEqual({ hits: 0, found: [] });
    expect(shown).toBe(payloads.length);
  });

  it('run nowhere in the conversation about them', async () => {
    let hits = 0;
    const page = await visitor.open(site.url, { bypassCSP: true });
    await page.exposeFunction('hit', () => {
      hits++;
    });
    for (const said of ['2021年温州市低保对象有多少人', '/reports', '/sources', '/figures']) {
      const before = await page.locator('.message.in[data-id]').count();
      await page.getByLabel('问题').fill(said);
      await page.keyboard.press('Enter');
      await page.locator('.message.in[data-id]').nth(before).waitFor();
    }
    expect(await page.locator('.log').textContent()).toContain('hit()');
    expect({ hits, found: await dangers(page) }).toEqual({ hits: 0, found: [] });
  });
});
