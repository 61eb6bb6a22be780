import { html, raw } from 'hono/html';
import type { Figure } from '../../../core/figure.ts';
import type { Span } from '../../../core/span.ts';
import { escapeMarkup } from '../escape.ts';
import { FIGURE_WORDS, figureNotes, plainValue, rawOf } from '../figure-words.ts';
import type { Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { inside, type ReportText, spanId } from './report-text.ts';
import { SOURCE_WORDS } from './source-words.ts';

/**
 * A card for each figure of a stretch of text. The figure links to it; the style sheet shows the one that is the target, so
 * that cards need no script.
 */
export function figureCards(text: ReportText, { page, at }: { page: Page; at: Span }): Markup {
  const words = SOURCE_WORDS[page.language];
  const cards = inside(text.figures, at).map(({ value }) => card(value, page));
  return html`<section class="cards" aria-label="${words.figureCards}">${raw(cards.join(''))}</section>`;
}

function card(figure: Figure, page: Page): string {
  const words = SOURCE_WORDS[page.language];
  const { kinds, notStated, period } = FIGURE_WORDS[page.language];
  const subject = [
    figure.property,
    figure.region ?? notStated,
    figure.period === null ? notStated : period(figure.period),
  ].filter((part) => part !== '');
  const details = [kinds[figure.kind], plainValue(figure), ...figureNotes(figure, page.language)];
  const address = page.link(`/r/${encodeURIComponent(figure.report)}`, { figure: figure.start });
  const compare =
    figure.property === ''
      ? ''
      : `<p><a href="${escapeMarkup(page.link('/compare', { property: figure.property }))}">${words.sameProperty}</a></p>`;
  return `<section class="card" id="c${figure.start}" aria-label="${escapeMarkup(rawOf(figure))}"><p class="raw" lang="zh-Hans">${escapeMarkup(rawOf(figure))}</p><p>${escapeMarkup(subject.join(' · '))}</p><p class="soft">${escapeMarkup(details.filter((part) => part !== '').join(' · '))}</p><p><a href="${escapeMarkup(address)}">${words.sentence}</a></p>${compare}<a class="close" href="#${spanId(figure)}">${words.close}</a></section>`;
}
