/** Two-byte GBK, both ways, private-use rows included: damaged text passes through them. */
export interface GbkTable {
  readonly characterOf: (lead: number, trail: number) => string | undefined;
  /** Lead and trail byte of a character outside ASCII. */
  readonly bytesOf: (character: string) => readonly [number, number] | undefined;
}

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const DELETE = 0x7f;

/** Rows FE50-FEA0 as code page 936 had them before GB 18030 gave them characters. */
const OLD_PRIVATE = { lead: 0xfe, firstTrail: 0x50, lastTrail: 0xa0, firstCode: 0xe815 };

/** The table, from the platform's own decoder (WHATWG index gb18030). Takes a few milliseconds: create it once, when needed. */
export function createGbkTable(): GbkTable {
  const pairs = allPairs();
  const characters = new TextDecoder('gb18030').decode(Uint8Array.from(pairs.flat()));
  const decoded = new Map<number, string>();
  const encoded = new Map<string, readonly [number, number]>();
  for (const [i, pair] of pairs.entries()) {
    const character = characters[i]!;
    decoded.set(keyOf(...pair), character);
    if (!encoded.has(character)) encoded.set(character, pair);
  }
  for (const [character, pair] of oldPrivateCharacters()) encoded.set(character, encoded.get(character) ?? pair);
  return {
    characterOf: (lead, trail) => decoded.get(keyOf(lead, trail)),
    bytesOf: (character) => encoded.get(character),
  };
}

function keyOf(lead: number, trail: number): number {
  return lead * 256 + trail;
}

/** Every pair of the two-byte range stands for one UTF-16 code unit, so the decoded text can be read by index. */
function allPairs(): [number, number][] {
  const pairs: [number, number][] = [];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) if (trail !== DELETE) pairs.push([lead, trail]);
  }
  return pairs;
}

function oldPrivateCharacters(): [string, [number, number]][] {
  const characters: [string, [number, number]][] = [];
  const { lead, firstTrail, lastTrail, firstCode } = OLD_PRIVATE;
  for (let trail = firstTrail; trail <= lastTrail; trail++) {
    if (trail !== DELETE) characters.push([String.fromCharCode(firstCode + characters.length), [lead, trail]]);
  }
  return characters;
}
