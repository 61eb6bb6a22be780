import type { AnswerFigure } from '../../core/answer.ts';
import { formatPeriod } from '../corpus/period.ts';
import { isMaskedRegion } from '../corpus/region.ts';

export const NOT_STATED = '原文未注明';

const KIND_LABELS: Readonly<Record<AnswerFigure['kind'], string>> = {
  actual: '',
  target: '目标',
  previous: '此前的数',
  change_rate: '变化',
  share: '占比',
  rank: '位次',
  limit: '',
};

/** A mention as a headline shows it: without white space inside. */
export function showRaw(raw: string): string {
  return raw.replace(/\s+/gu, '');
}

/** Property, region and period of a figure, and what kind of number it is where that is not plain. */
export function showSubject({ property, region, period, kind }: AnswerFigure, cumulative: boolean): string {
  const place = region === null || isMaskedRegion(region) ? `地区${NOT_STATED}` : region;
  const time = period === null ? `时间${NOT_STATED}` : formatPeriod(period);
  const notes = [KIND_LABELS[kind], cumulative ? '累计数' : ''].filter((note) => note !== '');
  return [property, place, time, ...notes].filter((part) => part !== '').join(' · ');
}

/** Place and time before the number in a table of several: 温州市 2018年. */
export function showCell({ region, period }: AnswerFigure): string {
  return `${region ?? ''} ${period === null ? '' : formatPeriod(period)}`.trim();
}
