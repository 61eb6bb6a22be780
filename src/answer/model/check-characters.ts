import WORDS from './draft-words.json' with { type: 'json' };
import type { RefusalReason } from './refusal.ts';

const LINK = /https?|www|:\/\/|t\.me|@[a-z]|\.(?:com|cn|org|net|io|gov)/iu;
/** Format characters, controls, private use, variation selectors, Hangul fillers, the blank Braille cell. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Mn}\p{Me}ᅟᅠㅤﾠ⠀]/u;
/** Every number of Unicode, fullwidth, circled and counting-rod ones too. */
const NUMBER = /\p{N}/u;
const MARKUP = /[<>*_`#[\]{}|~^\\$=+]/u;
const QUOTATION = /["'“”‘’「」『』《》〈〉«»]/u;
const ALLOWED = /^[\p{Unified_Ideograph}，。、；：（）,;:() ]*$/u;
const NUMERALS = new Set(WORDS.numerals);

function withoutHarmless(text: string): string {
  return WORDS.harmlessNumerals.reduce((rest, word) => rest.replaceAll(word, ' '), text);
}

/** Whether words hold a Han numeral outside the few words in which one counts nothing. */
function hasNumeral(text: string): boolean {
  return [...withoutHarmless(text)].some((character) => NUMERALS.has(character));
}

/**
 * What is wrong with the characters of the model's own words, or null. Only Han characters and plain punctuation are sent:
 * digits, markup, links, homoglyphs and whatever cannot be seen have no way through.
 */
export function checkCharacters(text: string): RefusalReason | null {
  if (NUMBER.test(text)) return 'number';
  if (HIDDEN.test(text)) return 'hidden_character';
  if (LINK.test(text)) return 'link';
  if (QUOTATION.test(text)) return 'quotation';
  if (MARKUP.test(text)) return 'markup';
  if (!ALLOWED.test(text)) return 'foreign_character';
  return hasNumeral(text) ? 'number' : null;
}
