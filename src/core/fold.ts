import simplified from './simplified.json' with { type: 'json' };

/** Traditional and variant Han characters with their simplified form, one to one; generated from OpenCC (`test/build/clean/fold.test.ts` compares). */
const SIMPLIFIED: Readonly<Record<string, string>> = simplified;

/** Full-width forms that have one reading. ，；：！？ stay: between digits a full-width comma separates, an ASCII one may group thousands. */
const FULL_WIDTH = '０-９Ａ-Ｚａ-ｚ％．／＋－～（）＊＜＞＝＆';
const FULL_WIDTH_OFFSET = 0xfee0;

/** Every character that folding changes. The engine looks for them an order of magnitude faster than a loop would. */
const CHANGED = new RegExp(`[${Object.keys(SIMPLIFIED).join('')}${FULL_WIDTH}]`, 'gu');

function foldCharacter(character: string): string {
  return SIMPLIFIED[character] ?? String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
}

/**
 * The view of a text that matching works on: simplified script, half-width digits, letters, percent signs and brackets.
 *
 * @returns a text of exactly the same length, so that offsets into it are offsets into `text`
 */
export function fold(text: string): string {
  return text.replace(CHANGED, foldCharacter);
}
