import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type Citation, markdownCitation, plainCitation, standardCitation } from './citation-formats.ts';
import type { SourceWords } from './source-words.ts';

const FORMATS = { plain: plainCitation, markdown: markdownCitation, standard: standardCitation } as const;
const NAMES = ['plain', 'markdown', 'standard'] as const;

/** A citation in every format, folded away. The button needs a script, which shows it; the text can be selected without. */
export function citationMarkup(citation: Citation, words: SourceWords): Markup {
  const id = citation.quote === null ? 'cite-report' : 'cite-quote';
  const formats = NAMES.map(
    (
      name,
    ) => html`<div><dt>${words.formats[name]}</dt><dd><pre id="${id}-${name}" tabindex="0" lang="zh-Hans">${FORMATS[name](citation)}</pre>
<button type="button" hidden data-copy="${id}-${name}" data-done="${words.copied}">${words.copy}</button></dd></div>`,
  );
  const title = citation.quote === null ? words.citeReport : words.citeQuote;
  return html`<details class="cite"><summary>${title}</summary><dl>${formats}</dl></details>`;
}
