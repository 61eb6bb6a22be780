import { html } from 'hono/html';
import type { PageLanguage } from './language.ts';
import { layout, type Markup } from './layout.ts';
import type { Page } from './page.ts';

/** What can go wrong for a reader of pages. */
export type PageError = 'not_found' | 'method_not_allowed' | 'internal' | 'unknown_report';

export const ERROR_MESSAGES: Readonly<Record<PageLanguage, Readonly<Record<PageError, string>>>> = {
  zh: {
    not_found: '没有这个页面。',
    method_not_allowed: '不支持这种请求方式。',
    internal: '出错了，请稍后再试。',
    unknown_report: '没有收录这份报告。',
  },
  en: {
    not_found: 'There is no such page.',
    method_not_allowed: 'This method is not supported.',
    internal: 'Something went wrong. Please try again later.',
    unknown_report: 'This report is not held.',
  },
};

const BACK: Readonly<Record<PageLanguage, string>> = { zh: '回到提问', en: 'Ask a question' };

/** One sentence for a person, and the way back. */
export function errorPage(error: PageError, page: Page): Markup {
  const message = ERROR_MESSAGES[page.language][error];
  const main = html`<h1>${message}</h1><p><a href="${page.link('/')}">${BACK[page.language]}</a></p>`;
  return layout(main, { page, title: message });
}
