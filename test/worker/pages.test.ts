import { describe, expect, it } from 'vitest';
import { createHarness, refuseAll } from './harness.ts';
import { SOURCE } from './invented.ts';

const HTML = { headers: { accept: 'text/html' } };

async function get(path: string, harness = createHarness()) {
  const response = await harness.app.request(path, HTML, {});
  return { status: response.status, headers: response.headers, text: await response.text(), harness };
}

describe('GET /r/:report', () => {
  it('shows the source as found, escaped, with title and doubts', async () => {
    const { status, text } = await get('/r/invented');
    expect(status).toBe(200);
    expect(text).toContain('<h1 lang="zh-Hans">2020年甲市&lt;年报&gt;</h1>');
    expect(text).toContain(
      '<p>一、&lt;基本&gt;生活 &amp; 救助</p>\n<p>全年新增𠮷场8.5万个，&quot;同比&quot;增长3%。</p>',
    );
    expect(text).toContain('年份由正文推断');
    expect(text).not.toContain('<mark');
  });

  it.each([
    'start=5',
    'start=9&end=3',
    'start=3&end=3',
    `start=0&end=${SOURCE.length + 1}`,
    'start=-1&end=3',
    'start=a&end=b',
  ])('shows it without a mark for ?%s', async (query) => {
    const { status, text } = await get(`/r/invented?${query}`);
    expect(status).toBe(200);
    expect(text).not.toContain('<mark');
  });

  it('marks a span at either end', async () => {
    expect((await get('/r/invented?start=0&end=2')).text).toContain('<mark id="0-2">一、</mark>');
    const end = SOURCE.length;
    expect((await get(`/r/invented?start=${end - 1}&end=${end}`)).text).toContain('。</mark></p>');
  });

  it('says 404 in words for an unknown report', async () => {
    const { status, text } = await get('/r/..%2f<b>');
    expect(status).toBe(404);
    expect(text).toContain('没有收录这份报告。');
  });
});

describe('createApp()', () => {
  it('sends a strict content security policy with every page', async () => {
    for (const path of ['/', '/r/invented', '/figures', '/compare', '/reports', '/about', '/nowhere']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'self' https://web.telegram.org");
    }
  });

  it.each([
    ['/style.css', 'text/css; charset=utf-8'],
    ['/source.js', 'text/javascript; charset=utf-8'],
    ['/figures.js', 'text/javascript; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
  ])('serves %s', async (path, type) => {
    const { status, headers } = await get(path);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
  });

  it('answers HEAD as GET without a body', async () => {
    const response = await createHarness().app.request('/', { method: 'HEAD' }, {});
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/r/invented', 'GET, HEAD'],
    ['POST', '/figures', 'GET, HEAD'],
    ['PUT', '/figures.csv', 'GET, HEAD'],
    ['POST', '/compare', 'GET, HEAD'],
    ['PATCH', '/reports', 'GET, HEAD'],
    ['POST', '/about', 'GET, HEAD'],
    ['POST', '/api/ask', 'GET, HEAD'],
    ['GET', '/telegram', 'POST'],
  ])('answers 405 to %s %s', async (method, path, allow) => {
    const response = await createHarness().app.request(path, { method }, {});
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  it('answers 404 as a page to people and as JSON to programs', async () => {
    expect((await get('/nowhere')).text).toContain('没有这个页面。');
    const response = await createHarness().app.request('/api/nowhere', {}, {});
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: { code: 'not_found', message: '没有这个页面。' } },
    ]);
  });

  it.each(['/?q=问', '/api/ask?q=问'])('answers 500 without a detail when a gate refuses %s', async (path) => {
    const harness = createHarness({ check: refuseAll });
    const { status, text } = await get(path, harness);
    expect(status).toBe(500);
    expect(text).toContain('出错了，请稍后再试。');
    expect(text).not.toMatch(/gate|quote|\.ts|at /u);
    expect(harness.lines).toHaveLength(1);
  });
});

describe('GET /health', () => {
  it('tells version, counts and age of the index', async () => {
    const { text } = await get('/health');
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      index: { version: 'abc', counts: { reports: 1, figures: 2 }, newest: '2021-01-01', ageDays: 10 },
      telegram: { ok: false, binding: 'TELEGRAM_TOKEN', problem: 'is missing' },
    });
  });

  it.each([
    [{}, { ok: true }],
    [{ TELEGRAM_SECRET: 'with space' }, { ok: false, binding: 'TELEGRAM_SECRET' }],
    [{ DB: undefined }, { ok: false, binding: 'DB', problem: 'is missing' }],
    [{ UPDATES: {} }, { ok: false, binding: 'UPDATES', problem: 'is missing' }],
  ])('names the binding that is missing or wrong, never its value: %#', async (changed, telegram) => {
    const { app, bindings } = createHarness();
    const text = await (await app.request('/health', {}, { ...bindings, ...changed })).text();
    expect(JSON.parse(text)).toMatchObject({ telegram });
    expect(text).not.toMatch(/with space|CANARY/u);
  });
});
