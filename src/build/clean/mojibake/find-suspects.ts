import { type IsCommon, isHan } from './common-characters.ts';

/** What an invalid byte pair is decoded to. */
const REPLACEMENT = /[?\ufffd]/gu;
const PINYIN_REST = /^[a-zü\u0251\u0261]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü\u0251\u0261]*\)/u;
/** Private-use characters, kana and the euro sign: what bytes read out of step turn into, and reports do not write. */
export const FOREIGN = /[\ue000-\uf8ff\u3040-\u30ff€]/u;

/** Half of a replaced mark right after the lost byte: no sentence goes on like this. */
const SEVERED = /^[;,][\u3400-\u9fff]/u;

/** How far behind a lost byte its traces are looked for, in UTF-16 code units. */
const REACH = 24;
const NEAR = 12;
const FEWEST_RARE = 2;

/** Length of the rest of an injected pinyin whose opening bracket was swallowed (`?lián)`), 0 when there is none. */
export function pinyinRest(text: string, position: number): number {
  return PINYIN_REST.exec(text.slice(position, position + 10))?.[0].length ?? 0;
}

/**
 * Positions where a byte may have been lost: a replacement mark with traces of text read out of step after it. A question mark
 * in sound text has none.
 */
export function findSuspects(text: string, isCommon: IsCommon): number[] {
  const suspects: number[] = [];
  for (const { index } of text.matchAll(REPLACEMENT)) {
    const after = text.slice(index + 1, index + 1 + REACH).split('\n', 1)[0]!;
    const rare = Array.from(after.slice(0, NEAR)).filter((character) => isHan(character) && !isCommon(character));
    if (SEVERED.test(after) || FOREIGN.test(after) || rare.length >= FEWEST_RARE || pinyinRest(text, index + 1) > 0)
      suspects.push(index);
  }
  return suspects;
}
