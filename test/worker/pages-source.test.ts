import { describe, expect, it } from 'vitest';
import { displayOf, MAX_QUOTE_LENGTH } from '../../src/answer/quote/make-quote.ts';
import { createBundled, getPage, gzippedBytes, textOf } from './bundled.ts';
import { createHarness } from './harness.ts';
import { ARTEFACT } from './invented.ts';
import { inventReport } from './invented-report.ts';

const { app, dependencies } = createBundled();
const { artefact } = dependencies;
const REPORTS = artefact.reports.map(({ id }) => id);

/** The text of the report in a page, citations to copy left out. */
function sourceOf(text: string): string {
  const source = /<section class="source[^>]*>([\s\S]*?)<\/section>/u.exec(text)?.[1] ?? '';
  return source.replace(/<details class="cite">[\s\S]*?<\/details>/gu, '');
}

function idsOf(text: string): string[] {
  return [...text.matchAll(/ id="([^"]+)"/gu)].map(([, id = '']) => id);
}

describe.each(REPORTS)('GET /r/%s', (report) => {
  it('shows the clean text and the original, character for character', async () => {
    const clean = await getPage(app, `/r/${report}`);
    const original = await getPage(app, `/r/${report}?text=original`);
    expect(textOf(sourceOf(clean.text))).toBe(artefact.cleanText(report).text);
    expect(textOf(sourceOf(original.text))).toBe(artefact.source(report));
  });

  it('gives every figure its address and its card, and no two elements one address', async () => {
    const { text } = await getPage(app, `/r/${report}`);
    const ids = idsOf(text);
    expect(new Set(ids).size).toBe(ids.length);
    for (const figure of artefact.figures.filter((one) => one.report === report)) {
      const [, shown = ''] = new RegExp(`id="${figure.start}-${figure.end}"[^>]*>(.*?)</a>`, 'u').exec(text) ?? [];
      expect(textOf(shown).replace(/\s/gu, '')).toBe(textOf(displayOf(artefact, figure)).replace(/\s/gu, ''));
      expect(ids).toContain(`c${figure.start}`);
      expect(text).toContain(`href="#c${figure.start}"`);
    }
  });

  it('gives every sentence an address', async () => {
    const ids = new Set(idsOf((await getPage(app, `/r/${report}`)).text));
    const passages = artefact.passages.filter((passage) => passage.report === report);
    const sentences = passages.flatMap(({ start, end }) => {
      const [sentence] = /^[^。！？!?\n]+。/u.exec(artefact.source(report).slice(start, end)) ?? [];
      return sentence === undefined ? [] : [`${start}-${start + sentence.length}`];
    });
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('leads from the outline to every heading', async () => {
    const { text } = await getPage(app, `/r/${report}`);
    const [outline = ''] = /<nav class="outline".*?<\/nav>/su.exec(text) ?? [];
    const links = [...outline.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/gu)];
    const headings = artefact.sections.filter((section) => section.report === report && section.heading !== '');
    expect(links.map(([, , heading = '']) => textOf(heading))).toEqual(headings.map(({ heading }) => heading));
    const ids = new Set(idsOf(text));
    expect(links.filter(([, id = '']) => !ids.has(id))).toEqual([]);
  });

  it('marks whatever span the address names', async () => {
    const { length } = artefact.source(report);
    for (const [start, end] of [
      [0, length],
      [7, 300],
      [length - 40, length],
    ] as const) {
      const { text } = await getPage(app, `/r/${report}?text=original&start=${start}&end=${end}`);
      const marks = [...sourceOf(text).matchAll(/<mark[^>]*>([\s\S]*?)<\/mark>/gu)].map(([, inner = '']) =>
        textOf(inner),
      );
      const squeezed = artefact.source(report).slice(start, end).replace(/\s/gu, '');
      expect(marks.join('').replace(/\s/gu, '')).toBe(squeezed);
      expect(idsOf(text).filter((id) => id === `${start}-${end}`)).toHaveLength(1);
    }
  });
});

describe('GET /r/:report', () => {
  it('has an element for the fragment of every quote of an answer', async () => {
    expect(dependencies.examples().length).toBeGreaterThan(0);
    for (const question of dependencies.examples()) {
      for (const { url } of dependencies.answerer.reply(question).answer.quotes) {
        const [path = '', id = ''] = url.split('#');
        expect(idsOf((await getPage(app, path)).text)).toContain(id);
      }
    }
  });

  it('leads from every figure to the span that is quoted with it', async () => {
    for (const { report, start, end } of artefact.figures) {
      const response = await app.request(`/r/${report}?figure=${start}`, {}, {});
      const [, from, to] = /\?start=(\d+)&end=(\d+)#\d+-\d+$/u.exec(response.headers.get('location') ?? '') ?? [];
      expect(response.status).toBe(302);
      expect(Number(from)).toBeLessThanOrEqual(start);
      expect(Number(to)).toBeGreaterThanOrEqual(end);
      expect(Number(to) - Number(from)).toBeLessThanOrEqual(MAX_QUOTE_LENGTH);
    }
    const unknown = await app.request(`/r/${REPORTS[0]}?figure=99999999`, {}, {});
    expect(unknown.headers.get('location')).toBe(`/r/${REPORTS[0]}`);
  });

  it('shows doubts with links to what raises them', async () => {
    const report = artefact.reports.find(({ doubts }) => doubts.some(({ evidence }) => evidence.length > 0))!;
    const { text } = await getPage(app, `/r/${report.id}`);
    const doubt = report.doubts.find(({ evidence }) => evidence.length > 0)!;
    const { start, end } = doubt.evidence[0]!;
    expect(textOf(text)).toContain(`${doubt.note}。`);
    expect(text).toContain(`/r/${report.id}?start=${start}&amp;end=${end}#${start}-${end}`);
  });

  it('marks what was repaired, with what stood there', async () => {
    const report = REPORTS.find((id) => artefact.damage(id).repaired.length > 0)!;
    const { text } = await getPage(app, `/r/${report}`);
    const [span] = artefact.damage(report).repaired;
    expect(text).toContain(`另一写法：${artefact.source(report).slice(span!.start, span!.end)}`);
    expect((await getPage(app, `/r/${report}?text=original`)).text).toContain('<del title="整理时去掉">');
  });

  it('speaks English to who prefers it or chose it, and keeps the choice in its links', async () => {
    const [report = ''] = REPORTS;
    expect((await getPage(app, `/r/${report}`, 'en-GB,zh;q=0.5')).text).toContain('<html lang="en">');
    expect((await getPage(app, `/r/${report}`, 'fr, zh-TW;q=0.5')).text).toContain('<html lang="zh-Hans">');
    const chosen = (await getPage(app, `/r/${report}?lang=en`)).text;
    expect(chosen).toContain('Cite this report');
    expect(chosen).toContain(`href="/r/${report}?text=original&amp;lang=en"`);
  });

  it('cites the span in three formats, whatever the language of the page', async () => {
    const { id, title, issuer } = artefact.reports[0]!;
    const { start, end } = artefact.passages.find(({ report }) => report === id)!;
    const { text } = await getPage(app, `/r/${id}?start=${start}&end=${end}&lang=en&text=original`);
    const [plain, markdown, standard] = ['plain', 'markdown', 'standard'].map((format) =>
      textOf(new RegExp(`<pre id="cite-quote-${format}"[^>]*>(.*?)</pre>`, 'su').exec(text)?.[1] ?? ''),
    );
    const address = `http://localhost/r/${id}?start=${start}&end=${end}#${start}-${end}`;
    const display = displayOf(artefact, { report: id, start, end });
    expect(plain?.startsWith(`“${display}”（${issuer}《${title}》`)).toBe(true);
    expect(plain).toContain(address);
    expect(markdown).toContain(`](<${address}>)`);
    expect(markdown).toMatch(/^> .*\n>\n> ——\[/u);
    expect(standard).toContain(`${issuer}. ${title}`);
    expect(standard).toMatch(/\[R\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. http/u);
  });

  it('keeps pages of a long report small, and opens the one with the span', async () => {
    const sentence = '全年发放救助金1234万元，救助困难群众5678人次，同比增长12.3%；';
    const long = inventReport(`${`一、概况\n${sentence.repeat(12)}。\n`.repeat(120)}结尾在此。`);
    const harness = createHarness({ parts: { artefact: { ...ARTEFACT, ...long } } });
    const first = await getPage(harness.app, '/r/invented');
    expect(await gzippedBytes(first.text)).toBeLessThan(50_000);
    expect(first.text).not.toContain('结尾在此');
    expect(first.text).toContain('/r/invented?page=2');
    const at = long.source('invented').indexOf('结尾在此');
    const last = await getPage(harness.app, `/r/invented?start=${at}&end=${at + 4}`);
    expect(last.text).toContain(`<mark id="${at}-${at + 4}">结尾在此</mark>`);
    const beyond = await getPage(harness.app, '/r/invented?page=999999');
    expect([beyond.status, beyond.text.includes('结尾在此')]).toEqual([200, true]);
  });

  it('keeps the outline of a book short, that of the page whole', async () => {
    const book = inventReport(
      Array.from({ length: 3000 }, (_, i) => `一、第${i}章的标题\n本章有${i}人次。\n`).join(''),
    );
    const { app: library } = createHarness({ parts: { artefact: { ...ARTEFACT, ...book } } });
    const { text } = await getPage(library, '/r/invented?page=2');
    const links = new Set([...text.matchAll(/<a href="#(h\d+)">/gu)].map(([, id = '']) => id));
    const headings = [...text.matchAll(/<h2 id="(h\d+)"/gu)].map(([, id = '']) => id);
    expect(headings.length).toBeGreaterThan(100);
    expect(headings.filter((id) => !links.has(id))).toEqual([]);
    expect(await gzippedBytes(text)).toBeLessThan(50_000);
  });

  it('reads a text without line breaks', async () => {
    const source = `😀${'没有标点'.repeat(8000)}`;
    const long = inventReport(source);
    const harness = createHarness({ parts: { artefact: { ...ARTEFACT, ...long } } });
    const texts = await Promise.all(
      [1, 2].map(async (page) => textOf(sourceOf((await getPage(harness.app, `/r/invented?page=${page}`)).text))),
    );
    expect(texts.join('')).toBe(source);
  });
});
