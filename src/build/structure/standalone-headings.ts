import type { Span } from '../../core/span.ts';
import type { StructuredDocument } from '../document.ts';

/** Headings that are a line of their own, without a sentence mark and without an amount: they say nothing that a passage could. */
export function findStandaloneHeadings({ sections, text, folded }: StructuredDocument): readonly Span[] {
  return sections.flatMap(({ start, level, heading }) => {
    if (level === 0 || heading === '' || isLineStart(text, start) === false) return [];
    const end = endOfBlock(folded, start);
    const line = folded.slice(start, end);
    const words = line.replace(/\d{4}\s*年(?:度)?/gu, '').replace(/^\(?\d+[.、)]/u, '');
    return /[。；;！!？?]/u.test(line) || /\d/u.test(words) || line.length > 100 ? [] : [{ start, end }];
  });
}

function isLineStart(text: string, start: number): boolean {
  return /(?:^|\n|\u3000{2,})[^\S\n]*$/u.test(text.slice(Math.max(0, start - 20), start));
}

function endOfBlock(text: string, start: number): number {
  const length = /\n|\u3000{2,}/u.exec(text.slice(start))?.index;
  return length === undefined ? text.length : start + length;
}
