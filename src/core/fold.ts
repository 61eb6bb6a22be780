import simplified from './simplified.json' with { type: 'json' };

/** Traditional and variant Han characters with their simplified form, one to one; generated from OpenCC (`test/build/clean/fold.test.ts` compares). */
const SIMPLIFIED: Readonly<Record<string, string>> = simplified;

/** Full-width forms that have one reading. ，；：！？ stay: between digits a full-width comma separates, an ASCII one may group thousands. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％．／＋－～（）＊＜＞＝＆]/u;
const FIRST_FULL_WIDTH = '％';
const FULL_WIDTH_OFFSET = 0xfee0;

function foldCharacter(character: string): string {
  const mapped = SIMPLIFIED[character];
  if (mapped !== undefined) return mapped;
  if (character < FIRST_FULL_WIDTH || !FULL_WIDTH.test(character)) return character;
  return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
}

/**
 * The view of a text that matching works on: simplified script, half-width digits, letters, percent signs and brackets.
 *
 * @returns a text of exactly the same length, so that offsets into it are offsets into `text`
 */
export function fold(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const mapped = foldCharacter(character);
    if (mapped === character) continue;
    folded += text.slice(kept, i) + mapped;
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}
