import { fold } from '../../../core/fold.ts';

/** Rarer pairs (of the dictionary's 60 million words) tell nothing. */
const LEAST_FREQUENCY = 256;
const HAN_WORD = /^[\u4e00-\u9fff]{2,}$/u;

/**
 * Pairs of characters inside the words of a dictionary, simplified, under the power of two that their frequency reaches, most
 * frequent first.
 *
 * @param frequencies of words in the text the dictionary was made from
 */
export function countBigrams(frequencies: ReadonlyMap<string, number>): Record<string, string> {
  const counts = new Map<string, number>();
  for (const [word, frequency] of frequencies) {
    const folded = fold(word);
    if (!HAN_WORD.test(folded)) continue;
    for (let i = 0; i + 1 < folded.length; i++) {
      const pair = folded.slice(i, i + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + frequency);
    }
  }
  const powers = new Map<number, string[]>();
  for (const [pair, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const power = Math.floor(Math.log2(count));
    if (count >= LEAST_FREQUENCY) powers.set(power, [...(powers.get(power) ?? []), pair]);
  }
  // A prefix keeps the keys out of the order that integers have in an object.
  return Object.fromEntries(
    [...powers].sort(([a], [b]) => b - a).map(([power, pairs]) => [`2^${power}`, pairs.join('')]),
  );
}
