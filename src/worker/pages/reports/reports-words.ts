import type { PageLanguage } from '../language.ts';

/** What the list of reports says. */
export interface ReportsWords {
  readonly title: string;
  readonly lead: (counts: { reports: number; regions: number; figures: number }) => string;
  readonly coverage: string;
  readonly region: string;
  readonly gap: string;
  readonly gaps: (years: string) => string;
  readonly cell: (counts: { reports: number; figures: number }) => string;
  readonly list: string;
  readonly counts: (counts: { characters: number; sections: number; figures: number; masked: number }) => string;
  readonly doubts: (count: number) => string;
  readonly figures: string;
  readonly pages: string;
  readonly page: (number: number, of: number) => string;
  readonly none: string;
}

export const REPORTS_WORDS: Readonly<Record<PageLanguage, ReportsWords>> = {
  zh: {
    title: '收录的报告',
    lead: ({ reports, regions, figures }) =>
      `${reports}份报告，${regions}个地区，${figures}个数字。没有收录的地区和年份，问据不答。`,
    coverage: '地区与期间',
    region: '地区',
    gap: '未收录',
    gaps: (years) => `没有任何报告的年份：${years}。`,
    cell: ({ reports, figures }) => (reports === 1 ? `${figures}个数字` : `${reports}份，${figures}个数字`),
    list: '全部报告',
    counts: ({ characters, sections, figures, masked }) =>
      `${characters}字，${sections}节，${figures}个数字${masked === 0 ? '' : `（${masked}个被原文隐去）`}`,
    doubts: (count) => `${count}处存疑`,
    figures: '看数字',
    pages: '分页',
    page: (number, of) => `第${number}页，共${of}页`,
    none: '还没有收录报告。',
  },
  en: {
    title: 'Reports held',
    lead: ({ reports, regions, figures }) =>
      `${reports} reports, ${regions} regions, ${figures} figures. Of other places and years Wenju says nothing.`,
    coverage: 'Regions and periods',
    region: 'Region',
    gap: 'not held',
    gaps: (years) => `Years without any report: ${years}.`,
    cell: ({ reports, figures }) => (reports === 1 ? `${figures} figures` : `${reports} reports, ${figures} figures`),
    list: 'All reports',
    counts: ({ characters, sections, figures, masked }) =>
      `${characters} characters, ${sections} sections, ${figures} figures${masked === 0 ? '' : ` (${masked} hidden in the source)`}`,
    doubts: (count) => (count === 1 ? '1 doubt' : `${count} doubts`),
    figures: 'Figures',
    pages: 'Pages',
    page: (number, of) => `Page ${number} of ${of}`,
    none: 'No report is held yet.',
  },
};
