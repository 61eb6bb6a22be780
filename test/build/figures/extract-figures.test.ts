import { describe, expect, test } from 'vitest';
import type { StructuredDocument } from '../../../src/build/document.ts';
import { extractFigures } from '../../../src/build/figures/extract-figures.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import type { Edit } from '../../../src/core/edit.ts';
import type { Figure } from '../../../src/core/figure.ts';
import { fold } from '../../../src/core/fold.ts';
import { applyEdits } from '../../../src/core/offset-map.ts';
import type { Report } from '../../../src/core/report.ts';
import cases from '../../cases/figures.json' with { type: 'json' };

const REGION = '云溪市';
const PERIOD = '2019';
const divisions = createDivisions();

interface Given {
  readonly text: string;
  readonly region?: string | null;
  readonly period?: string | null;
  readonly plan?: boolean;
  readonly edits?: readonly Edit[];
}

function reportOf({ region = REGION, period = PERIOD }: Given): Report {
  const path = region === null ? [] : [region];
  const unknown = { issuer: null, documentNumber: null, published: null, url: null, doubts: [] };
  return { id: 'invented', title: '', region, regionPath: path, period, ...unknown };
}

function documentOf(given: Given): StructuredDocument {
  const { text: source, plan = false, edits = [] } = given;
  const text = applyEdits(source, edits);
  const report = reportOf(given);
  const whole = { report: report.id, start: 0, end: text.length, heading: '', label: '', level: 1, parent: null };
  return {
    ...{ id: report.id, file: 'invented.txt', source, edits, text, folded: fold(text), garbled: [], repaired: [] },
    ...{ report, sections: [{ ...whole, plan, period: null }] },
  };
}

/** A figure as the cases write it: what is as in most figures is left out. */
function summary(figure: Figure, figures: readonly Figure[], report: Report): Record<string, unknown> {
  const { raw, property, kind, region, period, cumulative, partOf } = figure;
  return {
    ...{ raw, property },
    ...(kind === 'actual' ? {} : { kind }),
    ...(region === report.region ? {} : { region }),
    ...(period === report.period ? {} : { period }),
    ...(cumulative ? { cumulative } : {}),
    ...(partOf === null ? {} : { partOf: figures.find(({ start }) => start === partOf)?.raw }),
  };
}

describe('extractFigures()', () => {
  test.each(cases)('extractFigures() reads $text', ({ figures: expected, ...given }) => {
    const document = documentOf(given);
    const figures = extractFigures(document, divisions);
    expect(figures.map((figure) => summary(figure, figures, document.report))).toEqual(expected);
  });

  test('extractFigures() gives spans and raw text of the source', () => {
    const text = '全市养(yǎng)老機構共36 家，床位5200張。';
    const edits = [
      { start: 3, end: 9, text: '', rule: 'pinyin' },
      { start: 15, end: 16, text: '', rule: 'space' },
    ];
    const figures = extractFigures(documentOf({ text, edits }), divisions);
    expect(figures.map(({ raw }) => raw)).toEqual(['36 家', '5200張']);
    for (const { start, end, raw } of figures) expect(text.slice(start, end)).toBe(raw);
    expect(figures[0]).toMatchObject({ property: '养老机构', value: 36, unit: '家' });
  });

  test('extractFigures() reads nothing in damaged text', () => {
    const document = documentOf({ text: '新建站点5个。改造道路8公里。' });
    const damaged = { ...document, garbled: [{ start: 0, end: 7 }] };
    expect(extractFigures(damaged, divisions).map(({ raw }) => raw)).toEqual(['8公里']);
  });

  test('extractFigures() takes the place and the year of a heading', () => {
    const document = documentOf({ text: '新建站点5个。' });
    const sections = document.sections.map((section) => ({ ...section, heading: '凤阳县', period: '2017' }));
    const [figure] = extractFigures({ ...document, sections }, divisions);
    expect(figure).toMatchObject({ region: '凤阳县', period: '2017' });
  });

  test('extractFigures() reads 去年 in a report read out as the year it looks back on', () => {
    const text = '各位代表，现在我向大会报告工作。去年全市新建学校5所。';
    expect(extractFigures(documentOf({ text }), divisions)[0]).toMatchObject({ period: PERIOD });
  });

  test('extractFigures() reads every amount of a long paragraph', () => {
    const text = '新建站点5个，改造道路8公里。'.repeat(2000);
    expect(extractFigures(documentOf({ text }), divisions)).toHaveLength(4000);
  });
});
