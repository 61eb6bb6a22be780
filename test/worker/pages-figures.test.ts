import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/core/figure.ts';
import { createBundled, getPage, gzippedBytes, textOf } from './bundled.ts';
import { createHarness } from './harness.ts';
import { ARTEFACT } from './invented.ts';
import { inventFigure } from './invented-report.ts';

const { app, dependencies } = createBundled();
const { artefact } = dependencies;

interface Row {
  readonly href: string;
  readonly raw: string;
  readonly cells: readonly string[];
}

function rowsOf(text: string): Row[] {
  return [...text.matchAll(/<tr role="row">(<td.*?)<\/tr>/gu)].map(([, row = '']) => {
    const [, href = '', raw = ''] = /<a href="([^"]*)"[^>]*>(.*?)<\/a>/u.exec(row) ?? [];
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, cell = '']) => textOf(cell));
    return { href: href.replaceAll('&amp;', '&'), raw: textOf(raw), cells };
  });
}

function invented(figures: readonly Figure[], language?: string) {
  const harness = createHarness({ parts: { artefact: { ...ARTEFACT, figures } } });
  return (path: string) => getPage(harness.app, path, language);
}

const FIGURES = [
  inventFigure({ start: 0, raw: '30人', property: '老师', region: '甲市', period: '2020' }),
  inventFigure({ start: 10, raw: '200人', property: '学生', region: '乙市', period: '2019' }),
  inventFigure({ start: 20, raw: '**人', property: '学生', region: null, period: null, masked: true, value: null }),
  inventFigure({ start: 30, raw: '5万元', property: '经费', unit: '元', value: 50000, kind: 'target', period: '2021' }),
  inventFigure({ start: 40, raw: '近10人', property: '=HYPERLINK("x")', value: 10, approx: '近' }),
];

describe('GET /figures', () => {
  it('shows a page of all figures, each linked to its very words', async () => {
    const { status, text } = await getPage(app, '/figures');
    const rows = rowsOf(text);
    expect([status, rows.length]).toEqual([200, 50]);
    expect(text).toContain(`共${artefact.figures.length}个`);
    for (const [i, { href, raw }] of rows.entries()) {
      const { report, start, end } = artefact.figures[i]!;
      expect(href).toBe(`/r/${report}?start=${start}&end=${end}#${start}-${end}`);
      expect(raw).toBe(artefact.source(report).slice(start, end).replace(/\s/gu, ''));
    }
    expect(await gzippedBytes(text)).toBeLessThan(20_000);
  });

  it('reaches every figure over its pages, once', async () => {
    const links: string[] = [];
    for (let page = 1; page <= Math.ceil(artefact.figures.length / 50); page++) {
      links.push(...rowsOf((await getPage(app, `/figures?page=${page}`)).text).map(({ href }) => href));
    }
    expect(links).toEqual(
      artefact.figures.map(({ report, start, end }) => `/r/${report}?start=${start}&end=${end}#${start}-${end}`),
    );
  });

  it.each([
    ['?region=甲市', ['30人', '5万元', '近10人']],
    ['?region=-', ['**人']],
    ['?period=2019', ['200人']],
    ['?unit=元', ['5万元']],
    ['?kind=target', ['5万元']],
    ['?kind=masked', ['**人']],
    ['?kind=actual&unit=人&region=乙市', ['200人']],
    ['?q=學生', ['200人', '**人']],
    ['?q=学生 乙市', ['200人']],
    ['?q=50000', ['5万元']],
    ['?q=年报', ['30人', '200人', '**人', '5万元', '近10人']],
    ['?report=invented', ['30人', '200人', '**人', '5万元', '近10人']],
    ['?report=other', []],
    ['?region=<script>', []],
    [`?q=${'长'.repeat(101)}`, ['30人', '200人', '**人', '5万元', '近10人']],
    ['?kind=actual&kind=target&page=0&sort=nothing', ['30人', '200人', '近10人']],
    ['?section=99999&report=invented', []],
  ])('filters by %s', async (query, expected) => {
    const { status, text } = await invented(FIGURES)(`/figures${encodeURI(query)}`);
    expect([status, rowsOf(text).map(({ raw }) => raw)]).toEqual([200, expected]);
    expect(text).not.toContain('<script>');
  });

  it.each([
    ['value', ['近10人', '30人', '200人', '**人', '5万元']],
    ['-value', ['200人', '30人', '近10人', '**人', '5万元']],
    ['period', ['**人', '200人', '30人', '近10人', '5万元']],
    ['-property', ['30人', '5万元', '200人', '**人', '近10人']],
    ['region', ['**人', '200人', '30人', '5万元', '近10人']],
  ])('sorts by %s, unlike units apart', async (sort, expected) => {
    const { text } = await invented(FIGURES)(`/figures?sort=${sort}`);
    expect(rowsOf(text).map(({ raw }) => raw)).toEqual(expected);
    expect(text).toMatch(/aria-sort="(?:ascending|descending)"/u);
  });

  it('offers the sections of the report chosen, and filters by them', async () => {
    const report = artefact.reports[0]!.id;
    const section = artefact.sections.find((one) => one.report === report && one.level === 2)!;
    const { text } = await getPage(app, `/figures?report=${report}&section=${section.start}`);
    const inside = artefact.figures.filter(
      (figure) => figure.report === report && figure.start >= section.start && figure.start < section.end,
    );
    expect(rowsOf(text).map(({ raw }) => raw)).toEqual(inside.map(({ raw }) => raw.replace(/\s/gu, '')));
    expect(text).toContain(`<option value="${section.start}" selected>`);
  });

  it('counts for each choice what it would leave', async () => {
    const { text } = await invented(FIGURES)('/figures?unit=元');
    expect(text).toContain('<option value="元" selected>元 (1)</option>');
    expect(text).toContain('<option value="人">人 (4)</option>');
    expect(text).not.toContain('<option value="actual">');
  });

  it('escapes what figures say', async () => {
    const { text } = await invented([inventFigure({ start: 0, raw: '<b>"1', property: "<img src=x onerror='1'>" })])(
      '/figures',
    );
    expect(text).toContain('&lt;img src=x onerror=&#39;1&#39;&gt;');
    expect(text).not.toContain('<img');
  });

  it('says so where nothing is held', async () => {
    expect((await invented([])('/figures')).text).toContain('没有符合条件的数字。');
  });
});

