import { describe, expect, it } from 'vitest';
import { createHarness } from './harness.ts';
import { REPLY } from './invented.ts';

async function get(path: string, harness = createHarness()) {
  const response = await harness.app.request(path, { headers: { accept: 'text/html' } }, {});
  return { status: response.status, text: await response.text(), harness };
}

describe('GET /', () => {
  it('greets, with a labelled question box and examples, and asks nothing', async () => {
    const { status, text, harness } = await get('/');
    expect(status).toBe(200);
    expect(text).toContain('<html lang="zh-Hans">');
    expect(text).toContain('<label class="hidden" for="q">');
    const example = '2020年甲市𠮷场有多少个？';
    expect(text).toContain(`<a class="key" href="/?${new URLSearchParams({ q: example })}">${example}</a>`);
    expect(harness.questions).toEqual([]);
  });

  it('shows the answer to ?q= as the bot would send it, everything escaped', async () => {
    const { text } = await get(`/?q=${encodeURIComponent('<script>alert(1)</script>"')}`);
    expect(text).toContain('</span>&lt;script&gt;alert(1)&lt;/script&gt;&quot;</div>');
    expect(text).toContain('data-asked="&lt;script&gt;alert(1)&lt;/script&gt;&quot;"');
    expect(text).toContain('<b>8.5万个</b>');
    expect(text).toContain('<blockquote>全年新增𠮷场<b>8.5万个</b></blockquote>');
    expect(text).toContain('——《2020年甲市&lt;年报&gt;》&lt;基本&gt;生活</a>');
    expect(text).not.toContain('<script>');
  });

  it('links citations to the marked span', async () => {
    const { text } = await get('/?q=问');
    const { start, end } = REPLY.answer.quotes[0]!;
    expect(text).toContain(`<a href="/r/invented?start=${start}&amp;end=${end}#${start}-${end}">——《`);
    const source = await get(`/r/invented?start=${start}&end=${end}`);
    expect(source.text).toContain(`<mark id="${start}-${end}">全年新增𠮷场8.5万个</mark>`);
  });

  it('keeps the language that was chosen', async () => {
    const { text } = await get('/?lang=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('<input type="hidden" name="lang" value="en">');
  });

  it('refuses a question that is too long', async () => {
    const { status, text, harness } = await get(`/?q=${'a'.repeat(1001)}`);
    expect([status, harness.questions]).toEqual([400, []]);
    expect(text).toContain('role="alert"');
    expect(text).not.toContain('aaaa');
  });
});
