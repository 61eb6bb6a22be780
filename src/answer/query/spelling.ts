import syllables from './syllables.json' with { type: 'json' };

/** Mends homophones in a question: 养劳机构 becomes 养老机构. */
export interface Spelling {
  /**
   * @param text as `normalizeQuestion` gives it
   * @param fixed whether the character at a position must stay (part of a name or number)
   */
  mend(
    text: string,
    fixed: (position: number) => boolean,
  ): { text: string; corrections: readonly { typed: string; read: string }[] };
}

const HAN = /\p{Script=Han}/u;

/** Syllables that many speakers do not tell apart: zh/z, ch/c, sh/s, and final ng/n. */
function blur(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/ng$/u, 'n');
}

const SYLLABLES: readonly (readonly [syllable: string, characters: string])[] = Object.entries(syllables);

/** Other characters that sound alike, exactly or to speakers who blur some sounds. */
function homophones(character: string, blurred: readonly string[]): { character: string; exact: boolean }[] {
  const own = SYLLABLES.filter(([, characters]) => characters.includes(character));
  const sounds = new Set(own.map(([syllable]) => blur(syllable)));
  const alike = [...sounds].flatMap((sound) => SYLLABLES.filter((_, i) => blurred[i] === sound));
  const others = new Set(alike.flatMap(([, characters]) => [...characters]));
  others.delete(character);
  return [...others].map((other) => ({ character: other, exact: own.some(([, same]) => same.includes(other)) }));
}

/** The pairs that a character forms with its neighbours; a neighbour that is fixed (a particle, a name) forms none. */
function pairsAt(
  text: string,
  { at, character, fixed }: { at: number; character: string; fixed: (position: number) => boolean },
): string[] {
  const pairs: string[] = [];
  if (at > 0 && HAN.test(text[at - 1]!) && !fixed(at - 1)) pairs.push(text[at - 1] + character);
  if (at + 1 < text.length && HAN.test(text[at + 1]!) && !fixed(at + 1)) pairs.push(character + text[at + 1]);
  return pairs;
}

/** What is spelled right. */
export interface Vocabulary {
  /** How often a pair of characters occurs in the reports and the lexicons. */
  readonly frequency: (pair: string) => number;
  readonly isWord: (text: string) => boolean;
}

const LONGEST_WORD = 5;

/** Whether a character at a position is part of a word of two or more characters. */
function inWord(
  text: string,
  { at, character, isWord }: { at: number; character: string; isWord: (text: string) => boolean },
): boolean {
  const mended = text.slice(0, at) + character + text.slice(at + 1);
  for (let start = Math.max(0, at - LONGEST_WORD + 1); start <= at; start++) {
    for (let end = Math.max(at + 1, start + 2); end <= Math.min(mended.length, start + LONGEST_WORD); end++) {
      if (isWord(mended.slice(start, end))) return true;
    }
  }
  return false;
}

/**
 * @param vocabulary pairs of characters that occur are taken as spelled right; a correction must make a word
 */
export function createSpelling({ frequency, isWord }: Vocabulary): Spelling {
  let blurred: readonly string[] | null = null;
  /** The homophone that makes words of what is none: a blurred one must fit on every side. */
  function replacementAt(
    text: string,
    { at, fixed }: { at: number; fixed: (position: number) => boolean },
  ): string | null {
    const typed = pairsAt(text, { at, character: text[at]!, fixed });
    if (typed.length === 0 || typed.some((pair) => frequency(pair) > 0)) return null;
    let best: { character: string; score: number } | null = null;
    blurred ??= SYLLABLES.map(([syllable]) => blur(syllable));
    for (const { character, exact } of homophones(text[at]!, blurred)) {
      const counts = pairsAt(text, { at, character, fixed }).map(frequency);
      if (!exact && counts.includes(0)) continue;
      const score = counts.reduce((sum, count) => sum + Math.log1p(count), 0);
      if (score > (best?.score ?? 0) && inWord(text, { at, character, isWord })) best = { character, score };
    }
    return best?.character ?? null;
  }
  return {
    mend: (text, fixed) => mendAll(text, { fixed, frequency, replacementAt }),
  };
}

interface Mending {
  readonly fixed: (position: number) => boolean;
  readonly frequency: (pair: string) => number;
  readonly replacementAt: (text: string, at: Pick<Mending, 'fixed'> & { at: number }) => string | null;
}

/** Goes through a text once and replaces what has a replacement, with the words around each for the reader. */
function mendAll(text: string, { fixed, frequency, replacementAt }: Mending): ReturnType<Spelling['mend']> {
  let mended = text;
  const corrections: { typed: string; read: string }[] = [];
  for (let at = 0; at < mended.length; at++) {
    // A character before 了 or 过 is a verb, which reports seldom write so: 结了.
    if (!HAN.test(mended[at]!) || fixed(at) || /[了过]/u.test(mended[at + 1] ?? '')) continue;
    const character = replacementAt(mended, { at, fixed });
    if (character === null) continue;
    const next = mended.slice(0, at) + character + mended.slice(at + 1);
    const from = frequency(next.slice(at - 1, at + 1)) > 0 ? at - 1 : at;
    const to = frequency(next.slice(at, at + 2)) > 0 ? at + 2 : at + 1;
    corrections.push({ typed: mended.slice(Math.max(0, from), to), read: next.slice(Math.max(0, from), to) });
    mended = next;
  }
  return { text: mended, corrections };
}
