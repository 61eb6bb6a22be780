import { html } from 'hono/html';
import type { CalibrationCurve, Score, Scorecard } from '../../scorecard.ts';
import type { PageLanguage } from '../language.ts';
import type { Content, Markup } from '../layout.ts';
import { ABOUT_WORDS } from './about-words.ts';
import { calibrationChart } from './calibration-chart.ts';

/** How well questions with known answers are answered. */
export function scoresMarkup(
  scorecard: Scorecard,
  { language, version }: { language: PageLanguage; version: string },
): Markup {
  const words = ABOUT_WORDS[language];
  const measures = Object.entries(words.measures);
  const heads = measures.map(([, label]) => html`<th scope="col">${label}</th>`);
  const rows = scorecard.sets.map(({ name, questions, measures: scores }) => {
    const cells = measures.map(([measure]) => html`<td class="number">${scoreMarkup(scores[measure])}</td>`);
    return html`<tr><th scope="row">${words.sets[name] ?? name}</th><td class="number">${questions}</td>${cells}</tr>`;
  });
  const isStale = scorecard.sets.every(({ index }) => index.version !== version);
  return html`<section class="full"><h2>${words.scores}</h2><p>${words.scoresLead}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scroll}"><table><thead><tr><th scope="col">${words.set}</th><th scope="col">${words.questions}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
${isStale ? html`<p class="soft">${words.stale}</p>` : ''}</section>
${calibrationMarkup(scorecard.calibration, language)}`;
}

function scoreMarkup(score: Score | undefined): Content {
  if (score === undefined) return '–';
  const { percent, low, high, hits, trials } = score;
  return html`<b>${percent}%</b> <small title="${hits} / ${trials}">${low === high ? '' : `(${low}–${high})`}</small>`;
}

function calibrationMarkup({ absent, answerable, curves }: Scorecard['calibration'], language: PageLanguage): Markup {
  const words = ABOUT_WORDS[language];
  const [refused, falselyRefused, right] = words.lines;
  const total = absent + answerable;
  const lines = [
    { name: refused, share: (point: CalibrationCurve['curve'][number]) => point.refused / (absent || 1) },
    {
      name: falselyRefused,
      share: (point: CalibrationCurve['curve'][number]) => point.falselyRefused / (answerable || 1),
    },
    { name: right, share: (point: CalibrationCurve['curve'][number]) => Math.min(1, point.right / (total || 1)) },
  ];
  const charts = curves.map((curve) => {
    const name = words.thresholds[curve.threshold] ?? curve.threshold;
    const chart = calibrationChart(curve, { label: `${words.curve}：${name}`, lines, chosen: words.chosen });
    return html`<figure><figcaption>${name}</figcaption>${chart}</figure>`;
  });
  const legend = lines.map(({ name }, i) => html`<li class="k${i + 1}">${name}</li>`);
  const rows = curves.flatMap(({ threshold, chosen, curve }) =>
    curve.map(
      (point) =>
        html`<tr><th scope="row">${words.thresholds[threshold] ?? threshold}</th><td class="number">${point.at}${point.at === chosen ? ` ${words.chosen}` : ''}</td>${lines.map(({ share }) => html`<td class="number">${Math.round(share(point) * 1000) / 10}%</td>`)}</tr>`,
    ),
  );
  return html`<section class="full"><h2>${words.curve}</h2><p>${words.curveLead({ absent, answerable })}</p>
<ul class="legend">${legend}</ul><div class="multiples">${charts}</div>
<details class="cite"><summary>${words.numbers}</summary><div class="scroll" tabindex="0" role="region" aria-label="${words.numbers}"><table><thead><tr><th scope="col">${words.curve}</th><th scope="col">${words.at}</th>${lines.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details></section>`;
}
