import type { AnswerFigure } from '../../core/answer.ts';
import type { CorpusReport } from '../corpus/corpus.ts';
import { formatPeriod } from '../corpus/period.ts';
import { isMaskedRegion } from '../corpus/region.ts';

export const NOT_STATED = '原文未注明';

export const KIND_LABELS: Readonly<Record<AnswerFigure['kind'], string>> = {
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

/** Marks a place or time that the report does not state. */
export const INFERRED = '（推断）';

/** The place of a figure: stated, or inferred and marked so. */
function showRegion(region: string | null, { inferredRegion }: CorpusReport): string {
  if (region !== null && !isMaskedRegion(region)) return region;
  return inferredRegion === null ? (region ?? `地区${NOT_STATED}`) : `${inferredRegion}${INFERRED}`;
}

/** The time of a figure: stated, or inferred and marked so. */
function showPeriod(period: string | null, { inferredPeriod }: CorpusReport): string {
  if (period !== null) return formatPeriod(period);
  return inferredPeriod === null ? `时间${NOT_STATED}` : `${formatPeriod(inferredPeriod)}${INFERRED}`;
}

/** Property, region and period of a figure, and what kind of number it is where that is not plain. */
export function showSubject(
  figure: AnswerFigure,
  { cumulative, report }: { cumulative: boolean; report: CorpusReport },
): string {
  const { property, region, period, kind } = figure;
  const notes = [KIND_LABELS[kind], cumulative ? '累计数' : ''].filter((note) => note !== '');
  return [property, showRegion(region, report), showPeriod(period, report), ...notes]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The row of a figure in a table of several: place, time, number, property, number of the quote. */
export function showCells(
  { region, period, raw, property, quote }: AnswerFigure,
  { cumulative, report }: { cumulative: boolean; report: CorpusReport },
): readonly string[] {
  const what = `${property}${cumulative ? '（累计数）' : ''}`;
  return [showRegion(region, report), showPeriod(period, report), showRaw(raw), what, `[${quote + 1}]`];
}
