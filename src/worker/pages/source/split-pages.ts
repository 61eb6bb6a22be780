import { inside, type ReportText } from './report-text.ts';
import type { SourceLine } from './source-lines.ts';

/** Estimated bytes of a page after gzip, so that a page with style and script stays under 60 kB. Measured on Chinese reports. */
const LARGEST_PAGE = 38_000;
const BYTES = { character: 1.7, figure: 62, address: 9 };

/** The lines of a report in pages of bearable size; at least one page. */
export function splitPages(text: ReportText): (readonly SourceLine[])[] {
  const { lines, figures, addressed, view } = text;
  const whole = sizeOf({ characters: view.text.length, figures: figures.length, addresses: addressed.length });
  if (whole <= LARGEST_PAGE) return [lines];
  const pages: SourceLine[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const weight = sizeOf({
      characters: line.end - line.start,
      figures: inside(figures, line).length,
      addresses: inside(addressed, line).length,
    });
    if (size + weight > LARGEST_PAGE) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)!.push(line);
    size += weight;
  }
  return pages;
}

function sizeOf(counts: { characters: number; figures: number; addresses: number }): number {
  return counts.characters * BYTES.character + counts.figures * BYTES.figure + counts.addresses * BYTES.address;
}

/** Index of the page with a position of the view; the first if none has. */
export function pageOf(pages: readonly (readonly SourceLine[])[], position: number): number {
  return Math.max(
    0,
    pages.findLastIndex(([first]) => first !== undefined && first.start <= position),
  );
}
