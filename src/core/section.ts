import type { Span } from './span.ts';

/** A part of a report under one heading. The span covers heading and content, subsections included. */
export interface Section extends Span {
  readonly report: string;
  /** Heading text without its number, as displayed; empty for what stands before the first heading. */
  readonly heading: string;
  /** The number as written (一、, (二), 一是), empty for an unnumbered heading. */
  readonly label: string;
  /** Depth from 1; 0 for the part before the first heading. */
  readonly level: number;
  /** Index of the enclosing section in the same list, or null. */
  readonly parent: number | null;
  /** Whether it tells of plans (工作思路, 下一步, 目标任务) and not of what was done. */
  readonly plan: boolean;
  /** Period its heading states (2023 for 二〇二三年工作总结), inherited like `plan`; null when it states none. As in `Report.period`. */
  readonly period: string | null;
}
