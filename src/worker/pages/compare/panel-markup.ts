import { html } from 'hono/html';
import type { Figure } from '../../../core/figure.ts';
import type { Report } from '../../../core/report.ts';
import { FIGURE_WORDS, figureNotes, rawOf } from '../figure-words.ts';
import type { Content, Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { barChart } from './bar-chart.ts';
import { COMPARE_WORDS } from './compare-words.ts';
import { lineChart } from './line-chart.ts';
import { amountOf, type Panel, pointsOf } from './panels.ts';

interface PanelOptions {
  readonly page: Page;
  readonly property: string;
  readonly reports: ReadonlyMap<string, Report>;
}

/** Times from which a line tells more than bars. */
const TIMES_OF_LINE = 3;
/** Bars that can be taken in. */
const MOST_BARS = 40;
/** Places and times of a table at most, and figures of a cell: who wants more has the table of figures. */
const MOST_REGIONS = 30;
const MOST_PERIODS = 12;
const MOST_FIGURES = 3;

/** A panel: what it holds, a chart where there is something to compare, and the table. */
export function panelMarkup(whole: Panel, options: PanelOptions): Markup {
  const panel = cut(whole);
  const { page, property } = options;
  const words = COMPARE_WORDS[page.language];
  const { cumulative } = FIGURE_WORDS[page.language];
  const unit = panel.unit === '' ? words.noUnit : panel.unit;
  const notes = [
    unit,
    panel.measure === 'amount' ? '' : words.measures[panel.measure],
    panel.cumulative ? cumulative : '',
    panel.periods[0] === null ? words.unstated : '',
    panel === whole ? '' : words.cut({ regions: whole.regions.length, periods: whole.periods.length }),
  ].filter((note) => note !== '');
  const label = words.chart(`${property}（${notes.join('，')}）`);
  return html`<section class="panel"><h2>${property} <small>${notes.join(' · ')}</small></h2>${chart(panel, { page, label })}${table(panel, options)}</section>`;
}

/** The panel with the first of its places and the last of its times, where there are too many. */
function cut(panel: Panel): Panel {
  const { regions, periods } = panel;
  if (regions.length <= MOST_REGIONS && periods.length <= MOST_PERIODS) return panel;
  return { ...panel, regions: regions.slice(0, MOST_REGIONS), periods: periods.slice(-MOST_PERIODS) };
}

function chart(panel: Panel, { page, label }: { page: Page; label: string }): Content {
  const points = pointsOf(panel);
  if (points.length === 0) return '';
  const { language } = page;
  if (panel.periods.length >= TIMES_OF_LINE) {
    const hasGaps = points.some(({ figure }) => figure === null || amountOf(figure) === null);
    const note = hasGaps ? html`<p class="soft">${COMPARE_WORDS[language].gaps}</p>` : '';
    return html`${lineChart(points, { language, label })}${note}`;
  }
  return barChart(points.slice(0, MOST_BARS), { language, label });
}

function table(panel: Panel, options: PanelOptions): Markup {
  const { language } = options.page;
  const words = COMPARE_WORDS[language];
  const { notStated, period: periodOf } = FIGURE_WORDS[language];
  const nameOf = (period: string | null) => (period === null ? notStated : periodOf(period));
  const heads = panel.periods.map((period) => html`<th scope="col">${nameOf(period)}</th>`);
  const rows = panel.regions.map((region) => {
    const cells = panel.periods.map((period) => html`<td>${cell(panel.cell(region, period), options)}</td>`);
    return html`<tr><th scope="row">${region ?? notStated}</th>${cells}</tr>`;
  });
  return html`<div class="scroll"><table><thead><tr><th scope="col">${words.region}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function cell(figures: readonly Figure[], { page, reports }: PanelOptions): Content {
  const words = COMPARE_WORDS[page.language];
  if (figures.length === 0) return html`<span class="soft">${words.missing}</span>`;
  const { kinds } = FIGURE_WORDS[page.language];
  const shown = figures.slice(0, MOST_FIGURES).map((figure) => {
    const { report, start, end, kind } = figure;
    const link = page.link(`/r/${encodeURIComponent(report)}#${start}-${end}`, { start, end });
    const held = reports.get(report);
    const isDoubted = held?.doubts.some(({ about }) => about === 'period' || about === 'region') ?? false;
    const notes = [
      kind === 'target' || kind === 'previous' ? kinds[kind] : '',
      ...figureNotes(figure, page.language),
      isDoubted ? words.doubt : '',
    ].filter((note) => note !== '');
    const chips = notes.map((note) => html` <span class="chip">${note}</span>`);
    return html`<p class="cell"><a href="${link}" title="${held?.title ?? ''}">${rawOf(figure)}</a>${chips}</p>`;
  });
  const rest = figures.length - shown.length;
  return rest > 0 ? [...shown, html`<p class="cell soft">${words.more(rest)}</p>`] : shown;
}
