import type { Handler } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { AppEnvironment } from '../app.ts';
import type { Dependencies } from '../dependencies.ts';
import { renderDigest } from '../digest/digest-message.ts';
import { DEFAULT_DIGEST } from '../digest/digest-settings.ts';
import { createLocalTime } from '../digest/local-time.ts';
import { PAGE_SETTINGS } from '../telegram/page-chats.ts';
import { messageMarkup } from './chat/message-markup.ts';
import type { PageLanguage } from './language.ts';
import { layout } from './layout.ts';
import { readPage } from './page.ts';

const DATE = z.iso.date();

const WORDS: Readonly<Record<PageLanguage, { readonly title: string; readonly note: string; readonly empty: string }>> =
  {
    zh: {
      title: '每日摘要',
      note: '群里每天收到的摘要大致如此；每个群的顺序不同，看过的不再重复。在群里用 /digest on 打开。',
      empty: '这一天没有可发的内容。',
    },
    en: {
      title: 'Daily digest',
      note: 'What a group gets each day looks like this; each has an order of its own, without repeats. /digest on switches it on.',
      empty: 'There is nothing to send on this day.',
    },
  };

/** `GET /digest?date=`: the digest of a day as a chat that has seen nothing would get it; today where no date is given. */
export function digestPage(dependencies: Dependencies): Handler<AppEnvironment> {
  return function showDigest(c) {
    const date = DATE.safeParse(c.req.query('date'));
    const today = createLocalTime(DEFAULT_DIGEST.zone).dateOf(dependencies.now());
    const day = date.success ? date.data : today;
    const { parts } = dependencies.digest.compose({
      ...{ day, seed: '0:0', shown: new Set() },
      ...{ topics: [], follows: [], changes: [], questions: [] },
    });
    const digest = renderDigest(parts, { dependencies, settings: PAGE_SETTINGS });
    const page = readPage(c);
    const words = WORDS[page.language];
    const main = html`<h1>${words.title} <time datetime="${day}">${day}</time></h1>
${digest === null ? html`<p>${words.empty}</p>` : messageMarkup(digest.message, page)}
<p class="soft">${words.note}</p>`;
    return c.html(layout(main, { page, title: words.title }));
  };
}
