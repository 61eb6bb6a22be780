import english from './english.json' with { type: 'json' };
import stopWords from './english-stop-words.json' with { type: 'json' };

const LATIN_WORD = /[a-z][a-z&'-]*/gu;
const TOKEN = /\d+(?:st|nd|rd|th)\b|\d+[a-z]\b|\d[\d.,]*|[a-z][a-z&'-]*(?:\d[\d.]*)?|\p{Script=Han}+/gu;
const MEASURE =
  /(?:率|额|量|数|gdp|收入|支出|面积|标准|浓度|利润|增速|目标|价格|工资|投资|人口|产值|增加值|进出口|出口|进口)(?=\s|$)/u;
const LONGEST_PHRASE = 6;

/** Whether a question is mostly in Latin letters. */
export function isEnglish(question: string): boolean {
  const words = question.match(LATIN_WORD) ?? [];
  const han = question.match(/\p{Script=Han}/gu) ?? [];
  return words.filter((word) => word.length > 1).length >= 2 && words.join('').length > 2 * han.length;
}

interface Dictionary {
  readonly phrases: ReadonlyMap<string, string>;
  readonly stops: ReadonlySet<string>;
  /** Chinese name of a place by its name in Latin letters without spaces. */
  place(romanized: string): string | null;
}

function translateWord(token: string, { stops, place }: Dictionary): string {
  if (stops.has(token)) return '';
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/u.exec(token);
  if (ordinal) return `第${ordinal[1]}届`;
  if (/^(?:19|20)\d\d$/u.test(token)) return `${token}年`;
  return place(token.replace(/[^a-z]/gu, '')) ?? token;
}

/** The longest phrase of the dictionary at a position, in words. */
function phraseAt(
  tokens: readonly string[],
  { at, dictionary }: { at: number; dictionary: Dictionary },
): { text: string; length: number } {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length >= 1; length--) {
    const words = tokens.slice(at, at + length);
    const text =
      dictionary.phrases.get(words.join(' ')) ??
      (length > 1 && words.every((word) => /^[a-z'-]+$/u.test(word))
        ? dictionary.place(words.join('').replace(/[^a-z]/gu, ''))
        : null);
    if (text !== undefined && text !== null) return { text, length };
  }
  return { text: translateWord(tokens[at]!, dictionary), length: 1 };
}

/**
 * An English question in Chinese words, as far as the lexicon knows them; other words stay as they are.
 *
 * @param place Chinese name of a place by its name in Latin letters (wenzhou), or null
 */
export function translateEnglish(question: string, place: (romanized: string) => string | null): string {
  const dictionary = { phrases: new Map(Object.entries(english)), stops: new Set(stopWords), place };
  const tokens = (question.match(TOKEN) ?? []).map((token) => token.replace(/'s$/u, ''));
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { text, length } = phraseAt(tokens, { at, dictionary });
    if (text !== '') words.push(text);
    at += length;
  }
  const text = words.join(' ');
  // What was the grain output: a measure is asked for its amount.
  return MEASURE.test(text) && !text.includes('多少') ? text.replace('什么', '多少') : text;
}
