import { fold } from '../../../core/fold.ts';
import type { IsCommon } from './common-characters.ts';

/** How likely one character follows another, as a natural logarithm. */
export interface LanguageModel {
  readonly follows: (previous: string, next: string) => number;
  /** Whether the corpus itself uses a character more often than damage would. */
  readonly knows: (character: string) => boolean;
}

/** Bigrams weigh this much, single characters the rest (linear interpolation, Jelinek and Mercer). */
const BIGRAM_WEIGHT = 0.7;
/** Counts that a character gets unseen: the prior that lets a single report be judged. */
const COMMON_PRIOR = 0.5;
const RARE_PRIOR = 0.001;
const COMMON_CHARACTERS = 3_800;
const FEWEST_USES = 3;
/** More text than this changes no decision. UTF-16 code units. */
const LONGEST_TRAINING = 400_000;

/** A character bigram model over the simplified view of some texts. */
export function createLanguageModel(texts: readonly string[], isCommon: IsCommon): LanguageModel {
  const single = new Map<string, number>();
  const pairs = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    const folded = fold(text).replace(/\s+/gu, '');
    for (let i = 0; i < folded.length && total < LONGEST_TRAINING; i++, total++) {
      increment(single, folded[i]!);
      if (i > 0) increment(pairs, folded[i - 1]! + folded[i]!);
    }
  }
  const mass = total + COMMON_PRIOR * COMMON_CHARACTERS;
  function follows(previous: string, next: string): number {
    const [a, b] = [fold(previous), fold(next)];
    const bigram = (pairs.get(a + b) ?? 0) / Math.max(1, single.get(a) ?? 0);
    const unigram = ((single.get(b) ?? 0) + (isCommon(b) ? COMMON_PRIOR : RARE_PRIOR)) / mass;
    return Math.log(BIGRAM_WEIGHT * bigram + (1 - BIGRAM_WEIGHT) * unigram);
  }
  return { follows, knows: (character) => (single.get(fold(character)) ?? 0) >= FEWEST_USES };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