describe('GET /figures.csv', () => {
  async function read(path: string) {
    const response = await app.request(path, {}, {});
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const { data, errors } = Papa.parse<Record<string, string | number>>(text, {
      header: true,
      skipEmptyLines: true,
      dynamicTyping: true,
    });
    return { response, bytes, data, errors };
  }

  it('reads back in a spreadsheet: characters right, numbers as numbers', async () => {
    const { response, bytes, data, errors } = await read('/figures.csv');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(errors).toEqual([]);
    expect(data).toHaveLength(artefact.figures.length);
    for (const [i, row] of data.entries()) {
      const { report, start, end, value, property, masked } = artefact.figures[i]!;
      expect(row).toMatchObject({ 起: start, 止: end, 数值: value, 隐去: masked ? 1 : 0 });
      expect([row.报告, String(row.指标)]).toEqual([report, property]);
    }
  });

  it('keeps filters and order', async () => {
    const { data } = await read(`/figures.csv?kind=target&sort=-value&lang=en`);
    expect(data).toHaveLength(artefact.figures.filter(({ kind, masked }) => kind === 'target' && !masked).length);
    expect(Object.keys(data[0] ?? {})).toContain('property');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '"=1"'])('gives no formula away: %j', async (property) => {
    const harness = createHarness({
      parts: { artefact: { ...ARTEFACT, figures: [inventFigure({ start: 0, raw: '1人', property })] } },
    });
    const response = await harness.app.request('/figures.csv', {}, {});
    const [, row] = Papa.parse<string[]>(await response.text()).data;
    expect(row?.[14]).toBe(property.startsWith('"') ? property : `'${property}`);
  });
});

describe('GET /figures.json', () => {
  it('gives what the API gives, all of it', async () => {
    const download = await (await app.request('/figures.json?unit=%25', {}, {})).json();
    const api = await (await app.request('/api/figures?unit=%25&limit=200', {}, {})).json();
    expect(download).toMatchObject({ total: expect.any(Number), offset: 0 });
    expect(Reflect.get(Object(download), 'figures')).toEqual(Reflect.get(Object(api), 'figures'));
  });
});
