import type { Change } from './cleaning-rule.ts';
import { isProse, linesOf, type TextLine } from './text-line.ts';

/** `第一章 总则……3`, `3 总则` in a table of contents. On folded, trimmed text. */
const ENTRY =
  /^[^。，；]{1,40}?(?:…+|\.{3,}|·{3,}|_{3,}|\s{2,}|\t)\s*[-—]?\d{1,3}[-—]?$|^\d{1,3}(?:\t|\s{2,})\s*[^。，；]{2,40}$/u;
const TITLE = /(?:^|\s)目\s*[录次]$/u;
const FEWEST_ENTRIES = 3;

/** A table of contents: its title and the entries with page numbers that follow. Its lines repeat headings without their text. */
export function findContents(text: string): readonly Change[] {
  const lines = linesOf(text);
  const title = lines.findIndex(({ folded }) => TITLE.test(folded) && folded.length <= 160);
  if (title < 0) return [];
  const last = lastEntry(lines, title);
  if (last === null) return [];
  return [{ start: lines[title]!.start, end: lines[last]!.end, text: '' }];
}

function lastEntry(lines: readonly TextLine[], title: number): number | null {
  let entries = 0;
  let last = title;
  for (let i = title + 1; i < lines.length; i++) {
    const { folded, blank } = lines[i]!;
    if (blank) continue;
    if (!ENTRY.test(folded)) break;
    entries++;
    last = i;
  }
  return entries < FEWEST_ENTRIES ? null : lastOfBlock(lines, last);
}

/** Entries whose page number was lost, up to the blank line that ends the contents. */
function lastOfBlock(lines: readonly TextLine[], last: number): number {
  let end = last;
  while (lines[end + 1]?.blank === false) {
    end++;
    if (isProse(lines[end]!.folded) || lines[end]!.folded.length > 40) return last;
  }
  return end;
}
