import { html } from 'hono/html';
import type { Block, Reply } from '../../core/block.ts';
import type { Span } from '../../core/span.ts';
import { sourceLink } from '../source-link.ts';
import type { Markup } from './layout.ts';

/** A reply as a page shows it, block by block in the order of the message. */
export function replyMarkup(reply: Reply): Markup {
  return html`<section aria-label="回答" class="reply ${reply.answer.type}">${reply.blocks.map((block) => blockMarkup(block, reply))}</section>`;
}

function blockMarkup(block: Block, { answer }: Reply): Markup {
  switch (block.type) {
    case 'headline':
      return html`<p class="headline">${block.text}</p>`;
    case 'line':
      return html`<p class="line">${block.text}</p>`;
    case 'quote':
      return html`<blockquote>${emphasize(block.text, block.bold)}</blockquote>`;
    case 'citation': {
      const quote = answer.quotes[block.quote];
      return html`<p class="citation"><a href="${quote === undefined ? block.url : sourceLink(quote)}">${block.text}</a></p>`;
    }
    case 'caveat':
      return html`<p class="caveat">${block.text}</p>`;
  }
}

/** Text with `strong` around the spans, which are sorted and apart. */
function emphasize(text: string, spans: readonly Span[]): readonly (Markup | string)[] {
  const parts: (Markup | string)[] = [];
  let position = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(position, start), html`<strong>${text.slice(start, end)}</strong>`);
    position = end;
  }
  return [...parts, text.slice(position)];
}
