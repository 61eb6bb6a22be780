import type { Span } from '../../core/span.ts';

const BREAK = /\n|\u3000{2,}/gu;

/**
 * Lines, and the paragraphs that a run of ideographic spaces parts where line breaks were lost; trimmed, without empty ones.
 *
 * @returns spans of the text given
 */
export function splitBlocks(text: string): readonly Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(BREAK)) {
    addTrimmed(blocks, text, { start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  addTrimmed(blocks, text, { start, end: text.length });
  return blocks;
}

function addTrimmed(blocks: Span[], text: string, { start, end }: Span): void {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const from = start + piece.indexOf(trimmed);
  blocks.push({ start: from, end: from + trimmed.length });
}
