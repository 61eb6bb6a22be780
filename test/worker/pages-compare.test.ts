import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/core/figure.ts';
import { panelsOf, pointsOf } from '../../src/worker/pages/compare/panels.ts';
import { scaleOf } from '../../src/worker/pages/compare/scale.ts';
import { createBundled, getPage, textOf } from './bundled.ts';
import { createHarness } from './harness.ts';
import { ARTEFACT } from './invented.ts';
import { inventFigure } from './invented-report.ts';

const { app, dependencies } = createBundled();

let position = 0;

/** A figure of the property 甲数, each at a place of its own in the text. */
function figure(raw: string, fields: Partial<Figure> = {}): Figure {
  position += 10;
  return inventFigure({ raw, start: position, property: '甲数', unit: '元', ...fields });
}

function page(figures: readonly Figure[], query: string, language?: string) {
  const harness = createHarness({ parts: { artefact: { ...ARTEFACT, figures } } });
  return getPage(harness.app, `/compare${encodeURI(query)}`, language);
}

const MASKED = { masked: true, value: null };

describe('panelsOf()', () => {
  it.each<[string, Partial<Figure>, Partial<Figure>]>([
    ['units', { unit: '元' }, { unit: '元/月' }],
    ['a year and half of one', { period: '2020' }, { period: '2020上半年' }],
    ['a year and its end', { period: '2020' }, { period: '2020年底' }],
    ['spans of unlike length', { period: '2016..2020' }, { period: '2021..2023' }],
    ['what has a period and what has none', { period: '2020' }, { period: null }],
    ['amounts and changes', { kind: 'actual' }, { kind: 'change_rate' }],
    ['running totals and others', { cumulative: true }, { cumulative: false }],
  ])('keeps apart %s', (_, a, b) => {
    expect(panelsOf([figure('1元', a), figure('2元', b)])).toHaveLength(2);
  });

  it.each<[string, Partial<Figure>, Partial<Figure>]>([
    ['scripts', { unit: '户' }, { unit: '戶' }],
    ['widths of a sign', { unit: '%' }, { unit: '％' }],
    ['years', { period: '2019' }, { period: '2021' }],
    ['spans of one length', { period: '2016..2020' }, { period: '2021..2025' }],
    ['what was aimed at and what was reached', { kind: 'target' }, { kind: 'actual' }],
  ])('puts together %s', (_, a, b) => {
    expect(panelsOf([figure('1元', a), figure('2元', b)])).toHaveLength(1);
  });

  it('sorts periods by time', () => {
    const periods = ['2020年11月', '2020年3月', '2019年12月'];
    const [panel] = panelsOf(periods.map((period) => figure('1元', { period })));
    expect(panel?.periods).toEqual(['2019年12月', '2020年3月', '2020年11月']);
  });
});

describe('pointsOf()', () => {
  it('has a point without a figure where the reports have none', () => {
    const figures = [
      figure('1元', { region: '甲市', period: '2019' }),
      figure('2元', { region: '乙市', period: '2020' }),
    ];
    const points = pointsOf(panelsOf(figures)[0]!);
    expect(points.map(({ region, period, figure: one }) => [region, period, one?.raw ?? null])).toEqual([
      ['甲市', '2019', '1元'],
      ['甲市', '2020', null],
      ['乙市', '2019', null],
      ['乙市', '2020', '2元'],
    ]);
  });

  it('draws nothing for a single value, a place or a time that is not stated', () => {
    expect(pointsOf(panelsOf([figure('1元'), figure('**元', { ...MASKED, region: '乙市' })])[0]!)).toEqual([]);
    expect(pointsOf(panelsOf([figure('1元', { region: null }), figure('2元', { region: null })])[0]!)).toEqual([]);
    expect(pointsOf(panelsOf([figure('1元', { period: null }), figure('2元', { period: null })])[0]!)).toEqual([]);
  });
});

describe('scaleOf()', () => {
  it.each([
    [[77, 25], 0, 80],
    [[1110, 1070], 0, 1200],
    [[-5, 30], -10, 30],
    [[0], 0, 0.25],
    [[-3], -3, 0],
    [[3e12, 1], 0, 3e12],
  ])('holds zero and %j between round ends', (values, from, to) => {
    const scale = scaleOf(values);
    expect(scale.from).toBeLessThanOrEqual(Math.min(0, ...values));
    expect(scale.to).toBeGreaterThanOrEqual(Math.max(0, ...values));
    expect([scale.from <= from, scale.to >= to, scale.ticks.length <= 8]).toEqual([true, true, true]);
    expect(scale.at(scale.to)).toBe(1);
  });
});

