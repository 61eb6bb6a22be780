import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { AppEnvironment } from '../../app.ts';
import type { Dependencies } from '../../dependencies.ts';
import { parseScorecard, type Scorecard } from '../../scorecard.ts';
import { FIGURE_WORDS } from '../figure-words.ts';
import { layout, type Markup } from '../layout.ts';
import { readPage } from '../page.ts';
import { ABOUT_WORDS } from './about-words.ts';
import { scoresMarkup } from './scores-markup.ts';

/** Of the version of the index, enough to tell two apart. */
const VERSION_LENGTH = 8;

/** `GET /about`: how it works, how well, and what it cannot do. */
export function aboutPage({ artefact, scorecard: text }: Dependencies): Handler<AppEnvironment> {
  let scorecard: Scorecard | null | undefined;
  return function showAbout(c) {
    const page = readPage(c);
    const { language } = page;
    const words = ABOUT_WORDS[language];
    if (scorecard === undefined) scorecard = parseScorecard(text);
    const { version, counts, newest } = artefact.manifest;
    const index = {
      ...counts,
      version: version.slice(0, VERSION_LENGTH),
      newest: newest ?? FIGURE_WORDS[language].notStated,
    };
    const main = html`<article class="about"><h1>${words.title}</h1><p class="lead">${words.lead}</p>
${part(words.steps, 'ol')}${part(words.gates, 'ol')}${part(words.never, 'ul')}${part(words.limits, 'ul')}
${scorecard === null ? '' : scoresMarkup(scorecard, { language, version })}
${part(words.privacy, 'ul')}
<p class="soft">${words.index(index)}</p></article>`;
    return c.html(layout(main, { page, title: words.title, width: 'wide' }));
  };
}

function part({ title, items }: { title: string; items: readonly string[] }, list: 'ol' | 'ul'): Markup {
  const entries = items.map((item) => html`<li>${item}</li>`);
  return html`<section><h2>${title}</h2>${list === 'ol' ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`}</section>`;
}
