/** Characters that a terminal draws two columns wide: CJK, kana, Hangul, full-width forms (Unicode East Asian Width W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Chinese quotation marks and dashes, which Chinese terminals draw wide although Unicode calls them ambiguous. */
const WIDE_PUNCTUATION = /[“”‘’…—·]/u;

/** How many characters of a text are drawn two columns wide, and how many one. */
export function countWidths(text: string): { wide: number; narrow: number } {
  const counts = { wide: 0, narrow: 0 };
  for (const character of text) counts[WIDE.test(character) || WIDE_PUNCTUATION.test(character) ? 'wide' : 'narrow']++;
  return counts;
}

function widthOf(text: string): number {
  const { wide, narrow } = countWidths(text);
  return 2 * wide + narrow;
}

/** A text filled with spaces up to a width in terminal columns, and its own width. A longer text stays whole. */
export function padEnd(text: string, columns: number): { text: string; width: number } {
  const width = widthOf(text);
  return { text: text + ' '.repeat(Math.max(0, columns - width)), width };
}
