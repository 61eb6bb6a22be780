import { raw } from 'hono/html';
import type { CalibrationCurve } from '../../scorecard.ts';
import { escapeMarkup } from '../escape.ts';
import type { Markup } from '../layout.ts';

/** A line of the chart: shares from 0 to 1 over thresholds from 0 to 1. */
interface Line {
  readonly name: string;
  readonly share: (point: CalibrationCurve['curve'][number]) => number;
}

interface ChartOptions {
  readonly label: string;
  readonly lines: readonly Line[];
  /** Words at the threshold in use. */
  readonly chosen: string;
}

/** In CSS pixels; widths are shares of the drawing. */
const HEIGHT = 200;
const TOP = 14;
const BOTTOM = 26;
const LEFT = 12;
const WIDTH = 86;

/** What becomes of questions as one threshold of refusal moves. */
export function calibrationChart(
  { curve, chosen }: CalibrationCurve,
  { label, lines, chosen: words }: ChartOptions,
): Markup {
  const rules = [0, 0.5, 1].map(
    (share) =>
      `<line class="rule" x1="${LEFT}%" x2="100%" y1="${down(share)}" y2="${down(share)}"/><text class="tick" x="0" y="${down(share) + 4}">${share * 100}%</text>`,
  );
  const names = [0, 0.5, 1].map((at) => `<text class="time" x="${across(at)}" y="${HEIGHT - 6}">${at}</text>`);
  const paths = lines.map(({ name, share }, i) => {
    const colour = `s${i + 1}`;
    const parts = curve.slice(1).map((to, j) => {
      const from = curve[j]!;
      return `<line class="${colour}" x1="${across(from.at)}" y1="${down(share(from))}" x2="${across(to.at)}" y2="${down(share(to))}"/>`;
    });
    const used = curve.find(({ at }) => at === chosen);
    const title =
      used === undefined
        ? ''
        : `<circle class="${colour}" cx="${across(chosen)}" cy="${down(share(used))}" r="4"><title>${escapeMarkup(name)} ${Math.round(share(used) * 1000) / 10}%</title></circle>`;
    return parts.join('') + title;
  });
  const mark = `<line class="axis" x1="${across(chosen)}" x2="${across(chosen)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/><text class="tick" x="${across(chosen)}" dx="4" y="${down(0.3)}">${escapeMarkup(words)} ${chosen}</text>`;
  return raw(
    `<svg class="chart" role="img" aria-label="${escapeMarkup(label)}" width="100%" height="${HEIGHT}">${rules.join('')}${names.join('')}${mark}${paths.join('')}</svg>`,
  );
}

function across(at: number): string {
  return `${Math.round((LEFT + at * WIDTH) * 100) / 100}%`;
}

function down(share: number): number {
  return Math.round((HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)) * 10) / 10;
}
