import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** One sentence for a person, and the way back. */
export function errorPage(message: string): Markup {
  return layout(html`<h1>${message}</h1><p><a href="/">回到提问</a></p>`, { title: `${message} · 问据` });
}
