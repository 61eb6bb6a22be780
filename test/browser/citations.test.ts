import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answer.ts';
import { readQuestions } from '../../src/cli/ask/print-batch.ts';
import { loadArtefact } from '../../src/cli/load-artefact.ts';
import type { Quote } from '../../src/core/answer.ts';
import type { Artefact } from '../../src/core/artefact.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { sourceLink } from '../../src/worker/source-link.ts';
import { canBrowse, IS_FULL, PHONE, SITE, useBrowser } from './browse.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Which share of the quotes is opened by the fragment alone; all where all is tested. */
const EVERY = IS_FULL ? 1 : 8;

interface Highlight {
  /** Marked text without white space. */
  readonly text: string;
  readonly isInView: boolean;
}

const squeeze = (text: string) => text.replace(/\s+/gu, '');

/** What a page has marked: everything on the ground of `mark`, by the server or as the target of the address. */
function highlightOf(page: Page): Promise<Highlight> {
  return page.evaluate(() => {
    const probe = document.createElement('mark');
    document.body.append(probe);
    const ground = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const marked = [...document.querySelectorAll('.source *')].filter(
      (element) => getComputedStyle(element).backgroundColor === ground,
    );
    const outer = marked.filter((element) => !marked.some((other) => other !== element && other.contains(element)));
    const { top = -1, bottom = -1 } = outer[0]?.getClientRects()[0] ?? {};
    const text = outer
      .map(({ textContent }) => textContent)
      .join('')
      .replace(/\s+/gu, '');
    return { text, isInView: top >= 0 && bottom <= innerHeight };
  });
}

describe.skipIf(!canBrowse)('citations', () => {
  const visitor = useBrowser();
  let artefact: Artefact;
  let quotes: readonly Quote[];

  beforeAll(async () => {
    artefact = await loadArtefact(join(ROOT, 'index'));
    const parts = { artefact, backend: createOramaBackend(artefact), thisYear: new Date().getFullYear() };
    const answerer = createAnswerer(parts);
    const questions = await readQuestions(join(ROOT, 'test/gold/dev.jsonl'));
    const all = questions.flatMap(({ question, history }) => answerer.reply(question, history).answer.quotes);
    quotes = [...new Map(all.map((quote) => [quote.url, quote])).values()];
  });

  const shown = ({ report, start, end }: Quote) => squeeze(artefact.cleanText(report).display({ start, end }));

  /** Opens the link of each quote and lists those that do not show it. */
  async function failures(link: (quote: Quote) => string, page: Page): Promise<readonly object[]> {
    const failed: object[] = [];
    for (const quote of link === sourceLink ? quotes : quotes.filter((_, i) => i % EVERY === 0)) {
      // From one fragment to another of the same address the browser would only scroll.
      if (link !== sourceLink) await page.goto('about:blank');
      await page.goto(SITE + link(quote));
      const expected = shown(quote);
      const { text, isInView } = await highlightOf(page);
      if (text !== expected || !isInView) failed.push({ url: quote.url, expected, text, isInView });
    }
    return failed;
  }

  it('open the highlighted span in view, on a telephone without script', async () => {
    const page = await visitor.open('', { ...PHONE, javaScriptEnabled: false });
    expect(await failures(sourceLink, page)).toEqual([]);
    console.log(
      `citations: ${quotes.length} of ${quotes.length} quotes of the development answers open marked and in view`,
    );
  });

  it('open it by the fragment alone as well', async () => {
    const page = await visitor.open('');
    expect(await failures(({ url }) => url, page)).toEqual([]);
  });
});