describe('GET /compare', () => {
  it('lists what can be compared', async () => {
    const { status, text } = await page([figure('1元', { period: '2019' }), figure('2元', { period: '2020' })], '');
    expect(status).toBe(200);
    expect(text).toContain(`<a href="/compare?property=${encodeURIComponent('甲数')}">甲数</a>`);
  });

  it('draws bars, one beside each place and time, and the same in a table', async () => {
    const figures = [
      figure('100元', { region: '甲市', period: '2019' }),
      figure('50元', { region: '乙市', period: '2019', kind: 'target' }),
      figure('**元', { region: '丙市', period: '2019', ...MASKED }),
      figure('80元', { region: '甲市', period: '2020' }),
      figure('20-40元', { region: '乙市', period: '2020', value: null, min: 20, max: 40 }),
    ];
    const { text } = await page(figures, '?property=甲数');
    const [chart = ''] = /<svg class="chart".*?<\/svg>/su.exec(text) ?? [];
    expect(
      [...chart.matchAll(/<rect class="s\d[^"]*" x="0%" width="([\d.]+)%"/gu)].map(([, width]) => Number(width)),
    ).toEqual([100, 80, 50, 40]);
    expect(chart.match(/class="s\d hollow"/gu)).toHaveLength(1);
    expect(chart).toContain('**元 原文隐去');
    expect(chart.match(/报告里没有/gu)).toHaveLength(1);
    expect(chart).not.toContain('style=');
    const [table = ''] = /<table>.*?<\/table>/su.exec(text) ?? [];
    expect(textOf(table)).toContain('甲市100元 出处存疑80元');
    expect(table).toContain(`/r/invented?start=${figures[0]!.start}&amp;end=${figures[0]!.end}#`);
    expect(textOf(table)).toContain('**元 原文隐去');
  });

  it('draws lines over three times and more, broken where there is nothing', async () => {
    const figures = ['2016', '2017', '2019', '2020'].map((period) => figure(`${period}元`, { period }));
    figures.push(
      figure('5元', { region: '乙市', period: '2016' }),
      figure('**元', { region: '乙市', period: '2017', ...MASKED }),
    );
    const { text } = await page(figures, '?property=甲数');
    const [chart = ''] = /<svg class="chart".*<\/svg>/su.exec(text) ?? [];
    expect(chart.match(/<line class="s1"/gu)).toHaveLength(3);
    expect(chart).not.toContain('<line class="s2"');
    expect(chart.match(/<rect class="s2 mask"/gu)).toHaveLength(1);
    expect(text).toContain('斜纹方块');
  });

  it('draws no chart over an axis of unlike periods', async () => {
    const { text } = await page(
      [figure('1元', { period: '2020' }), figure('2元', { period: '2020上半年' })],
      '?property=甲数',
    );
    expect(text).not.toContain('<svg class="chart"');
    expect(text).toContain('不能直接比较');
  });

  it.each([
    ['?property=没有', 'status'],
    ['?property=<script>alert(1)</script>', '&lt;script&gt;'],
    [`?property=${'长'.repeat(500)}`, 'status'],
    ['?property=', '可以比较的指标'],
  ])('answers %# in words', async (query, expected) => {
    const { status, text } = await page([figure('1元'), figure('2元', { period: '2019' })], query);
    expect([status, text.includes(expected), text.includes('<script>')]).toEqual([200, true, false]);
  });

  it('escapes names of places, properties and reports', async () => {
    const property = '<i>"数';
    const figures = ['2018', '2019', '2020'].map((period) => figure('1<b>元', { property, region: '<b>市', period }));
    for (const shown of [figures, figures.slice(1)]) {
      const { text } = await page(shown, `?property=${property}`);
      expect(text).toContain('<svg class="chart"');
      expect(text).not.toMatch(/<b>市|<i>"|1<b>/u);
    }
  });

  it('links to figures that the reports hold, for each property of the index that can be compared', async () => {
    const { text } = await getPage(app, '/compare');
    const links = [...text.matchAll(/<li><a href="(\/compare\?property=[^"]+)"/gu)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const shown = (await getPage(app, link)).text;
      for (const [, report, start, end] of shown.matchAll(/href="\/r\/([^?"]+)\?start=(\d+)&amp;end=(\d+)#/gu)) {
        const isHeld = dependencies.artefact.figures.some(
          (one) => one.report === report && one.start === Number(start) && one.end === Number(end),
        );
        expect(isHeld).toBe(true);
      }
    }
  });
});
