import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { canBrowse, IS_FULL, PHONE, useBrowser } from './browse.ts';

/** Properties that are compared; all where all is tested. */
const MOST = IS_FULL ? 100 : 4;

const ROWS = '#results tbody tr';

/** The number of figures that the page says it found. */
async function totalOf(page: Page): Promise<number> {
  const said = await page.locator('#results [role=status]').innerText();
  return Number(/共(\d+)个/u.exec(said)?.[1] ?? (await page.locator(ROWS).count()));
}

async function download(page: Page, kind: 'CSV' | 'JSON'): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: kind }).click()]);
  return (await buffer(await file.createReadStream())).toString();
}

describe.skipIf(!canBrowse)('/figures', () => {
  const visitor = useBrowser();

  it('searches as one types, filters, sorts, and keeps it all in the address', async () => {
    const page = await visitor.open('/figures');
    const all = await totalOf(page);
    const property = await page.locator(`${ROWS}:nth-child(3) td:nth-child(2)`).innerText();
    const navigations: string[] = [];
    page.on('framenavigated', (frame) => navigations.push(frame.url()));

    await page.getByLabel('查找').pressSequentially(property);
    await page.waitForURL((url) => url.searchParams.get('q') === property);
    const searched = await totalOf(page);
    expect(searched).toBeLessThan(all);
    expect(await page.locator(`${ROWS} td:nth-child(2)`).first().innerText()).toContain(property.slice(0, 1));

    await page.getByLabel('查找').fill('');
    await page.waitForURL((url) => !url.searchParams.has('q'));
    const [unit = '', count = 0] = await page.getByLabel('单位').evaluate((list) => {
      const option = [...(list as HTMLSelectElement).options].find(({ value }) => value === '人');
      return [option?.value ?? '', Number(/\((\d+)\)/u.exec(option?.text ?? '')?.[1])] as const;
    });
    await page.getByLabel('单位').selectOption(unit);
    await page.waitForURL((url) => url.searchParams.get('unit') === unit);
    expect(await totalOf(page)).toBe(count);
    // The page has stayed: it took over what it fetched.
    expect(navigations.filter((url) => !url.includes('#')).length).toBeLessThanOrEqual(3);

    await page.getByRole('columnheader', { name: '数字' }).getByRole('link').click();
    await page.waitForURL((url) => url.searchParams.get('sort') === '-value');
    const address = page.url();
    const first = await page.locator(ROWS).first().innerText();
    const again = await visitor.open(address);
    expect(await again.locator(ROWS).first().innerText()).toBe(first);
    expect(await totalOf(again)).toBe(count);

    const raw = await again.locator(`${ROWS} .raw a`).first().innerText();
    await again.locator(`${ROWS} .raw a`).first().click();
    const mark = again.locator('mark').first();
    await mark.waitFor();
    expect(await mark.innerText()).toBe(raw);
    expect(await mark.evaluate((element) => element.getBoundingClientRect().top >= 0)).toBe(true);
  });

  it('downloads what it shows: CSV with numbers as numbers, JSON with the same', async () => {
    const page = await visitor.open('/figures?unit=人');
    const total = await totalOf(page);
    const csv = await download(page, 'CSV');
    expect(csv.codePointAt(0)).toBe(0xfeff);
    const { data, errors } = Papa.parse<Record<string, unknown>>(csv, {
      header: true,
      dynamicTyping: true,
      skipEmptyLines: true,
    });
    const json = JSON.parse(await download(page, 'JSON')) as { figures: { raw: string; value: number | null }[] };
    expect([errors, data.length, json.figures.length]).toEqual([[], total, total]);
    expect(data.map((row) => row.数值 ?? null)).toEqual(json.figures.map(({ value }) => value));
    console.log(`figures: ${total} rows downloaded, CSV and JSON alike`);
  });

  it('works without script on a telephone', async () => {
    const page = await visitor.open('/figures', { ...PHONE, javaScriptEnabled: false });
    await page.getByLabel('单位').selectOption('人');
    await page.locator('form.filters button').click();
    await page.waitForURL((url) => url.searchParams.get('unit') === '人');
    expect(await totalOf(page)).toBeGreaterThan(0);
    await page.locator(`${ROWS} .raw a`).first().click();
    await page.locator('mark').first().waitFor();
  });
});

describe.skipIf(!canBrowse)('/compare', () => {
  const visitor = useBrowser();

  it.each([true, false])('draws what can be compared and lists all of it, script %s', async (javaScriptEnabled) => {
    const page = await visitor.open('/compare', { javaScriptEnabled });
    const properties = await page.locator('.properties a').allInnerTexts();
    expect(properties.length).toBeGreaterThan(0);
    let charts = 0;
    for (const property of properties.slice(0, MOST)) {
      await page.getByLabel('指标').fill(property);
      await page.getByRole('button', { name: '比较' }).click();
      await page.waitForURL((url) => url.searchParams.get('property') === property);
      for (const panel of await page.locator('section.panel').all()) {
        const chart = panel.locator('svg[role=img]');
        if ((await chart.count()) === 0) continue;
        charts++;
        expect(await chart.getAttribute('aria-label')).toContain(property);
        const drawn = await chart.locator('.value').allTextContents();
        const listed = await panel.locator('td a').allInnerTexts();
        // What kind of figure it is stands behind the value.
        expect(listed).toEqual(expect.arrayContaining(drawn.map((value) => value.split(' ')[0])));
        const { width = 0, height = 0 } = (await chart.boundingBox()) ?? {};
        expect(Math.min(width, height)).toBeGreaterThan(20);
      }
    }
    console.log(`compare: ${Math.min(MOST, properties.length)} of ${properties.length} properties, ${charts} charts`);
    expect(charts).toBeGreaterThan(0);
  });

  it('leads from a value to its words', async () => {
    const page = await visitor.open('/compare');
    await page.locator('.properties a').first().click();
    const raw = await page.locator('.panel td a').first().innerText();
    await page.locator('.panel td a').first().click();
    expect(await page.locator('mark').first().innerText()).toBe(raw);
  });
});
