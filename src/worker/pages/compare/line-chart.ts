import { raw } from 'hono/html';
import type { Figure } from '../../../core/figure.ts';
import { escapeMarkup } from '../escape.ts';
import { FIGURE_WORDS, rawOf } from '../figure-words.ts';
import type { PageLanguage } from '../language.ts';
import type { Markup } from '../layout.ts';
import { HATCHING, percent } from './drawing.ts';
import { amountOf, type Point } from './panels.ts';
import { type Scale, scaleOf } from './scale.ts';

/** Height in CSS pixels, and what of it is kept for words. */
const HEIGHT = 300;
const TOP = 24;
const BOTTOM = 30;
/** Shares of the width: values left of the first time, names right of the last. */
const LEFT = 0.11;
const RIGHT = 0.3;
const SERIES = 6;
/** Least distance of the names of two times, as a share of the width: less runs together on a telephone. */
const APART = 0.14;
/** Least distance of two names, in CSS pixels. */
const LINE = 17;

interface LineOptions {
  readonly language: PageLanguage;
  readonly label: string;
}

interface Plot {
  /** Share of the width. */
  readonly x: (period: string) => number;
  /** In CSS pixels from the top. */
  readonly y: (value: number) => number;
  readonly scale: Scale;
  readonly language: PageLanguage;
}

/** The places with their colour and what is drawn of them. */
interface Series {
  readonly region: string;
  readonly colour: string;
  /** In the order of time. */
  readonly points: readonly Point[];
  readonly dots: readonly (Dot | null)[];
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly figure: Figure;
}

/** A line a place over the times. It breaks where the reports have nothing; what is masked has a hatched square on the axis. */
export function lineChart(points: readonly Point[], { language, label }: LineOptions): Markup {
  const values = points.flatMap(({ figure }) => {
    const amount = figure === null ? null : amountOf(figure);
    return amount === null ? [] : [amount.low, amount.high];
  });
  const periods = [...new Set(points.map(({ period }) => period))];
  const scale = scaleOf(values);
  const y = (value: number) => Math.round(HEIGHT - BOTTOM - scale.at(value) * (HEIGHT - TOP - BOTTOM));
  const plot: Plot = { scale, x: horizontal(periods), y, language };
  const all = [...Map.groupBy(points, ({ region }) => region)].map(([region, own], i): Series => {
    const dots = own.map((point) => dotOf(point, plot));
    return { region, colour: `s${(i % SERIES) + 1}`, points: own, dots };
  });
  const parts = all.map(
    (series) => linesOf(series) + masksOf(series, plot) + dotsOf(series, { plot, isAlone: all.length === 1 }),
  );
  return raw(
    `<svg class="chart" role="img" aria-label="${escapeMarkup(label)}" width="100%" height="${HEIGHT}">${HATCHING}${axes(periods, plot)}${parts.join('')}${namesOf(all)}</svg>`,
  );
}

/** Single years stand as far apart as they are; other periods evenly. */
function horizontal(periods: readonly string[]): (period: string) => number {
  const years = periods.map(Number);
  const places = years.every(Number.isFinite) ? years : periods.map((_, i) => i);
  const [first, last] = [places[0]!, places.at(-1)!];
  const shares = new Map(periods.map((period, i) => [period, (places[i]! - first) / (last - first || 1)]));
  return (period) => LEFT + (shares.get(period) ?? 0) * (1 - LEFT - RIGHT);
}

function axes(periods: readonly string[], { scale, x, y, language }: Plot): string {
  const rules = scale.ticks.map((tick) => {
    const at = y(tick);
    return `<line class="rule" x1="0" x2="100%" y1="${at}" y2="${at}"/><text class="tick" x="0" y="${at - 4}">${tick.toLocaleString('en-US')}</text>`;
  });
  let previous = Number.NEGATIVE_INFINITY;
  const names = periods.map((period) => {
    if (x(period) - previous < APART) return '';
    previous = x(period);
    const name = escapeMarkup(FIGURE_WORDS[language].period(period));
    return `<text class="time" x="${percent(previous)}" y="${HEIGHT - 8}">${name}</text>`;
  });
  return rules.join('') + names.join('');
}

function dotOf({ period, figure }: Point, { x, y }: Plot): Dot | null {
  const amount = figure === null ? null : amountOf(figure);
  return figure === null || amount === null ? null : { x: x(period), y: y(amount.high), figure };
}

function linesOf({ dots, colour }: Series): string {
  const lines = dots.slice(1).map((to, i) => {
    const from = dots[i];
    if (to === null || from === null || from === undefined || from.x === to.x) return '';
    return `<line class="${colour}" x1="${percent(from.x)}" y1="${from.y}" x2="${percent(to.x)}" y2="${to.y}"/>`;
  });
  return lines.join('');
}

function masksOf({ points, region, colour }: Series, { x, scale, y, language }: Plot): string {
  const squares = points.map(({ period, figure }) => {
    if (figure === null || !figure.masked || amountOf(figure) !== null) return '';
    const title = `${region} ${FIGURE_WORDS[language].period(period)} ${rawOf(figure)} ${FIGURE_WORDS[language].masked}`;
    const at = y(scale.from) - 14;
    return `<svg x="${percent(x(period))}" y="${at}" overflow="visible"><rect class="${colour} mask" x="-7" width="14" height="14"><title>${escapeMarkup(title)}</title></rect></svg>`;
  });
  return squares.join('');
}

/** Dots with their values: all of a single line; of several only where each starts, or they would run together. */
function dotsOf({ dots, region, colour }: Series, { plot, isAlone }: { plot: Plot; isAlone: boolean }): string {
  const drawn = dots.filter((dot) => dot !== null);
  const markup = drawn.map(({ x, y, figure }, i) => {
    const hollow = figure.kind === 'target' ? ' hollow' : '';
    const period = figure.period === null ? '' : FIGURE_WORDS[plot.language].period(figure.period);
    const title = escapeMarkup(`${region} ${period} ${rawOf(figure)}`);
    const isNamed = i < drawn.length - 1 && (isAlone || i === 0);
    const value = isNamed
      ? `<text class="dot" x="${percent(x)}" y="${y - 10}">${escapeMarkup(rawOf(figure))}</text>`
      : '';
    return `<circle class="${colour}${hollow}" cx="${percent(x)}" cy="${y}" r="5"><title>${title}</title></circle>${value}`;
  });
  return markup.join('');
}

/** Name and last value of each line beside its last dot, moved down where another stands. */
function namesOf(all: readonly Series[]): string {
  const ends = all
    .flatMap(({ region, dots }) => {
      const last = dots.findLast((dot) => dot !== null);
      return last === undefined || last === null
        ? []
        : [{ name: `${region} ${rawOf(last.figure)}`, x: last.x, y: last.y + 5 }];
    })
    .sort((a, b) => a.y - b.y);
  const lowest = new Map<number, number>();
  return ends
    .map(({ name, x, y }) => {
      const at = Math.max(y, (lowest.get(x) ?? Number.NEGATIVE_INFINITY) + LINE);
      lowest.set(x, at);
      return `<text class="name" x="${percent(x)}" dx="10" y="${at}">${escapeMarkup(name)}</text>`;
    })
    .join('');
}
