import { fold } from '../../../core/fold.ts';
import commonBigrams from './common-bigrams.json' with { type: 'json' };
import type { IsCommon } from './common-characters.ts';

/** How likely one character follows another, as a natural logarithm. */
export interface LanguageModel {
  readonly follows: (previous: string, next: string) => number;
  /** Whether the corpus itself uses a character more often than damage would. */
  readonly knows: (character: string) => boolean;
}

/** Shares of the mixture (linear interpolation, Jelinek and Mercer): pairs of the corpus, pairs of the language, characters. */
const WEIGHTS = { corpus: 0.45, language: 0.3, character: 0.25 };
/** How many characters of text the knowledge of the language weighs, against those of the corpus. */
const PRIOR_MASS = 20_000;
const COMMON_FLOOR = 0.5;
const RARE_FLOOR = 0.001;
const FEWEST_USES = 3;
/** More text than this changes no decision. UTF-16 code units. */
const LONGEST_TRAINING = 400_000;

interface Counts {
  readonly single: Map<string, number>;
  readonly pairs: Map<string, number>;
  total: number;
}

/**
 * A character bigram model over the simplified view of some texts and of the language: damage often hits every use of a
 * word, so that the texts themselves do not know it.
 */
export function createLanguageModel(texts: readonly string[], isCommon: IsCommon): LanguageModel {
  const corpus = countTexts(texts);
  const language = countLanguage();
  function follows(previous: string, next: string): number {
    const [a, b] = [viewOf(previous), viewOf(next)];
    const share = (corpus.single.get(b) ?? 0) + (PRIOR_MASS * (language.single.get(b) ?? 0)) / language.total;
    const character = (share + (isCommon(b) ? COMMON_FLOOR : RARE_FLOOR)) / (corpus.total + PRIOR_MASS);
    return Math.log(
      WEIGHTS.corpus * conditional(corpus, a, b) +
        WEIGHTS.language * conditional(language, a, b) +
        WEIGHTS.character * character,
    );
  }
  return { follows, knows: (character) => (corpus.single.get(viewOf(character)) ?? 0) >= FEWEST_USES };
}

/** Simplified, all digits alike. */
function viewOf(text: string): string {
  return fold(text).replace(/\d/gu, '0');
}

function conditional({ single, pairs }: Counts, a: string, b: string): number {
  return (pairs.get(a + b) ?? 0) / Math.max(1, single.get(a) ?? 0);
}

function countTexts(texts: readonly string[]): Counts {
  const counts: Counts = { single: new Map(), pairs: new Map(), total: 0 };
  for (const text of texts) {
    const folded = viewOf(text).replace(/\s+/gu, '');
    for (let i = 0; i < folded.length && counts.total < LONGEST_TRAINING; i++) {
      add(counts.single, folded[i]!, 1);
      if (i > 0) add(counts.pairs, folded[i - 1]! + folded[i]!, 1);
      counts.total++;
    }
  }
  return counts;
}

/** From the words of a dictionary (`count-bigrams.ts`). Pairs stand under the power of two that their frequency reaches. */
function countLanguage(): Counts {
  const counts: Counts = { single: new Map(), pairs: new Map(), total: 0 };
  for (const [power, pairs] of Object.entries(commonBigrams)) {
    const frequency = 2 ** Number(power.slice('2^'.length));
    for (let i = 0; i < pairs.length; i += 2) {
      add(counts.pairs, pairs.slice(i, i + 2), frequency);
      for (const character of [pairs[i]!, pairs[i + 1]!]) add(counts.single, character, frequency);
      counts.total += 2 * frequency;
    }
  }
  return counts;
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}
