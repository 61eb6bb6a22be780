import type { Span } from '../../core/span.ts';
import { splitBlocks } from './blocks.ts';
import { isSureTitle, isTitleLine, type LineKind, lineKind } from './line-kind.ts';

/** A line or paragraph with what it is. */
export interface Line extends Span {
  readonly text: string;
  /** null for body text and headings. */
  readonly kind: LineKind | null;
  /** Whether the line before it ended its sentence, so that this one starts something new. */
  readonly fresh: boolean;
}

/** Body text is known by its sentences. */
const SENTENCE = /[。；;！!，,]/u;
const FINISHED = /[。！!？?；;：:”"’』」》>)\]】…]$/u;
/** What only counts where a new line really starts: else it may be the end of a sentence that a page broke. */
const NEEDS_FRESH: ReadonlySet<LineKind> = new Set(['signature', 'date', 'metadata']);
const CONTENTS_ENTRY = /^(?:\d{1,3}\s+)?(?:\(?[一二三四五六七八九十]{1,3}[)、].{1,30}|.{1,30})$/u;

/** Whether a text reads as prose: long enough and with a clause or sentence mark. */
export function isProse(text: string): boolean {
  return text.length >= 25 && SENTENCE.test(text);
}

/** The table of contents: entries after 目录 with page numbers or list numbers, up to the first line with neither. */
function endOfContents(texts: readonly string[], start: number): number {
  let end = start;
  while (end < texts.length && /^\d{1,3}\s+\S|^\(?[一二三四五六七八九十]{1,3}[)、]|\s\d{1,3}$/u.test(texts[end]!)) {
    if (!CONTENTS_ENTRY.test(texts[end]!) || SENTENCE.test(texts[end]!)) break;
    end++;
  }
  return end;
}

/** The lines of a folded text. A title is a line of a title's form before the body, or one that opens a second document. */
export function readLines(folded: string): readonly Line[] {
  const blocks = splitBlocks(folded);
  const texts = blocks.map(({ start, end }) => folded.slice(start, end));
  const bodyStart = texts.findIndex((text) => lineKind(text) === null && isProse(text));
  const lines: Line[] = [];
  let contentsEnd = 0;
  for (const [index, span] of blocks.entries()) {
    const text = texts[index]!;
    const fresh = isFresh(lines.at(-1));
    let kind = index < contentsEnd ? 'contents' : kindOf(text, { fresh, head: index < bodyStart });
    if (kind === 'title' && index > bodyStart && !isProse(texts[index + 1] ?? '') && !isProse(texts[index + 2] ?? ''))
      kind = null;
    if (kind === 'title' && !isSureTitle(text) && lines.some((line) => line.kind === 'title')) kind = null;
    if (kind === 'contents' && index >= contentsEnd) contentsEnd = endOfContents(texts, index + 1);
    lines.push({ ...span, text, kind, fresh });
  }
  return lines;
}

function isFresh(previous: Line | undefined): boolean {
  if (previous === undefined || previous.kind !== null || FINISHED.test(previous.text)) return true;
  return previous.text.length < 20 && !SENTENCE.test(previous.text);
}

function kindOf(text: string, { fresh, head }: { fresh: boolean; head: boolean }): LineKind | null {
  const kind = lineKind(text);
  if (kind !== null) return fresh || !NEEDS_FRESH.has(kind) ? kind : null;
  const isTitle = head
    ? isTitleLine(text) && !/^\(?[一二三四五六七八九十]+[)、]/u.test(text)
    : fresh && isSureTitle(text);
  return isTitle && !/^(?:[\d(（一二三四五六七八九十]{1,4}[、.)）]|第[一二三四五六七八九十]+[章节篇部])/u.test(text)
    ? 'title'
    : null;
}
