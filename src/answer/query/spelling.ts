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
  /** Syllables of a Chinese text without tones, for names in Latin letters; null when a character is not in the table. */
  romanize(text: string): string | null;
}

const HAN = /\p{Script=Han}/u;

/** Syllables that many speakers do not tell apart: zh/z, ch/c, sh/s, and final ng/n. */
function blur(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/ng$/u, 'n');
}

interface Tables {
  readonly exact: ReadonlyMap<string, string>;
  readonly blurred: ReadonlyMap<string, readonly string[]>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function buildTables(): Tables {
  const exact = new Map<string, string>();
  const blurred = new Map<string, string[]>();
  const bySound = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) {
      if (!exact.has(character)) exact.set(character, syllable);
      push(blurred, character, blur(syllable));
      push(bySound, blur(syllable), character);
    }
  }
  return { exact, blurred, bySound };
}

function homophones({ blurred, bySound }: Tables, character: string): Set<string> {
  const found = new Set((blurred.get(character) ?? []).flatMap((sound) => bySound.get(sound) ?? []));
  found.delete(character);
  return found;
}

/** How well a character fits between its neighbours; null when it breaks a pair that the text already had. */
function fitScore(
  text: string,
  { at, character, frequency }: { at: number; character: string; frequency: (bigram: string) => number },
): number | null {
  let score = 0;
  for (const [old, candidate] of [
    [text.slice(at - 1, at + 1), text[at - 1] + character],
    [text.slice(at, at + 2), character + text[at + 1]],
  ]) {
    if (old?.length !== 2 || !HAN.test(old[0]!) || !HAN.test(old[1]!)) continue;
    const count = frequency(candidate!);
    if (frequency(old) > 0 && count === 0) return null;
    score += Math.log1p(count);
  }
  return score;
}

/**
 * @param frequency how often a pair of characters occurs in the reports and the lexicons: what occurs is taken as spelled right
 */
export function createSpelling(frequency: (bigram: string) => number): Spelling {
  let built: Tables | null = null;
  const tables = (): Tables => {
    built ??= buildTables();
    return built;
  };
  function replacementAt(text: string, at: number): string | null {
    const before = frequency(text.slice(at - 1, at + 1));
    const after = frequency(text.slice(at, at + 2));
    if (before > 0 && after > 0) return null;
    const now = Math.log1p(before) + Math.log1p(after);
    let best: { character: string; score: number } | null = null;
    for (const character of homophones(tables(), text[at]!)) {
      const score = fitScore(text, { at, character, frequency });
      if (score !== null && score > now && score > (best?.score ?? 0)) best = { character, score };
    }
    return best?.character ?? null;
  }
  return {
    mend(text, fixed) {
      let mended = text;
      const corrections: { typed: string; read: string }[] = [];
      for (let at = 0; at < mended.length; at++) {
        if (!HAN.test(mended[at]!) || fixed(at)) continue;
        const character = replacementAt(mended, at);
        if (character === null) continue;
        const next = mended.slice(0, at) + character + mended.slice(at + 1);
        const from = frequency(next.slice(at - 1, at + 1)) > 0 ? at - 1 : at;
        const to = frequency(next.slice(at, at + 2)) > 0 ? at + 2 : at + 1;
        corrections.push({ typed: mended.slice(Math.max(0, from), to), read: next.slice(Math.max(0, from), to) });
        mended = next;
      }
      return { text: mended, corrections };
    },
    romanize(text) {
      const parts = [...text].map((character) => tables().exact.get(character));
      return parts.includes(undefined) ? null : parts.join('');
    },
  };
}
