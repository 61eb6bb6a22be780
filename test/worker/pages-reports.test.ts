import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { coverageOf } from '../../src/worker/pages/reports/coverage.ts';
import { createBundled, getPage, gzippedBytes, textOf } from './bundled.ts';
import { createHarness } from './harness.ts';
import { ARTEFACT, REPORT } from './invented.ts';

const { app, dependencies } = createBundled();
const { artefact } = dependencies;

function report(fields: Partial<Report>): Report {
  return { ...REPORT, ...fields };
}

function page(reports: readonly Report[], path = '/reports') {
  return getPage(createHarness({ parts: { artefact: { ...ARTEFACT, reports } } }).app, path);
}

describe('coverageOf()', () => {
  it('fills in the years that no report is about, but not those inside a span', () => {
    const reports = ['2016', '2018..2019', '2021', null].map((period) => report({ period }));
    const { periods, gaps } = coverageOf(reports);
    expect(periods).toEqual(['2016', '2017', '2018..2019', '2020', '2021', null]);
    expect(gaps).toEqual(['2017', '2020']);
  });

  it('puts the places with most reports first, and those without a name last', () => {
    const regions = [null, null, null, '甲市', '乙市', '乙市'];
    expect(coverageOf(regions.map((region) => report({ region }))).regions).toEqual(['乙市', '甲市', null]);
  });

  it('finds no gap over centuries or among none', () => {
    expect(coverageOf([report({ period: '1949' }), report({ period: '2024' })]).gaps).toEqual([]);
    expect(coverageOf([])).toMatchObject({ regions: [], periods: [], gaps: [] });
  });
});

describe('GET /reports', () => {
  it('shows every report with its counts, doubts and link', async () => {
    const { status, text } = await getPage(app, '/reports');
    expect(status).toBe(200);
    for (const { id, title, doubts } of artefact.reports) {
      const [item = ''] = new RegExp(`<li class="card"><h3[^>]*><a href="/r/${id}">.*?</li>`, 'su').exec(text) ?? [];
      const figures = artefact.figures.filter((figure) => figure.report === id);
      expect(textOf(item)).toContain(title);
      expect(textOf(item)).toContain(`${figures.length}个数字`);
      expect(textOf(item).includes('存疑')).toBe(doubts.length > 0);
    }
  });

  it('shows counts where something is held, and gaps where nothing is', async () => {
    const reports = [
      report({ id: 'a', region: '甲市', period: '2018' }),
      report({ id: 'b', region: '甲市', period: '2018' }),
      report({ id: 'c', region: '乙市', period: '2020' }),
    ];
    const text = textOf((await page(reports)).text);
    expect(text).toContain('甲市2份，0个数字未收录未收录');
    expect(text).toContain('乙市未收录未收录0个数字');
    expect(text).toContain('没有任何报告的年份：2019年。');
  });

  it('pages a thousand reports', async () => {
    const reports = Array.from({ length: 1000 }, (_, i) =>
      report({ id: `r${i}`, title: `<${i}>`, region: `${i}市`, period: String(2000 + (i % 20)) }),
    );
    const first = await page(reports);
    expect(await gzippedBytes(first.text)).toBeLessThan(50_000);
    expect(first.text).toContain('&lt;49&gt;');
    expect(first.text).not.toContain('&lt;50&gt;');
    for (const query of ['?page=20', '?page=999999']) {
      expect((await page(reports, `/reports${query}`)).text).toContain('&lt;999&gt;');
    }
    expect((await page(reports, '/reports?page=<b>')).text).toContain('&lt;0&gt;');
  });

  it('says so where nothing is held', async () => {
    expect((await page([])).text).toContain('还没有收录报告。');
  });
});

describe('GET /about', () => {
  it('shows the scores and a curve for each threshold', async () => {
    const { status, text } = await getPage(app, '/about');
    const { sets, calibration } = JSON.parse(dependencies.scorecard);
    expect(status).toBe(200);
    for (const { measures, questions } of sets) {
      expect(textOf(text)).toContain(`${questions}${measures.right.percent}%`);
      expect(textOf(text)).toContain(`(${measures.right.low}–${measures.right.high})`);
    }
    expect(text.match(/<svg class="chart"/gu)).toHaveLength(calibration.curves.length);
    expect(text).not.toMatch(/NaN|undefined|style=/u);
  });

  it.each(['', '{}', '{"sets":[', '{"sets":[{"name":1}]}'])('goes without scores for %j', async (scorecard) => {
    const { status, text } = await getPage(createHarness({ parts: { scorecard } }).app, '/about', 'en');
    expect([status, text.includes('What it never does'), text.includes('Scorecard')]).toEqual([200, true, false]);
  });

  it('says when the scores are those of another index', async () => {
    const { scorecard } = dependencies;
    const { text } = await getPage(createHarness({ parts: { scorecard } }).app, '/about');
    expect(text).toContain('成绩是上一版的');
  });
});
