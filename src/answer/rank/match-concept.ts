import type { Concept } from '../query/query.ts';

/** A part of a word counts by the square of its share: 结婚登记 is not half of what 离婚登记 asks. */
const PARTIAL = 0.95;
const LEAST_PARTIAL = 0.5;

/** Share of a word's character pairs that stand in the text. */
function pairShare(word: string, text: string): number {
  let found = 0;
  for (let i = 0; i + 2 <= word.length; i++) if (text.includes(word.slice(i, i + 2))) found++;
  return found / (word.length - 1);
}

/**
 * How well a text speaks of a concept, from 0 to 1: the strength of the best alternative that stands in it, or less for one
 * that stands there in part.
 */
export function matchConcept({ alternatives }: Concept, text: string): number {
  let best = 0;
  for (const { text: word, strength } of alternatives) {
    if (strength <= best) continue;
    if (text.includes(word)) best = strength;
    else if (word.length > 2) {
      const share = pairShare(word, text);
      if (share >= LEAST_PARTIAL) best = Math.max(best, share * share * PARTIAL * strength);
    }
  }
  return best;
}
