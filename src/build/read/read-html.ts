import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DomElement, htmlMetadata } from './html-metadata.ts';
import { htmlText } from './html-text.ts';
import type { Reading } from './reading.ts';

const FURNITURE = 'nav, header, footer, aside, form, script, style, noscript';
/** Readability may keep a part only: with less than this share of the page's text its choice is not trusted. */
const LEAST_SHARE = 0.5;

/** Text of a web page: its metadata, its title, and the article without the furniture around it. Tables keep rows and cells. */
export function readHtml(html: string): Reading {
  const document: DomElement = parseHTML(html).document;
  const title = titleOf(document);
  const page = withoutFurniture(parseHTML(html).document);
  const article = articleOf(html);
  const content = article.length >= page.length * LEAST_SHARE ? article : page;
  const metadata = htmlMetadata(document, content);
  const heading = title === null || content.slice(0, title.length + 400).includes(title) ? [] : [title];
  const text = [...metadata, ...heading, content].join('\n');
  return content.trim() === '' ? { reason: '没有文字：请保存带内容的网页，而不是只有脚本的网页' } : { text };
}

function articleOf(html: string): string {
  const parsed = new Readability<string>(parseHTML(html).document).parse();
  if (!parsed?.content) return '';
  return htmlText(parseHTML(`<html><body>${parsed.content}</body></html>`).document.body);
}

function withoutFurniture(document: DomElement): string {
  for (const element of [...document.querySelectorAll(FURNITURE)]) element.remove();
  const body = document.querySelector('body');
  return htmlText(body ?? document);
}

/** The article's own title, else the page's without the name of the site. */
function titleOf(document: DomElement): string | null {
  const meta = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content');
  const heading = document.querySelector('h1')?.textContent;
  const title = document.querySelector('title')?.textContent?.split(/\s*[-_|—–]+\s*/u)[0];
  for (const candidate of [meta, heading, title]) {
    const text = candidate?.replace(/\s+/gu, ' ').trim();
    if (text) return text;
  }
  return null;
}
