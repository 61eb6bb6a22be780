import type { Change, Page } from './cleaning-rule.ts';

const FEWEST_NOTES = 3;

/** Reference marks (`[2]`) inside the text, in a document that has the notes they point to. The notes keep their own. */
export function findNoteMarks({ text }: Page): readonly Change[] {
  const notes = new Set(Array.from(text.matchAll(/^[ \t\u3000]*\[(\d{1,3})\]/gmu), (match) => match[1]));
  if (notes.size < FEWEST_NOTES) return [];
  const changes: Change[] = [];
  for (const { index, 0: mark, 1: number } of text.matchAll(/(?<=[^\s[\]])\[(\d{1,3})\]/gu)) {
    if (notes.has(number)) changes.push({ start: index, end: index + mark.length, text: '' });
  }
  return changes;
}
