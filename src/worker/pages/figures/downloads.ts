import type { Report } from '../../../core/report.ts';
import type { FiguresPage } from '../../api/figures.ts';
import { sourceLink } from '../../source-link.ts';
import { FIGURE_WORDS, rawOf } from '../figure-words.ts';
import type { PageLanguage } from '../language.ts';
import type { Cell } from './csv.ts';
import type { FigureTable } from './figure-table.ts';

const HEADS: Readonly<Record<PageLanguage, readonly string[]>> = {
  zh: [
    '报告',
    '题名',
    '章节',
    '起',
    '止',
    '原文',
    '数值',
    '最小',
    '最大',
    '单位',
    '约数',
    '类型',
    '隐去',
    '累计',
    '指标',
    '地区',
    '期间',
    '链接',
  ],
  en: [
    'report',
    'title',
    'section',
    'start',
    'end',
    'raw',
    'value',
    'min',
    'max',
    'unit',
    'approx',
    'kind',
    'masked',
    'cumulative',
    'property',
    'region',
    'period',
    'link',
  ],
};

interface CsvOptions {
  readonly found: Uint32Array;
  readonly reports: readonly Report[];
  readonly language: PageLanguage;
  /** Of the links. */
  readonly origin: string;
}

/** Figures as rows of a spreadsheet, the names of the columns first. */
export function csvRows(table: FigureTable, { found, reports, language, origin }: CsvOptions): Cell[][] {
  const titles = new Map(reports.map(({ id, title }) => [id, title]));
  const { kinds } = FIGURE_WORDS[language];
  const rows = Array.from(found, (i): Cell[] => {
    const figure = table.figures[i]!;
    const { report, start, end, value, min, max, unit, approx, kind, masked, cumulative, property, region, period } =
      figure;
    return [
      ...[report, titles.get(report) ?? '', table.place(i), start, end, rawOf(figure), value, min, max, unit, approx],
      ...[kinds[kind], masked ? 1 : 0, cumulative ? 1 : 0, property, region, period, origin + sourceLink(figure)],
    ];
  });
  return [[...HEADS[language]], ...rows];
}

/** Figures as `GET /api/figures` gives them, all on one page. */
export function jsonPage(
  table: FigureTable,
  { found, titles }: { found: Uint32Array; titles: ReadonlyMap<string, string> },
): FiguresPage {
  const figures = Array.from(found, (i) => {
    const figure = table.figures[i]!;
    return { ...figure, title: titles.get(figure.report) ?? '', place: table.place(i), url: sourceLink(figure) };
  });
  return { total: figures.length, limit: figures.length, offset: 0, figures };
}
