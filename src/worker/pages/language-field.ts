import { html } from 'hono/html';
import type { Content } from './layout.ts';
import type { Page } from './page.ts';

/** Forms leave the query of their address behind: a language that was chosen goes along in a field. */
export function languageField({ chosen }: Page): Content {
  return chosen === null ? '' : html`<input type="hidden" name="lang" value="${chosen}">`;
}
