/** How many texts hold each pair of neighbouring UTF-16 code units. */
export interface PairCounts {
  /** 0 for what is no pair. */
  get(pair: string): number;
}

const CODE_UNITS = 2 ** 16;

function keyOf(text: string, at: number): number {
  return text.charCodeAt(at) * CODE_UNITS + text.charCodeAt(at + 1);
}

/** Pairs that there is room for at first. */
const ROOM = 4096;

function enlarged(list: Int32Array): Int32Array {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}

/** Counts by number, not by text: there are tens of thousands of pairs, and they are counted when the bot starts. */
export function countPairs(texts: readonly string[]): PairCounts {
  const numbers = new Map<number, number>();
  let counts: Int32Array = new Int32Array(ROOM);
  let lastSeen: Int32Array = new Int32Array(ROOM);
  texts.forEach((text, index) => {
    for (let at = 0; at + 2 <= text.length; at++) {
      const key = keyOf(text, at);
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
        if (number === counts.length) [counts, lastSeen] = [enlarged(counts), enlarged(lastSeen)];
      } else if (lastSeen[number] === index) continue;
      lastSeen[number] = index;
      counts[number]!++;
    }
  });
  return {
    get(pair) {
      const number = pair.length === 2 ? numbers.get(keyOf(pair, 0)) : undefined;
      return number === undefined ? 0 : counts[number]!;
    },
  };
}
