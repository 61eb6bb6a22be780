import { describe, expect, it } from 'vitest';
import html from '../../cases/bot-api-html.json' with { type: 'json' };
import markdown from '../../cases/bot-api-markdown.json' with { type: 'json' };
import type { ParsedMarkup } from './marked-entity.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';

interface MarkupCase {
  readonly markup: string;
  readonly text?: string;
  readonly entities?: readonly unknown[];
  readonly error?: string;
}

function expectParsed(parsed: ParsedMarkup, { text, entities, error }: MarkupCase): void {
  expect(parsed).toEqual(error === undefined ? { ok: true, text, entities } : { ok: false, reason: error });
}

describe('parseHtml()', () => {
  it.each(html)('reads $name', (one) => expectParsed(parseHtml(one.markup), one));

  it('has at least the 89 cases that TDLib has', () => {
    console.log(`double: ${html.length} cases of HTML, ${markdown.length} of MarkdownV2`);
    expect(html.length).toBeGreaterThanOrEqual(89);
  });
});

describe('parseMarkdown()', () => {
  it.each(markdown)('reads $name', (one) => expectParsed(parseMarkdown(one.markup), one));
});
