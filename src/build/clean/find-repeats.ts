import type { Change, Page } from './cleaning-rule.ts';
import { withoutOverlap } from './find-furniture.ts';
import { isProse, type TextLine } from './text-line.ts';

/** Pages repeat their title and date at the head; further down a repeated line may mean something. */
const HEAD_LINES = 12;
/** Longer prose is the report itself. */
const LONGEST_HEAD_LINE = 30;
/** A shorter line may be an issuer who signs again, or a cell of a table. */
const SHORTEST_TITLE = 10;
const SHORTEST_TEASER = 15;

function bare(folded: string): string {
  return folded.replace(/\s+/gu, '');
}

/** A truncated lead (`全市城乡...`) whose words come again right after it. */
export function findTeaser({ text, lines: linesIn }: Page): readonly Change[] {
  const lines = linesIn().filter(({ blank }) => !blank);
  const cut = lines.slice(0, HEAD_LINES).findIndex(({ folded }) => /(?:\.{3,}|…+)$/u.test(folded));
  if (cut < 0) return [];
  const end = lines[cut]!.end;
  const following = bare(
    lines
      .slice(cut + 1, cut + 20)
      .map(({ folded }) => folded)
      .join(''),
  );
  for (let first = 0; first <= cut; first++) {
    const teaser = bare(
      lines
        .slice(first, cut + 1)
        .map(({ folded }) => folded)
        .join(''),
    ).replace(/[.…]+$/u, '');
    if (teaser.length < SHORTEST_TEASER || !following.includes(teaser)) continue;
    return [{ start: lines[first]!.start, end: Math.min(end + 1, text.length), text: '' }];
  }
  return [];
}

/** Lines of the head (title, date, print button) that stand there a second time. */
export function findRepeatedHead({ text, lines }: Page): readonly Change[] {
  const seen = new Set<string>();
  const repeated: TextLine[] = [];
  for (const line of lines()
    .filter(({ blank }) => !blank)
    .slice(0, HEAD_LINES)) {
    if (isProse(line.folded) && line.folded.length > LONGEST_HEAD_LINE) break;
    const key = bare(line.folded);
    if (seen.has(key) && key.length >= SHORTEST_TITLE) repeated.push(line);
    seen.add(key);
  }
  return withoutOverlap(repeated, text);
}
