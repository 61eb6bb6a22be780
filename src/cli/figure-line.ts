import type { Figure } from '../core/figure.ts';

/** A figure as `npm run figures` prints it: the fields that the score reads. */
export interface FigureLine extends Omit<Figure, 'partOf'> {
  /** Raw text of the figure that this one is a part of, or null. */
  readonly part_of: string | null;
}

/** @param figures all figures printed, among them the one it is a part of */
export function figureLine(figure: Figure, figures: readonly Figure[]): FigureLine {
  const { report, start, end, raw, value, min, max, unit, approx, property, region, period } = figure;
  const { kind, masked, cumulative, partOf } = figure;
  const total =
    partOf === null ? undefined : figures.find((other) => other.start === partOf && other.report === report);
  return {
    ...{ report, start, end, raw, value, min, max, unit, approx, property, region, period, kind, masked, cumulative },
    part_of: total?.raw ?? null,
  };
}
