import { html, raw } from 'hono/html';
import type { Figure } from '../../../core/figure.ts';
import { contains, type Span } from '../../../core/span.ts';
import { escapeMarkup } from '../escape.ts';
import { FIGURE_WORDS, figureNotes, plainValue, rawOf } from '../figure-words.ts';
import type { Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { inside, type ReportText, spanId } from './report-text.ts';
import { sourceAddress } from './source-address.ts';
import { SOURCE_WORDS } from './source-words.ts';

/**
 * A card for each figure of a stretch of text. The figure links to it; the style sheet shows the one that is the target, so
 * that cards need no script.
 */
export function figureCards(text: ReportText, { page, at }: { page: Page; at: Span }): Markup {
  const words = SOURCE_WORDS[page.language];
  const figures = inside(text.figures, at);
  const quotes = inside(text.addressed, at);
  let first = 0;
  const cards = figures.map((figure) => {
    while (first < quotes.length && quotes[first]!.end <= figure.start - LONGEST) first++;
    const around = shortestAround(quotes, { figure, first });
    return card(figure.value, { page, quote: around });
  });
  return html`<section class="cards" aria-label="${words.figureCards}">${raw(cards.join(''))}</section>`;
}

/** Quotes are shorter than this, in code units of any view. */
const LONGEST = 1000;

function shortestAround(
  quotes: ReportText['addressed'],
  { figure, first }: { figure: ReportText['figures'][number]; first: number },
): Span {
  let best: Span | null = null;
  for (let i = first; i < quotes.length && quotes[i]!.start <= figure.start; i++) {
    const { value } = quotes[i]!;
    if (!contains(value, figure.value)) continue;
    if (best === null || value.end - value.start < best.end - best.start) best = value;
  }
  return best ?? figure.value;
}

function card(figure: Figure, { page, quote }: { page: Page; quote: Span }): string {
  const words = SOURCE_WORDS[page.language];
  const { kinds, notStated, period } = FIGURE_WORDS[page.language];
  const { report } = figure;
  const subject = [
    figure.property,
    figure.region ?? notStated,
    figure.period === null ? notStated : period(figure.period),
  ].filter((part) => part !== '');
  const details = [kinds[figure.kind], plainValue(figure), ...figureNotes(figure, page.language)];
  const address = sourceAddress(page, { report, span: quote, kind: 'clean', pageNumber: null });
  const compare =
    figure.property === ''
      ? ''
      : `<p><a href="${escapeMarkup(page.link('/compare', { property: figure.property }))}">${words.sameProperty}</a></p>`;
  return `<section class="card" id="c${figure.start}" aria-label="${escapeMarkup(rawOf(figure))}"><p class="raw" lang="zh-Hans">${escapeMarkup(rawOf(figure))}</p><p>${escapeMarkup(subject.join(' · '))}</p><p class="soft">${escapeMarkup(details.filter((part) => part !== '').join(' · '))}</p><p><a href="${escapeMarkup(address)}">${words.sentence}</a></p>${compare}<a class="close" href="#${spanId(figure)}">${words.close}</a></section>`;
}
