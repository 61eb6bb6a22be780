import type { Section } from '../../core/section.ts';
import { lastYear, statedPeriods } from '../metadata/stated-periods.ts';
import type { MarkerStyle } from './marker.ts';

/** Headings that name the time of all that stands under them; points of paragraphs only mention times. */
const TELLING: ReadonlySet<MarkerStyle> = new Set([
  'title',
  'chapter',
  'han',
  'han_bracketed',
  'unnumbered',
  'timed_part',
]);
const FIVE_YEARS = /(?:过去|这|近)五年|五年来/u;

interface HeadingAt {
  readonly heading: string;
  readonly style: MarkerStyle;
  /** Sections of the same level and parent that stand before. */
  readonly before: readonly Section[];
  /** Period of the section around. */
  readonly above: string | null;
}

/** The period a heading states, first mention first; 五年 ends with the last year that the headings beside it speak of. */
export function headingPeriod(at: HeadingAt): string | null {
  if (!TELLING.has(at.style)) return null;
  const stated = statedPeriods(at.heading)[0]?.period ?? null;
  const around = stated ?? at.before.at(-1)?.period ?? at.above;
  if (FIVE_YEARS.test(at.heading)) return around === null ? null : fiveYearsTo(around);
  return stated;
}

/** The five years that end with a period's last year: 2021..2025 of 2025. */
function fiveYearsTo(period: string): string {
  return `${lastYear(period) - 4}..${lastYear(period)}`;
}
