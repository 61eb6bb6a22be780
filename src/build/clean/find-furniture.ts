import type { Change, CleaningRule, Page } from './cleaning-rule.ts';
import furnitureWords from './furniture-words.json' with { type: 'json' };
import { isProse, removalOf, type TextLine } from './text-line.ts';

const BUTTONS: ReadonlySet<string> = new Set(furnitureWords.buttons);
const CRUMB = new RegExp(`^(?:${furnitureWords.crumbs.join('|')})\\s*(?:[:：/>»›]|$)`, 'u');
const TAIL = new RegExp(`^[【\\[]?(?:${furnitureWords.tails.join('|')})`, 'u');
const CRUMB_PART = /^(?=.*[\u4e00-\u9fff])[^，。；:：]{1,40}$/u;
const CRUMB_SEPARATOR = /\s[>»›]\s|[>»›]/u;

/** Lines of site code left by scraping: `| cwl2`, a hash before a link. */
const DEBRIS = /^(?:\|\s*[\w-]{1,20}|[\w-]{1,20}\s*\||[0-9a-f]{32}:?)$/u;
const PAGE_NUMBER =
  /^(?:[—–-]+\s*\d{1,4}\s*[—–-]+|第\s*\d{1,4}\s*页(?:\s*[,，/共]*\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}\s*页)$/u;

/** A longer line holds more than the path. */
const LONGEST_CRUMBS = 150;
/** Lines without blank ones at either end that may be furniture of the page. */
const EDGE = 20;
/** A tail is cut only when no more than this stands after its first line, in UTF-16 code units. */
const LONGEST_TAIL = 1_000;

/** Finds the lines for which `isFurniture` holds; `atEdge` tells lines near the start or the end of the text. */
function removingLines(isFurniture: (folded: string, atEdge: boolean) => boolean): CleaningRule['find'] {
  return ({ text, lines }) => {
    const written = lines().filter(({ blank }) => !blank);
    const found = written.filter(({ folded }, i) => isFurniture(folded, i < EDGE || i >= written.length - EDGE));
    return withoutOverlap(found, text);
  };
}

/** Removals of lines that may stand next to each other at the end of the text. */
export function withoutOverlap(lines: readonly TextLine[], text: string): Change[] {
  const changes: Change[] = [];
  for (const line of lines) {
    const removal = removalOf(line, text);
    const start = Math.max(removal.start, changes.at(-1)?.end ?? 0);
    changes.push({ ...removal, start });
  }
  return changes;
}

function isBreadcrumb(folded: string, atEdge: boolean): boolean {
  if (CRUMB.test(folded)) return folded.length <= LONGEST_CRUMBS && !/[。；]/u.test(folded);
  const parts = folded.split(CRUMB_SEPARATOR);
  return atEdge && parts.length >= 3 && parts.every((part) => CRUMB_PART.test(part.trim()));
}

/** Near the edges only: 大, 中, 小 may be cells of a table. */
function isButtonLine(folded: string, atEdge: boolean): boolean {
  if (!atEdge) return false;
  const words = folded.split(/[\s|:：【】[\]()>》、]+/u).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => BUTTONS.has(word));
}

/** `当前位置 > 政务公开 > …`, with or without its label. */
export const findBreadcrumbs = removingLines(isBreadcrumb);
/** Lines that hold nothing but words of buttons. */
export const findButtons = removingLines(isButtonLine);
/** Lines of site code and page numbers. */
export const findDebris = removingLines((folded) => DEBRIS.test(folded) || PAGE_NUMBER.test(folded));

/** Links, credits and related pages after the end of the report. */
export function findTail({ text, lines }: Page): readonly Change[] {
  const earliest = Math.max(text.length - LONGEST_TAIL, text.length / 2);
  const first = lines().find(({ start, folded }) => start >= earliest && TAIL.test(folded) && !isProse(folded));
  return first === undefined ? [] : [{ start: Math.max(0, first.start - 1), end: text.length, text: '' }];
}

/** A bare number as the last line: the counter of the page. Not after a table or a list of numbers. */
export function findTrailingCounter({ text, lines: linesIn }: Page): readonly Change[] {
  const lines = linesIn().filter(({ blank }) => !blank);
  const [before, last] = lines.slice(-2);
  if (before === undefined || last === undefined) return [];
  if (!/^\d{2,9}$/u.test(last.folded) || /\d$/u.test(before.folded)) return [];
  return [{ start: before.end, end: text.length, text: '' }];
}
