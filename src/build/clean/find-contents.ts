import type { Change, Page } from './cleaning-rule.ts';
import { isProse, type TextLine } from './text-line.ts';

/** `第一章 总则……3`, `3 总则` in a table of contents. On folded, trimmed text. */
const ENTRY = /^[^。，；]{1,40}?(?:…+|\.{3,}|·{3,}|_{3,}|\s{2,}|\t)\s*[-—]?\d{1,3}[-—]?$|^\d{1,3}\s+[^。，；]{2,40}$/u;
const TITLE = /(?:^|\s)目\s*[录次]$/u;
const FEWEST_ENTRIES = 3;
const LONGEST_ENTRY = 40;

/** A table of contents: its title and the entries with page numbers that follow. Its lines repeat headings without their text. */
export function findContents({ lines: linesIn }: Page): readonly Change[] {
  const lines = linesIn();
  const title = lines.findIndex(({ folded }) => TITLE.test(folded) && folded.length <= 160);
  if (title < 0) return [];
  const last = lastEntry(lines, title);
  if (last === null) return [];
  return [{ start: lines[title]!.start, end: lines[last]!.end, text: '' }];
}

function lastEntry(lines: readonly TextLine[], title: number): number | null {
  let [entries, last] = [0, title];
  for (let i = title + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.blank) continue;
    const isEntry = ENTRY.test(line.folded) || recurs(line, lines.slice(i + 1));
    if (!isEntry || isProse(line.folded)) break;
    entries++;
    last = i;
  }
  return entries < FEWEST_ENTRIES ? null : last;
}

/** An entry whose page number was lost still names a heading further down. */
function recurs({ folded }: TextLine, following: readonly TextLine[]): boolean {
  const heading = folded.replace(/\s+/gu, '');
  return heading.length <= LONGEST_ENTRY && following.some((line) => line.folded.replace(/\s+/gu, '') === heading);
}
