import { raw } from 'hono/html';
import { overlaps } from '../../../core/span.ts';
import { createRecent } from '../../recent.ts';
import type { Content, Markup } from '../layout.ts';
import type { Page } from '../page.ts';
import { figureCards } from './figure-cards.ts';
import { lineMarkup, type Marked } from './line-markup.ts';
import { headingId, outlineMarkup } from './outline-markup.ts';
import type { ReportText } from './report-text.ts';
import { type SourceAddress, sourceAddress } from './source-address.ts';
import type { LineHeading, SourceLine } from './source-lines.ts';
import { SOURCE_WORDS, type SourceWords } from './source-words.ts';
import { pageOf, splitPages } from './split-pages.ts';

/** What of a report's page does not change with the span that is marked. */
export interface Drawing {
  readonly lines: readonly SourceLine[];
  /** Index of the page, and how many there are. */
  readonly number: number;
  readonly count: number;
  readonly outline: Content;
  readonly cards: Markup;
  /** The text, a span marked in it and something put after the line where that ends. */
  text(marked: Marked | null, after: () => Content): Content;
}

interface Asked {
  readonly text: ReportText;
  readonly address: SourceAddress;
  readonly page: Page;
  readonly marked: Marked | null;
}

/** Drawings kept: each is about as large as its page. */
const KEPT = 24;

/** Draws reports; what has been drawn lately is kept. */
export function createDrawings(): (asked: Asked) => Drawing {
  const recent = createRecent<Drawing>(KEPT);
  return function drawingOf(asked) {
    const { address, page, text, marked } = asked;
    const pages = splitPages(text);
    const wanted = address.pageNumber === null ? pageOf(pages, marked?.at.start ?? 0) : address.pageNumber - 1;
    const number = Math.min(Math.max(wanted, 0), pages.length - 1);
    const key = [address.report, address.kind, text.isAddressed, number, page.language, page.chosen].join(' ');
    return recent.get(key, () => draw(asked, { pages, number }));
  };
}

interface Pages {
  readonly pages: readonly (readonly SourceLine[])[];
  readonly number: number;
}

function draw({ text, address, page }: Asked, { pages, number }: Pages): Drawing {
  const words = SOURCE_WORDS[page.language];
  const lines = pages[number] ?? [];
  const plain = lines.map((line) => element(line, { text, words, marked: null }));
  const at = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  const addressOf = (heading: LineHeading) => {
    const there = pageOf(pages, heading.start);
    const path = there === number ? '' : sourceAddress(page, { ...address, span: null, pageNumber: there + 1 });
    return `${path}#${headingId(heading)}`;
  };
  return {
    ...{ lines, number, count: pages.length },
    outline: outlineMarkup(outlined(text, lines), { label: words.outline, addressOf }),
    cards: figureCards(text, { page, at }),
    text(marked, after) {
      if (marked === null) return raw(plain.join(''));
      return lines.flatMap((line, i) => {
        if (!overlaps(marked.at, line)) return raw(plain[i]!);
        const shown = raw(element(line, { text, words, marked }));
        return marked.at.end <= line.end ? [shown, after()].flat() : shown;
      });
    },
  };
}

/** Headings of other pages in an outline at most: a book has thousands. */
const MOST_HEADINGS = 200;

/** The lines whose headings the outline shows: all, or where they are too many those of the page and the chief ones of others. */
function outlined({ lines, counts }: ReportText, shown: readonly SourceLine[]): readonly SourceLine[] {
  if (counts.sections <= MOST_HEADINGS) return lines;
  const own = new Set(shown);
  let rest = MOST_HEADINGS;
  return lines.flatMap((line) => {
    if (own.has(line)) return [line];
    const headings = line.headings.filter(({ level }) => level === 1 && rest-- > 0);
    return headings.length === 0 ? [] : [{ ...line, headings }];
  });
}

interface ElementParts {
  readonly text: ReportText;
  readonly words: SourceWords;
  readonly marked: Marked | null;
}

function element(line: SourceLine, parts: ElementParts): string {
  const content = lineMarkup(line, parts);
  if (content.trim() === '') return content + line.break;
  const [heading] = line.headings;
  const id = line.headingLevel === null || heading === undefined ? '' : ` id="${headingId(heading)}"`;
  const name = line.headingLevel === null ? 'p' : `h${line.headingLevel}`;
  return `<${name}${id}>${content}</${name}>${line.break}`;
}
