import { html } from 'hono/html';
import type { PageLanguage } from './language.ts';
import { otherLanguage, type Page } from './page.ts';

/** Markup that is safe to send: `html` escapes every value put into it. */
export type Markup = ReturnType<typeof html>;
/** What may stand in markup. */
export type Content = Markup | string | readonly (Markup | string)[];

interface LayoutOptions {
  readonly page: Page;
  /** Without the name of the site. */
  readonly title: string;
  /** Address of a script of ours; the page must work without it. */
  readonly script?: string;
  /** `wide` for tables; `plain` for text to read, which is the default. */
  readonly width?: 'plain' | 'wide';
}

interface FrameWords {
  readonly site: string;
  readonly tagline: string;
  readonly skip: string;
  readonly navigation: string;
  readonly promise: string;
  /** Name of the other language, in that language. */
  readonly switchTo: string;
}

const WORDS: Readonly<Record<PageLanguage, FrameWords>> = {
  zh: {
    site: '问据',
    tagline: '每个数字都有出处',
    skip: '跳到正文',
    navigation: '网站导航',
    promise: '引文与数字都能在报告原文里逐字找到；找不到的，不说。',
    switchTo: 'English',
  },
  en: {
    site: '问据 Wenju',
    tagline: 'every figure with its source',
    skip: 'Skip to the content',
    navigation: 'Site',
    promise: 'Every quotation and figure stands word for word in a report. What does not is not said.',
    switchTo: '中文',
  },
};

/** The pages that the header leads to. */
const NAVIGATION: readonly { readonly path: string; readonly label: Readonly<Record<PageLanguage, string>> }[] = [
  { path: '/', label: { zh: '提问', en: 'Ask' } },
  { path: '/figures', label: { zh: '数字', en: 'Figures' } },
  { path: '/compare', label: { zh: '比较', en: 'Compare' } },
  { path: '/reports', label: { zh: '报告', en: 'Reports' } },
  { path: '/digest', label: { zh: '摘要', en: 'Digest' } },
  { path: '/about', label: { zh: '关于', en: 'About' } },
];

const LANGUAGE_TAGS: Readonly<Record<PageLanguage, string>> = { zh: 'zh-Hans', en: 'en' };

/**
 * A whole page around its main part. Nothing is painted before that is there, or a slow machine would show half of it and then
 * move it.
 */
export function layout(main: Markup, { page, title, script, width = 'plain' }: LayoutOptions): Markup {
  const words = WORDS[page.language];
  return html`<!doctype html>
<html lang="${LANGUAGE_TAGS[page.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === '' ? words.site : `${title} · ${words.site}`}</title>
<link rel="expect" href="#main" blocking="render">
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${header(page, words)}
<main id="main" class="${width}" tabindex="-1">${main}</main>
<footer class="site"><p>${words.promise}</p></footer>
</body>
</html>`;
}

function header(page: Page, words: FrameWords): Markup {
  const links = NAVIGATION.map(({ path, label }) => {
    const isHere = path === page.path;
    return html`<li><a href="${page.link(path)}"${isHere ? html` aria-current="page"` : ''}>${label[page.language]}</a></li>`;
  });
  const other = otherLanguage(page);
  return html`<header class="site">
<a class="brand" href="${page.link('/')}"><span class="seal" aria-hidden="true">据</span><b>${words.site}</b> <span class="tagline">${words.tagline}</span></a>
<nav aria-label="${words.navigation}"><ul>${links}</ul></nav>
<a class="language" href="${page.translations[other]}" lang="${LANGUAGE_TAGS[other]}" hreflang="${LANGUAGE_TAGS[other]}">${words.switchTo}</a>
</header>`;
}
