import type { Change, Page } from './cleaning-rule.ts';
import { isProse, opensItem, type TextLine } from './text-line.ts';

const TERMINATED = /[。！？：；!?:;…](?:[”’」』）)》]*)$/u;
const CONTINUES_PUNCTUATION = /^[，。、；：）”》％,;)%/]/u;
/** Words that no heading and no sentence ends with, besides punctuation that opens or goes on. */
const ENDS_OPEN = /(?:[，、（“《(·—为占约及第由从]|达到|超过|以及|[\u4e00-\u9fff],|\d[-~～])$/u;
const UNIT =
  /^(?:[万亿千百余多个人元名户家件项所处条座套张台辆支只头亩吨米倍年月日号岁位次届级类种批场期天部册份篇例]|公里|公顷|公斤|平方|立方|美元|百分|小时|分钟)/u;

/** A wrapped line is about as long as its neighbours: at least this share of the usual width. */
const NEAR_WIDTH = 0.8;
/** A numbered line without a full stop may be a heading, which is long only by chance. */
const HEADING_NEAR_WIDTH = 0.92;
/** Fewer broken sentences than this say nothing of how the document was wrapped. */
const FEWEST_BROKEN = 2;

/** In full-width characters. */
const LONGEST_FRAGMENT = 10;

interface LinePair {
  readonly line: TextLine;
  readonly next: TextLine;
}

/**
 * Line breaks inside sentences, as converters of PDF and Word leave them. A break is surely wrong where it parts a number from
 * its unit or comes before closing punctuation; where a document has such breaks, other unfinished lines of that width join too.
 */
export function findWrappedLines({ text, lines }: Page): readonly Change[] {
  const pairs = pairsOf(lines()).filter(({ line, next }) => canJoin(line, next, text));
  const broken = pairs.filter((pair, i) => isSurelyBroken(pair) || isFragment(pair, pairs[i + 1]));
  const width = broken.length < FEWEST_BROKEN ? null : median(broken.map(({ line }) => widthOf(line.folded)));
  const surely = new Set(broken);
  return pairs
    .filter((pair) => surely.has(pair) || (width !== null && fillsLine(pair, width)))
    .map(({ line, next }) => joinOf(line, next, text));
}

/** Lines that follow each other. Across a blank line the text may come from another column: what is joined must be sure. */
function pairsOf(lines: readonly TextLine[]): LinePair[] {
  return lines.slice(1).flatMap((next, i) => (lines[i]!.blank || next.blank ? [] : [{ line: lines[i]!, next }]));
}

function canJoin(line: TextLine, next: TextLine, text: string): boolean {
  if (TERMINATED.test(line.folded) && !CONTINUES_PUNCTUATION.test(next.folded)) return false;
  if (opensItem(next.folded) || /^[图表]\s*\d/u.test(line.folded)) return false;
  return (
    !text.slice(line.start, line.end).trim().includes('\t') && !text.slice(next.start, next.end).trim().includes('\t')
  );
}

function isSurelyBroken({ line, next }: LinePair): boolean {
  if (!/[\u4e00-\u9fff]/u.test(line.folded)) return false;
  if (CONTINUES_PUNCTUATION.test(next.folded)) return true;
  if (!isProse(line.folded) && !isProse(next.folded)) return false;
  if (ENDS_OPEN.test(line.folded) || isNumberCut(line.folded, next.folded)) return true;
  return widthOf(line.folded) >= 10 && /[\u4e00-\u9fff].*\d$/u.test(line.folded) && UNIT.test(next.folded);
}

/** A sentence never has two numbers side by side, unless both are years: the second goes on with the first. */
function isNumberCut(before: string, after: string): boolean {
  if (!/[\u4e00-\u9fff（(，。；、,;“]\d[\d.]*$/u.test(before)) return false;
  return (
    /^[\d.]+(?:[％%，。、”]|[\u4e00-\u9fff])/u.test(after) &&
    !(/(?:19|20)\d\d$/u.test(before) && /^(?:19|20)\d\d/u.test(after))
  );
}

/** A word on a line of its own (a link or a term that was marked up), whose sentence goes on with punctuation. */
function isFragment({ line, next }: LinePair, following: LinePair | undefined): boolean {
  if (following?.line !== next) return false;
  return (
    /[，；、,;]/u.test(line.folded) &&
    widthOf(next.folded) <= LONGEST_FRAGMENT &&
    CONTINUES_PUNCTUATION.test(following.next.folded)
  );
}

/** Whether an unfinished line is as long as those that are surely broken. */
function fillsLine({ line, next }: LinePair, width: number): boolean {
  if (!isProse(line.folded) && !isProse(next.folded)) return false;
  if (/\d$/u.test(line.folded) && /^\d/u.test(next.folded)) return false;
  const isHeading = opensItem(line.folded) && !line.folded.includes('。');
  return widthOf(line.folded) >= width * (isHeading ? HEADING_NEAR_WIDTH : NEAR_WIDTH);
}

/** Width in full-width characters. */
function widthOf(folded: string): number {
  let width = 0;
  for (const character of folded) width += character <= '\u007f' ? 0.5 : 1;
  return width;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function joinOf(line: TextLine, next: TextLine, text: string): Change {
  const start = line.start + text.slice(line.start, line.end).trimEnd().length;
  const end = next.end - text.slice(next.start, next.end).trimStart().length;
  const latin = /[A-Za-z,.]$/u.test(line.folded) && /^[A-Za-z]/u.test(next.folded);
  return { start, end, text: latin ? ' ' : '' };
}
