import phrases from './report-phrases.json' with { type: 'json' };

/** A small generator of repeatable random numbers in [0, 1): mulberry32, public domain, by Tommy Ettinger. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return function random() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

interface Draw {
  readonly integer: (low: number, high: number) => number;
  readonly pick: (list: readonly string[]) => string;
}

function fill(sentence: string, place: string, { integer }: Draw): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, slot: string) => {
    if (slot === 'place') return place.slice(-1);
    if (slot === 'd') return `${integer(1, 900)}.${integer(1, 9)}`;
    if (slot === 'p') return `${integer(1, 99)}.${integer(1, 9)}`;
    if (slot === 'month') return String(integer(1, 12));
    return String(slot === 's' ? integer(2, 60) : integer(100, 90_000));
  });
}

const INJECTED: Readonly<Record<string, string>> = phrases.injected;

/** The damage that copied pages show: pinyin after some characters, a space between number and unit. */
function damage(text: string): string {
  return text
    .replace(/[养业发实优]/gu, (character) => `${character}(${INJECTED[character]})`)
    .replace(/(\d)(亿元|万元)/gu, '$1 $2');
}

function section(index: number, place: string, { draw, length }: { draw: Draw; length: number }): string {
  let body = '';
  while (body.length < length) body += fill(draw.pick(phrases.sentences), place, draw);
  return `${NUMERALS[index]}、${phrases.headings[index]}\n${draw.integer(0, 3) === 0 ? damage(body) : body}`;
}

/** An invented report, the same for the same seed, for benchmarks and property tests. */
export interface MadeReport {
  readonly name: string;
  readonly text: string;
}

/**
 * @param seed any integer
 * @param length wanted length in UTF-16 code units; 3,400 is about 10 kB of UTF-8
 */
export function makeReport(seed: number, length = 3_400): MadeReport {
  const random = createRandom(seed);
  const integer = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const draw: Draw = { integer, pick: (list) => list[integer(0, list.length - 1)] ?? '' };
  const place = draw.pick(phrases.places);
  const year = integer(2010, 2025);
  const title = `${place}${year}年民政工作总结`;
  const parts = NUMERALS.map((_, index) => section(index, place, { draw, length: length / NUMERALS.length }));
  return {
    name: `report-${String(seed).padStart(4, '0')}.txt`,
    text: `${title}\n\n${year}年，${place}民政工作取得新进展。\n\n${parts.join('\n\n')}\n`,
  };
}
