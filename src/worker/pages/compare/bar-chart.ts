import { raw } from 'hono/html';
import { escapeMarkup } from '../escape.ts';
import { FIGURE_WORDS, rawOf } from '../figure-words.ts';
import type { PageLanguage } from '../language.ts';
import type { Markup } from '../layout.ts';
import { COMPARE_WORDS } from './compare-words.ts';
import { HATCHING, percent } from './drawing.ts';
import { amountOf, type Point } from './panels.ts';
import { scaleOf } from './scale.ts';

/** Heights in CSS pixels: widths are shares of the drawing, so that it fits any screen while its text keeps its size. */
const ROW = 46;
const BAR = { top: 24, height: 13 };
/** Colours of the style sheet, used in turn. */
const SERIES = 6;

/** One bar a place and time, its words above it; what is masked is hatched, what is missing an empty frame. */
export function barChart(
  points: readonly Point[],
  { language, label }: { language: PageLanguage; label: string },
): Markup {
  const amounts = points.flatMap(({ figure }) => (figure === null ? [] : (amountOf(figure) ?? [])));
  const scale = scaleOf(amounts.flatMap(({ low, high }) => [low, high]));
  const regions = [...new Set(points.map(({ region }) => region))];
  const rows = points.map((point, i) => {
    const series = `s${(regions.indexOf(point.region) % SERIES) + 1}`;
    const y = i * ROW;
    const title = `${point.region} ${FIGURE_WORDS[language].period(point.period)}`;
    const state = point.figure === null ? 'missing' : 'value';
    return `<text x="0" y="${y + 17}">${escapeMarkup(title)}</text><text class="${state}" x="100%" y="${y + 17}">${escapeMarkup(wordsOf(point, language))}</text>${trackOf(point, y)}${barOf(point, { y, series, at: scale.at })}`;
  });
  const zero = percent(scale.at(0));
  const axis = zero === '0%' ? '' : `<line class="axis" x1="${zero}" x2="${zero}" y1="0" y2="100%"/>`;
  return raw(
    `<svg class="chart" role="img" aria-label="${escapeMarkup(label)}" width="100%" height="${points.length * ROW}">${HATCHING}${rows.join('')}${axis}</svg>`,
  );
}

function trackOf({ figure }: Point, y: number): string {
  const place = `x="0" y="${y + BAR.top}" width="100%" height="${BAR.height}"`;
  if (figure === null) return `<rect class="frame" ${place}/>`;
  return amountOf(figure) === null ? `<rect fill="url(#hatching)" ${place}/>` : `<rect class="track" ${place}/>`;
}

/** The mention as written, or why there is none. */
function wordsOf({ figure }: Point, language: PageLanguage): string {
  const words = COMPARE_WORDS[language];
  if (figure === null) return words.missing;
  if (figure.masked) return `${rawOf(figure)} ${words.masked}`;
  return figure.kind === 'target' ? `${rawOf(figure)} ${words.target}` : rawOf(figure);
}

interface BarOptions {
  readonly y: number;
  readonly series: string;
  readonly at: (value: number) => number;
}

function barOf({ figure }: Point, { y, series, at }: BarOptions): string {
  const amount = figure === null ? null : amountOf(figure);
  if (figure === null || amount === null) return '';
  const kind = figure.kind === 'target' ? ' hollow' : '';
  const place = `y="${y + BAR.top}" height="${BAR.height}"`;
  const [from, to] = [Math.min(at(0), at(amount.high)), Math.max(at(0), at(amount.high))];
  const bar = `<rect class="${series}${kind}" x="${percent(from)}" width="${percent(to - from)}" ${place}/>`;
  if (amount.low === amount.high) return bar;
  const middle = y + BAR.top + BAR.height / 2;
  return `${bar}<line class="bound" x1="${percent(at(amount.low))}" x2="${percent(at(amount.high))}" y1="${middle}" y2="${middle}"/><line class="bound" x1="${percent(at(amount.low))}" x2="${percent(at(amount.low))}" y1="${middle - 5}" y2="${middle + 5}"/>`;
}
