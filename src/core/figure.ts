import type { Span } from './span.ts';

/** The role of a figure in its sentence; the first that fits, in this order: previous, target, rank, limit, change_rate, share, actual. */
export const FIGURE_KINDS = ['actual', 'target', 'previous', 'change_rate', 'share', 'rank', 'limit'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** One amount that a report states, kept with its mention. */
export interface Figure extends Span {
  readonly report: string;
  /** Exactly `source.slice(start, end)`. */
  readonly raw: string;
  /** Plain number, 万 and 亿 expanded, percent as written (18.1 for 18.1%); null when masked, vague (数百) or a range. */
  readonly value: number | null;
  /** Bounds of a range or a vague amount, inclusive, same scale as `value`. */
  readonly min: number | null;
  readonly max: number | null;
  /** As in the text (traditional kept), or the implied one; empty when there is none. */
  readonly unit: string;
  /** Approximator as written (约, 近, 余, 以上), several joined by 、; null when exact. */
  readonly approx: string | null;
  readonly kind: FigureKind;
  /** The source hides the digits (**个). */
  readonly masked: boolean;
  /** A running total (累计, 截至). */
  readonly cumulative: boolean;
  /** What is counted, as a person would say it: 低保对象. */
  readonly property: string;
  /** The place it is about, full name as in the text. */
  readonly region: string | null;
  /** As in `Report.period`, or a year-end (2018年底); null when unknown. */
  readonly period: string | null;
  /** Start of the figure (same report) that this one is a part of (其中), or null. */
  readonly partOf: number | null;
}
