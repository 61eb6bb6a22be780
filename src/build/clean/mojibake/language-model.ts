import { fold } from '../../../core/fold.ts';
import commonBigrams from './common-bigrams.json' with { type: 'json' };
import type { IsCommon } from './common-characters.ts';

/** How likely one character follows another, as a natural logarithm. */
export interface LanguageModel {
  readonly follows: (previous: string, next: string) => number;
  /** Whether the corpus itself uses a character more often than damage would. */
  readonly knows: (character: string) => boolean;
  /** Whether any report or the language has one character after the other. */
  readonly knowsPair: (previous: string, next: string) => boolean;
}

/** Shares of the mixture (linear interpolation, Jelinek and Mercer): pairs of the report, of all reports, of the language; characters. */
const WEIGHTS = { report: 0.3, reports: 0.2, language: 0.25, character: 0.25 };
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
 * Creates the character bigram models of reports. Each mixes what the report itself says, what all of them say and what the
 * language says: damage often hits every use of a word, so that the report alone does not know it.
 *
 * @param texts of all reports, without their damage
 * @returns the model of one report, given its text without damage
 */
export function createLanguageModels(texts: readonly string[], isCommon: IsCommon): (text: string) => LanguageModel {
  const reports = countTexts(texts);
  const language = countLanguage();
  return function modelOf(text) {
    const report = countTexts([text]);
    const characterCount = (character: string) =>
      (reports.single.get(character) ?? 0) + (PRIOR_MASS * (language.single.get(character) ?? 0)) / language.total;
    function follows(previous: string, next: string): number {
      const [a, b] = [viewOf(previous), viewOf(next)];
      const floor = isCommon(b) ? COMMON_FLOOR : RARE_FLOOR;
      return Math.log(
        WEIGHTS.report * conditional(report, a, b) +
          WEIGHTS.reports * conditional(reports, a, b) +
          WEIGHTS.language * conditional(language, a, b) +
          (WEIGHTS.character * (characterCount(b) + floor)) / (reports.total + PRIOR_MASS),
      );
    }
    return {
      follows,
      knows: (character) => (reports.single.get(viewOf(character)) ?? 0) >= FEWEST_USES,
      knowsPair: (previous, next) => [reports, language].some(({ pairs }) => pairs.has(viewOf(previous + next))),
    };
  };
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
    if (counts.total >= LONGEST_TRAINING) break;
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
