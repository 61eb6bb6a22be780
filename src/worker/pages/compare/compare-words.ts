import type { PageLanguage } from '../language.ts';
import type { Measure } from './panels.ts';

/** What the page that compares says. */
export interface CompareWords {
  readonly title: string;
  readonly titleOf: (property: string) => string;
  readonly lead: string;
  readonly label: string;
  readonly submit: string;
  readonly unknown: (property: string) => string;
  readonly related: string;
  readonly comparable: string;
  readonly region: string;
  readonly missing: string;
  readonly masked: string;
  readonly noUnit: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly apart: string;
  readonly unstated: string;
  readonly gaps: string;
  readonly chart: (subject: string) => string;
  readonly doubt: string;
  readonly target: string;
  readonly allFigures: string;
  /** Where not everything is shown. */
  readonly cut: (counts: { regions: number; periods: number }) => string;
  readonly more: (count: number) => string;
}

export const COMPARE_WORDS: Readonly<Record<PageLanguage, CompareWords>> = {
  zh: {
    title: '比较',
    titleOf: (property) => `${property}：各地各期`,
    lead: '同一指标放在一起看。单位、期间长短或性质不同的数字各成一组，不画在同一根轴上。',
    label: '指标',
    submit: '比较',
    unknown: (property) => `报告里没有指标“${property}”。`,
    related: '名称相近的指标',
    comparable: '可以比较的指标',
    region: '地区',
    missing: '报告里没有',
    masked: '原文隐去',
    noUnit: '无单位',
    measures: { amount: '数量', change_rate: '变化幅度', share: '占比', rank: '位次' },
    apart: '下面分成几组：单位、期间长短或性质不同，不能直接比较。',
    unstated: '期间未注明，不画图',
    gaps: '斜纹方块：原文隐去；线断开处：报告里没有。',
    chart: (subject) => `${subject}的图，数据同下表`,
    doubt: '出处存疑',
    target: '目标',
    allFigures: '在数字表里看',
    cut: ({ regions, periods }) => `共${regions}个地区、${periods}个期间，这里只列出一部分`,
    more: (count) => `另有${count}个`,
  },
  en: {
    title: 'Compare',
    titleOf: (property) => `${property} by place and time`,
    lead: 'One property side by side. Figures of unlike units, lengths of period or kinds stand apart, never on one axis.',
    label: 'Property',
    submit: 'Compare',
    unknown: (property) => `The reports hold no property “${property}”.`,
    related: 'Properties of similar name',
    comparable: 'Properties to compare',
    region: 'Region',
    missing: 'not in the reports',
    masked: 'hidden in the source',
    noUnit: 'no unit',
    measures: { amount: 'amount', change_rate: 'change', share: 'share', rank: 'rank' },
    apart: 'In several groups, which cannot be compared: unit, length of period or kind differ.',
    unstated: 'period not stated, no chart',
    gaps: 'Hatched squares: hidden in the source. Broken lines: not in the reports.',
    chart: (subject) => `Chart of ${subject}; the table below holds the same data`,
    doubt: 'source in doubt',
    target: 'target',
    allFigures: 'In the table of figures',
    cut: ({ regions, periods }) => `a part of ${regions} regions and ${periods} periods`,
    more: (count) => `and ${count} more`,
  },
};
