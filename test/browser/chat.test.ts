import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { canBrowse, PHONE, useBrowser } from './browse.ts';

const ANSWERS = '.message.in[data-id]';

describe.skipIf(!canBrowse)('the conversation', () => {
  const visitor = useBrowser();

  async function ask(page: Page, question: string): Promise<string> {
    const before = await page.locator(ANSWERS).count();
    await page.getByLabel('问题').fill(question);
    await page.keyboard.press('Enter');
    return answerAfter(page, before);
  }

  async function answerAfter(page: Page, before: number): Promise<string> {
    await page.locator(ANSWERS).nth(before).waitFor();
    await page.locator('.log:not([aria-busy])').waitFor();
    return page.locator(ANSWERS).nth(before).innerText();
  }

  async function exampleOf(page: Page): Promise<string> {
    return page.locator('.log .key').first().innerText();
  }

  it('asks an example, follows up, and the buttons do what they say', async () => {
    const page = await visitor.open('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const example = await exampleOf(page);
    await page.locator('.log .key').first().click();
    const answer = await answerAfter(page, 0);
    expect(await page.locator('.message.out').innerText()).toContain(example);
    expect(answer).toContain('——《');
    const [figure = ''] = /[\d.]+/u.exec(answer) ?? [];
    expect(await page.locator(`${ANSWERS} blockquote b`).first().innerText()).toContain(figure);

    await page.getByRole('button', { name: '复制引文' }).first().click();
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('——《');

    await page.getByRole('button', { name: '更多依据' }).first().click();
    expect(await answerAfter(page, 1)).toContain('更多依据：');
    await page.getByRole('button', { name: '上下文' }).first().click();
    expect(await answerAfter(page, 2)).toContain('上下文：');
    await page.getByRole('button', { name: '👍' }).first().click();
    await page.getByText('谢谢反馈').waitFor();

    expect(await ask(page, '那2001年的呢？')).toContain('2001年');
    expect(await ask(page, '/reports')).toContain('已收录的报告');

    const link = page.locator(`${ANSWERS} a.key`).first();
    expect(await link.innerText()).toBe('原文');
    await link.click();
    await page.locator('mark').first().waitFor();
    await page.goBack();
    await page.locator(ANSWERS).nth(4).waitFor();
    expect(await page.locator('.message.out').first().innerText()).toContain(example);
    await page.getByRole('button', { name: '👎' }).first().click();
    await page.getByText('谢谢反馈').waitFor();
  });

  it('takes up a question that came with the address', async () => {
    const page = await visitor.open('/');
    const example = await exampleOf(page);
    const linked = await visitor.open(`/?q=${encodeURIComponent(example)}`, PHONE);
    expect(await linked.locator('.message').count()).toBe(2);
    const before = await linked.locator('.message.in').innerText();
    await linked.getByRole('button', { name: '更多依据' }).click();
    await linked.locator(ANSWERS).nth(1).waitFor();
    expect(await linked.locator('.message.in').first().innerText()).toBe(before);
    expect(await ask(linked, '那2001年的呢？')).toContain('2001年');
  });

  it('answers without script, and leaves out what needs one', async () => {
    const page = await visitor.open('/', { javaScriptEnabled: false });
    const example = await exampleOf(page);
    await page.locator('.log .key').first().click();
    expect(await page.locator('.message.out').innerText()).toContain(example);
    await page.getByLabel('问题').fill(example);
    await page.getByRole('button', { name: '发送' }).click();
    expect(await page.locator('.message.in').innerText()).toContain('——《');
    expect(await page.locator('button[data-press]:visible').count()).toBe(0);
    await page.getByRole('link', { name: '原文' }).click();
    await page.locator('mark').first().waitFor();
  });

  it('answers plainly where there can be no conversation', async () => {
    const page = await visitor.open('/', { toleratesErrors: true });
    const example = await exampleOf(page);
    const error = { code: 'unavailable', message: '暂时答不上来，请稍后再试。' };
    await page.route('**/chat', (route) => route.fulfill({ status: 503, json: { error } }));
    await page.getByLabel('问题').fill(example);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === example);
    expect(await page.locator('.message.in').innerText()).toContain('——《');
  });

  it('says why a question was not taken, and gives it back', async () => {
    const page = await visitor.open('/', { toleratesErrors: true });
    const error = { code: 'too_many_requests', message: '问得有点快，请过一会儿再问。' };
    await page.route('**/chat', (route) => route.fulfill({ status: 429, json: { error } }));
    await page.getByLabel('问题').fill('低保对象有多少人');
    await page.keyboard.press('Enter');
    await page.getByText(error.message).waitFor();
    expect(await page.getByLabel('问题').inputValue()).toBe('低保对象有多少人');
    expect(await page.locator('.message.out').count()).toBe(0);
  });

  it('begins anew when asked to', async () => {
    const page = await visitor.open('/');
    await ask(page, '/about');
    await page.getByRole('button', { name: '新对话' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.message').length === 1);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
