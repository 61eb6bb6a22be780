import { padEnd } from '../core/display-width.ts';
import type { Figure, FigureKind } from '../core/figure.ts';

const HEADER = ['报告', '位置', '数字', '指标', '地区', '期间', '类型', '备注'];
const KINDS: Readonly<Record<FigureKind, string>> = {
  actual: '实绩',
  target: '目标',
  previous: '原值',
  change_rate: '变化',
  share: '占比',
  rank: '排名',
  limit: '标准',
};
const GAP = '  ';

/** Figures as a table for a person at a terminal: columns aligned, a Han character two columns wide. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [HEADER, ...figures.map(cellsOf)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => padEnd(row[column]!, 0).width)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => padEnd(cell, widths[i]!).text)
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

function cellsOf(figure: Figure): string[] {
  const notes = [figure.masked ? '隐去' : '', figure.cumulative ? '累计' : '', figure.partOf === null ? '' : '其中'];
  return [
    figure.report,
    `${figure.start}-${figure.end}`,
    figure.raw.replace(/\s+/gu, ' '),
    figure.property,
    figure.region ?? '未注明',
    figure.period ?? '未注明',
    KINDS[figure.kind],
    notes.filter((note) => note !== '').join('、'),
  ];
}
