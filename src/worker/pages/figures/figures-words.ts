import type { PageLanguage } from '../language.ts';
import type { Sort } from './figure-query.ts';
import type { Dimension } from './figure-table.ts';

/** What the table of figures says. */
export interface FiguresWords {
  readonly title: string;
  readonly lead: (counts: { figures: number; reports: number }) => string;
  readonly search: string;
  readonly hint: string;
  readonly submit: string;
  readonly reset: string;
  readonly filters: Readonly<Record<Dimension | 'section' | 'sort', string>>;
  readonly any: string;
  readonly masked: string;
  readonly sorts: Readonly<Record<Sort, string>>;
  readonly columns: Readonly<Record<'raw' | 'property' | 'region' | 'period' | 'kind' | 'place', string>>;
  readonly found: (counts: { first: number; last: number; total: number }) => string;
  readonly none: string;
  readonly results: string;
  readonly download: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly valueNote: string;
}

export const FIGURES_WORDS: Readonly<Record<PageLanguage, FiguresWords>> = {
  zh: {
    title: '报告里的数字',
    lead: ({ figures, reports }) => `${reports}份报告里的全部${figures}个数字，每个都连到原文中的那几个字。`,
    search: '查找',
    hint: '指标、地区、章节、题名或数字',
    submit: '筛选',
    reset: '清除',
    filters: {
      report: '报告',
      region: '地区',
      period: '期间',
      unit: '单位',
      kind: '类型',
      section: '章节',
      sort: '排序',
    },
    any: '全部',
    masked: '原文隐去',
    sorts: {
      source: '原文顺序',
      value: '数值，从小到大',
      '-value': '数值，从大到小',
      property: '指标',
      '-property': '指标，倒序',
      region: '地区',
      '-region': '地区，倒序',
      period: '期间，从早到晚',
      '-period': '期间，从晚到早',
    },
    columns: { raw: '数字', property: '指标', region: '地区', period: '期间', kind: '类型', place: '出处' },
    found: ({ first, last, total }) => `第${first}至${last}个，共${total}个`,
    none: '没有符合条件的数字。',
    results: '结果',
    download: '下载这些数字',
    pages: '分页',
    previous: '上一页',
    next: '下一页',
    valueNote: '单位不同的数字不能比大小：先按单位分组，再排数值。',
  },
  en: {
    title: 'Figures of the reports',
    lead: ({ figures, reports }) => `All ${figures} figures of ${reports} reports, each linked to its very words.`,
    search: 'Search',
    hint: 'property, region, heading, title or number',
    submit: 'Filter',
    reset: 'Clear',
    filters: {
      report: 'Report',
      region: 'Region',
      period: 'Period',
      unit: 'Unit',
      kind: 'Kind',
      section: 'Section',
      sort: 'Order',
    },
    any: 'all',
    masked: 'hidden in the source',
    sorts: {
      source: 'as in the reports',
      value: 'value, ascending',
      '-value': 'value, descending',
      property: 'property',
      '-property': 'property, reversed',
      region: 'region',
      '-region': 'region, reversed',
      period: 'period, oldest first',
      '-period': 'period, newest first',
    },
    columns: { raw: 'Figure', property: 'Property', region: 'Region', period: 'Period', kind: 'Kind', place: 'Source' },
    found: ({ first, last, total }) => `${first} to ${last} of ${total}`,
    none: 'No figure fits.',
    results: 'Results',
    download: 'Download these figures',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    valueNote: 'Amounts of unlike units have no order: they are grouped by unit, then sorted by value.',
  },
};
