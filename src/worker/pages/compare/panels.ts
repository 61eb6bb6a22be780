import { matchView } from '../../../answer/match-view.ts';
import type { Figure, FigureKind } from '../../../core/figure.ts';

/** What kinds of number have in common that may stand on one axis. */
export type Measure = 'amount' | 'change_rate' | 'share' | 'rank';

/** Figures of one property that can be compared: one measure, one unit, periods of one length, running totals or none. */
export interface Panel {
  readonly measure: Measure;
  /** As the first figure writes it. */
  readonly unit: string;
  readonly cumulative: boolean;
  /** Sorted; null where the source states none, and then it is the only one. */
  readonly periods: readonly (string | null)[];
  readonly regions: readonly (string | null)[];
  /** In the order of the reports. */
  readonly cell: (region: string | null, period: string | null) => readonly Figure[];
}

const MEASURES: Readonly<Record<FigureKind, Measure>> = {
  actual: 'amount',
  target: 'amount',
  previous: 'amount',
  limit: 'amount',
  change_rate: 'change_rate',
  share: 'share',
  rank: 'rank',
};

/** The figures of a property in panels, the largest first. */
export function panelsOf(figures: readonly Figure[]): readonly Panel[] {
  const groups = Map.groupBy(figures, panelKey);
  return [...groups.values()].map(panelOf).sort((a, b) => sizeOf(b) - sizeOf(a));
}

function panelKey({ kind, unit, cumulative, period }: Figure): string {
  return [MEASURES[kind], matchView(unit), cumulative, lengthOf(period)].join('\n');
}

/** What periods that can be compared share: written alike but for the numbers, and spans of years equally long. */
function lengthOf(period: string | null): string {
  if (period === null) return '';
  const [first, last] = period.split('..').map(Number);
  const shape = period.replace(/\d+/gu, '0');
  return last === undefined ? shape : `${shape}${last - (first ?? 0)}`;
}

function panelOf(figures: readonly Figure[]): Panel {
  const { kind, unit, cumulative } = figures[0]!;
  const cells = Map.groupBy(figures, ({ region, period }) => `${region}\n${period}`);
  return {
    measure: MEASURES[kind],
    ...{ unit, cumulative },
    periods: [...new Set(figures.map(({ period }) => period))].sort(comparePeriods),
    regions: [...new Set(figures.map(({ region }) => region))].sort((a, b) => Number(a === null) - Number(b === null)),
    cell: (region, period) => cells.get(`${region}\n${period}`) ?? [],
  };
}

function comparePeriods(a: string | null, b: string | null): number {
  const [numbersA, numbersB] = [numbersOf(a), numbersOf(b)];
  const differing = numbersA.findIndex((number, i) => number !== numbersB[i]);
  return differing === -1 ? 0 : numbersA[differing]! - (numbersB[differing] ?? 0);
}

function numbersOf(period: string | null): number[] {
  return [...(period ?? '').matchAll(/\d+/gu)].map(([digits]) => Number(digits));
}

function sizeOf({ periods, regions }: Panel): number {
  return periods[0] === null ? 0 : periods.length * regions.length;
}

/** One thing to draw: a figure in its place, or that there is none. */
export interface Point {
  readonly region: string;
  readonly period: string;
  /** Null: the reports do not have it. */
  readonly figure: Figure | null;
}

/** What of a panel can be drawn: every stated place at every stated time. Nothing where fewer than two have a value. */
export function pointsOf(panel: Panel): readonly Point[] {
  const regions = panel.regions.filter((region) => region !== null);
  const periods = panel.periods.filter((period) => period !== null);
  const points = regions.flatMap((region) =>
    periods.flatMap((period): Point[] => {
      const figures = panel.cell(region, period);
      return figures.length === 0
        ? [{ region, period, figure: null }]
        : figures.map((figure) => ({ region, period, figure }));
    }),
  );
  return points.filter(({ figure }) => figure !== null && amountOf(figure) !== null).length < 2 ? [] : points;
}

/** Where a figure stands on an axis: its value, or the bounds it lies in; null where it has neither. */
export function amountOf({ value, min, max }: Figure): { readonly low: number; readonly high: number } | null {
  const low = value ?? min ?? max;
  const high = value ?? max ?? min;
  return low === null || high === null ? null : { low, high };
}
