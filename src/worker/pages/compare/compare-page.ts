import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { AppEnvironment } from '../../app.ts';
import type { Dependencies } from '../../dependencies.ts';
import { languageField } from '../language-field.ts';
import { type Content, layout, type Markup } from '../layout.ts';
import { type Page, readPage } from '../page.ts';
import { COMPARE_WORDS } from './compare-words.ts';
import { panelMarkup } from './panel-markup.ts';
import { panelsOf } from './panels.ts';
import { createPropertyIndex, type Property, type PropertyIndex } from './property-index.ts';

/** Longest name of a property that is looked up, in code units. */
const LONGEST_PROPERTY = 100;
/** Properties listed, and panels shown, at most. */
const MOST_LISTED = 40;
const MOST_PANELS = 8;

/** `GET /compare?property=`: the figures of one property by place and time; without one, what can be compared. */
export function comparePage({ artefact }: Dependencies): Handler<AppEnvironment> {
  const reports = new Map(artefact.reports.map((report) => [report.id, report]));
  let index: PropertyIndex | null = null;
  return function showComparison(c) {
    const page = readPage(c);
    const words = COMPARE_WORDS[page.language];
    index ??= createPropertyIndex(artefact.figures);
    const asked = (c.req.query('property') ?? '').trim().slice(0, LONGEST_PROPERTY);
    const found = asked === '' ? null : index.find(asked);
    const title = found === null ? words.title : words.titleOf(found.name);
    const panels = panelsOf(found?.figures ?? []).slice(0, MOST_PANELS);
    const main = html`<h1>${title}</h1>
<p class="soft">${words.lead}</p>
${form(page, asked)}
${asked !== '' && found === null ? html`<p role="status">${words.unknown(asked)}</p>` : ''}
${panels.length > 1 ? html`<p>${words.apart}</p>` : ''}
${panels.map((panel) => panelMarkup(panel, { page, property: found?.name ?? '', reports }))}
${found === null ? '' : html`<p><a href="${page.link('/figures', { q: found.name })}">${words.allFigures}</a></p>`}
${asked === '' ? '' : list(index.related(asked), { page, title: words.related })}
${found === null ? list(index.comparable, { page, title: words.comparable }) : ''}`;
    return c.html(layout(main, { page, title, width: 'wide' }));
  };
}

function form(page: Page, asked: string): Markup {
  const words = COMPARE_WORDS[page.language];
  return html`<form action="/compare" method="get" role="search">${languageField(page)}<label for="property">${words.label}</label><div class="row"><input id="property" name="property" type="search" value="${asked}" maxlength="${LONGEST_PROPERTY}" required autocomplete="off"><button class="primary">${words.submit}</button></div></form>`;
}

function list(properties: readonly Property[], { page, title }: { page: Page; title: string }): Content {
  if (properties.length === 0) return '';
  const items = properties
    .slice(0, MOST_LISTED)
    .map(
      ({ name, figures }) =>
        html`<li><a href="${page.link('/compare', { property: name })}">${name}</a> <span class="soft">${figures.length}</span></li>`,
    );
  return html`<section><h2>${title}</h2><ul class="properties">${items}</ul></section>`;
}
