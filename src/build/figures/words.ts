import words from './words.json' with { type: 'json' };

export type WordList = keyof typeof words;

/** A regular expression source that matches any word of the lists, longest first. */
export function anyOf(...lists: readonly WordList[]): string {
  const all = lists.flatMap((list) => words[list]);
  return [...new Set(all)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}

/** Whether a list holds a word. */
export function isIn(list: WordList, word: string): boolean {
  const entries: readonly string[] = words[list];
  return entries.includes(word);
}
