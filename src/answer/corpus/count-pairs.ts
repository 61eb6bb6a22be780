/** How many texts hold each pair of neighbouring UTF-16 code units. */
export interface PairCounts {
  /** 0 for what is no pair. */
  get(pair: string): number;
}

const CODE_UNIT_BITS = 16;

/** Never 0, which marks a free place: no text holds two NUL characters. */
function keyOf(first: number, second: number): number {
  return ((first << CODE_UNIT_BITS) | second) >>> 0;
}

/** Numbers by key in flat arrays: a table with open addressing (Knuth, TAOCP 3, 6.4, algorithm L). */
interface Table {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
  /** The text that last held the pair, from 1. */
  readonly seen: Uint32Array;
}

/** Places at first; a power of two, as `placeOf` needs. */
const ROOM = 32_768;
/** Multiplier of Fibonacci hashing: 2^32 divided by the golden ratio (Knuth, 6.4). */
const GOLDEN = 0x9e37_79b1;

function createTable(room: number): Table {
  return { keys: new Uint32Array(room), counts: new Uint32Array(room), seen: new Uint32Array(room) };
}

/** Where a key stands, or the free place where it goes. */
function placeOf({ keys }: Table, key: number): number {
  const mask = keys.length - 1;
  let place = (Math.imul(key, GOLDEN) >>> 12) & mask;
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
  return place;
}

function enlarged(table: Table): Table {
  const larger = createTable(2 * table.keys.length);
  table.keys.forEach((key, from) => {
    if (key === 0) return;
    const to = placeOf(larger, key);
    larger.keys[to] = key;
    larger.counts[to] = table.counts[from]!;
    larger.seen[to] = table.seen[from]!;
  });
  return larger;
}

/** Counts by number, not by text: there are tens of thousands of pairs, and they are counted when the bot starts. */
export function countPairs(texts: readonly string[]): PairCounts {
  let table = createTable(ROOM);
  let held = 0;
  for (let number = 1; number <= texts.length; number++) {
    const text = texts[number - 1]!;
    let before = text.charCodeAt(0);
    for (let at = 1; at < text.length; at++) {
      const here = text.charCodeAt(at);
      const key = keyOf(before, here);
      before = here;
      const place = placeOf(table, key);
      if (table.seen[place] === number) continue;
      if (table.keys[place] === 0) {
        table.keys[place] = key;
        held++;
      }
      table.seen[place] = number;
      table.counts[place]!++;
      if (2 * held > table.keys.length) table = enlarged(table);
    }
  }
  return {
    get: (pair) =>
      pair.length === 2 ? table.counts[placeOf(table, keyOf(pair.charCodeAt(0), pair.charCodeAt(1)))]! : 0,
  };
}
