import simplified from './simplified.json' with { type: 'json' };

/** Traditional and variant Han characters with their simplified form, one to one; generated from OpenCC (`test/build/clean/fold.test.ts` compares). */
const SIMPLIFIED: Readonly<Record<string, string>> = simplified;

/** Full-width forms that have one reading. ，；：！？ stay: between digits a full-width comma separates, an ASCII one may group thousands. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％．／＋－～（）＊＜＞＝＆]/u;
const FULL_WIDTH_OFFSET = 0xfee0;

function foldCharacter(character: string): string {
  const mapped = SIMPLIFIED[character];
  if (mapped !== undefined) return mapped;
  return FULL_WIDTH.test(character) ? String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET) : character;
}

/**
 * The view of a text that matching works on: simplified script, half-width digits, letters, percent signs and brackets.
 *
 * @returns a text of exactly the same length, so that offsets into it are offsets into `text`
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldCharacter(text[i]!);
  return folded;
}
