import type { DoubtSubject } from '../../../core/report.ts';
import type { PageLanguage } from '../language.ts';
import type { TextKind } from './source-view.ts';

/** What the page of a report says. */
export interface SourceWords {
  readonly fields: Readonly<
    Record<'issuer' | 'documentNumber' | 'region' | 'period' | 'published' | 'url' | 'held', string>
  >;
  readonly notRecorded: string;
  readonly held: (counts: { sections: number; figures: number; characters: number }) => string;
  readonly doubt: Readonly<Record<DoubtSubject, string>>;
  readonly evidence: string;
  readonly outline: string;
  readonly kinds: Readonly<Record<TextKind, string>>;
  readonly whichText: string;
  readonly legend: Readonly<Record<'figure' | 'repaired' | 'removed' | 'garbled' | 'masked', string>>;
  readonly repaired: (other: string) => string;
  readonly removed: (other: string) => string;
  readonly garbled: string;
  readonly masked: string;
  readonly pages: string;
  readonly page: (number: number, of: number) => string;
  readonly citeReport: string;
  readonly citeQuote: string;
  readonly formats: Readonly<Record<'plain' | 'markdown' | 'standard', string>>;
  readonly copy: string;
  readonly copied: string;
  readonly figureCards: string;
  readonly close: string;
  readonly sentence: string;
  readonly sameProperty: string;
  readonly text: string;
}

export const SOURCE_WORDS: Readonly<Record<PageLanguage, SourceWords>> = {
  zh: {
    fields: {
      issuer: '发布机关',
      documentNumber: '文号',
      region: '地区',
      period: '所述期间',
      published: '发布日期',
      url: '网址',
      held: '收录',
    },
    notRecorded: '未记录',
    held: ({ sections, figures, characters }) => `${characters}字，${sections}节，${figures}个数字`,
    doubt: { title: '题名存疑', issuer: '发布机关存疑', region: '地区存疑', period: '期间存疑', published: '日期存疑' },
    evidence: '见原文',
    outline: '目录',
    kinds: { clean: '整理后', original: '原文' },
    whichText: '显示哪种文本',
    legend: {
      figure: '数字（点开看说明）',
      repaired: '原文乱码，已修复',
      removed: '整理时去掉或改动',
      garbled: '乱码，未能修复',
      masked: '发布时已隐去',
    },
    repaired: (other) => `乱码修复，另一写法：${other}`,
    removed: (other) => (other === '' ? '整理时去掉' : `整理后：${other}`),
    garbled: '原文乱码，未能修复',
    masked: '发布时已隐去',
    pages: '分页',
    page: (number, of) => `第${number}页，共${of}页`,
    citeReport: '引用这份报告',
    citeQuote: '引用标出的这段',
    formats: { plain: '文字', markdown: 'Markdown', standard: 'GB/T 7714' },
    copy: '复制',
    copied: '已复制',
    figureCards: '本页的数字',
    close: '关闭',
    sentence: '标出并引用所在句',
    sameProperty: '同一指标的其他数字',
    text: '报告正文',
  },
  en: {
    fields: {
      issuer: 'Issued by',
      documentNumber: 'Document no.',
      region: 'Region',
      period: 'Period',
      published: 'Published',
      url: 'Address',
      held: 'Held',
    },
    notRecorded: 'not recorded',
    held: ({ sections, figures, characters }) => `${characters} characters, ${sections} sections, ${figures} figures`,
    doubt: {
      title: 'Title in doubt',
      issuer: 'Issuer in doubt',
      region: 'Region in doubt',
      period: 'Period in doubt',
      published: 'Date in doubt',
    },
    evidence: 'in the source',
    outline: 'Contents',
    kinds: { clean: 'Cleaned', original: 'Original' },
    whichText: 'Which text to show',
    legend: {
      figure: 'figure (open for details)',
      repaired: 'damaged in the source, restored',
      removed: 'left out or changed when cleaned',
      garbled: 'damaged beyond repair',
      masked: 'hidden by the publisher',
    },
    repaired: (other) => `Restored damage; other text: ${other}`,
    removed: (other) => (other === '' ? 'Left out when cleaned' : `Cleaned: ${other}`),
    garbled: 'Damaged beyond repair',
    masked: 'Hidden by the publisher',
    pages: 'Pages',
    page: (number, of) => `Page ${number} of ${of}`,
    citeReport: 'Cite this report',
    citeQuote: 'Cite what is marked',
    formats: { plain: 'Plain', markdown: 'Markdown', standard: 'GB/T 7714' },
    copy: 'Copy',
    copied: 'Copied',
    figureCards: 'Figures on this page',
    close: 'Close',
    sentence: 'Mark and cite its sentence',
    sameProperty: 'Other figures of this property',
    text: 'Text of the report',
  },
};
