/** How many texts hold each pair of neighbouring UTF-16 code units. */
export interface PairCounts {
  /** 0 for what is no pair. */
  get(pair: string): number;
}

const CODE_UNITS = 2 ** 16;

function keyOf(text: string, at: number): number {
  return text.charCodeAt(at) * CODE_UNITS + text.charCodeAt(at + 1);
}

/** Counts by number, not by text: there are tens of thousands of pairs, and they are counted when the bot starts. */
export function countPairs(texts: readonly string[]): PairCounts {
  const counts = new Map<number, number>();
  const lastSeen = new Map<number, number>();
  texts.forEach((text, index) => {
    for (let at = 0; at + 2 <= text.length; at++) {
      const key = keyOf(text, at);
      if (lastSeen.get(key) === index) continue;
      lastSeen.set(key, index);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return { get: (pair) => (pair.length === 2 ? (counts.get(keyOf(pair, 0)) ?? 0) : 0) };
}
