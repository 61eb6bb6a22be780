import type { Context } from 'hono';
import type { AppEnvironment } from '../app.ts';
import { languageOf, PAGE_LANGUAGES, type PageLanguage } from './language.ts';

/** Longest query that a link to the other language repeats, in code units. */
const LONGEST_QUERY = 1000;

/** What a page knows of its request. */
export interface Page {
  readonly language: PageLanguage;
  /** The language where the reader has chosen it in the address, else null. */
  readonly chosen: PageLanguage | null;
  /** Path without query, as requested. */
  readonly path: string;
  /** The same address in each language. */
  readonly translations: Readonly<Record<PageLanguage, string>>;
  /** Address of a page of ours that keeps the language, where the reader has chosen one. Empty values are left out. */
  link(path: string, query?: Readonly<Record<string, string | number | null>>): string;
}

/** Reads language and address of a request. */
export function readPage(c: Context<AppEnvironment>): Page {
  const asked = c.req.query('lang');
  const language = languageOf({ chosen: asked, accepted: c.req.header('accept-language') });
  const chosen = asked === language ? language : null;
  c.header('vary', 'accept-language');
  const { pathname, search } = new URL(c.req.url);
  return {
    language,
    chosen,
    path: pathname,
    translations: { zh: translation('zh'), en: translation('en') },
    link: (path, query = {}) => linkOf(path, { ...query, lang: chosen }),
  };

  function translation(other: PageLanguage): string {
    const query = new URLSearchParams(search.length > LONGEST_QUERY ? '' : search);
    query.set('lang', other);
    return `${pathname}?${query}`;
  }
}

/** The other language than that of a page. */
export function otherLanguage({ language }: Page): PageLanguage {
  return PAGE_LANGUAGES.find((other) => other !== language) ?? language;
}

function linkOf(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== '') parameters.set(name, String(value));
  }
  const [address, fragment] = path.split('#');
  const search = parameters.size === 0 ? '' : `?${parameters}`;
  return `${address}${search}${fragment === undefined ? '' : `#${fragment}`}`;
}
