import { formatPeriod } from '../../answer/corpus/period.ts';
import type { Figure, FigureKind } from '../../core/figure.ts';
import type { PageLanguage } from './language.ts';

interface FigureWords {
  readonly kinds: Readonly<Record<FigureKind, string>>;
  readonly notStated: string;
  readonly masked: string;
  readonly cumulative: string;
  readonly part: string;
  readonly approximate: string;
  /** Period as a reader is shown it. */
  readonly period: (period: string) => string;
}

/** How pages speak of figures. */
export const FIGURE_WORDS: Readonly<Record<PageLanguage, FigureWords>> = {
  zh: {
    kinds: {
      actual: '实绩',
      target: '目标',
      previous: '原值',
      change_rate: '变化',
      share: '占比',
      rank: '排名',
      limit: '标准',
    },
    notStated: '原文未注明',
    masked: '原文隐去',
    cumulative: '累计数',
    part: '其中项',
    approximate: '约数',
    period: formatPeriod,
  },
  en: {
    kinds: {
      actual: 'actual',
      target: 'target',
      previous: 'earlier value',
      change_rate: 'change',
      share: 'share',
      rank: 'rank',
      limit: 'standard',
    },
    notStated: 'not stated',
    masked: 'hidden in the source',
    cumulative: 'cumulative',
    part: 'part of a total',
    approximate: 'approximate',
    period: englishPeriod,
  },
};

const HALVES: readonly (readonly [string, string])[] = [
  ['上半年', ' H1'],
  ['下半年', ' H2'],
  ['年底', ' year-end'],
];

function englishPeriod(period: string): string {
  const range = /^(\d{4})\.\.(\d{4})$/u.exec(period);
  if (range) return `${range[1]}–${range[2]}`;
  return HALVES.reduce((text, [chinese, english]) => text.replace(chinese, english), period);
}

/** A mention without line breaks and spaces. */
export function rawOf({ raw }: Pick<Figure, 'raw'>): string {
  return raw.replace(/\s+/gu, '');
}

/** What is to be known of a figure besides its kind. */
export function figureNotes(figure: Figure, language: PageLanguage): readonly string[] {
  const words = FIGURE_WORDS[language];
  return [
    figure.masked ? words.masked : '',
    figure.cumulative ? words.cumulative : '',
    figure.partOf === null ? '' : words.part,
    figure.approx === null ? '' : `${words.approximate}（${figure.approx}）`,
  ].filter((note) => note !== '');
}

const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** The plain value with its unit, such as 147,000 人; a range by its bounds; empty where there is none. */
export function plainValue({ value, min, max, unit }: Figure): string {
  const number = value !== null ? NUMBERS.format(value) : boundsOf(min, max);
  return number === '' ? '' : `${number}${/^[%％‰]/u.test(unit) ? '' : ' '}${unit}`.trim();
}

function boundsOf(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${NUMBERS.format(min)}–${NUMBERS.format(max)}`;
  if (min !== null) return `≥ ${NUMBERS.format(min)}`;
  return max === null ? '' : `≤ ${NUMBERS.format(max)}`;
}
