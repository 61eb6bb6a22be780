import type { Concept } from '../query/query.ts';
import containers from './containers.json' with { type: 'json' };

/** A part of a word counts by the square of its share: 结婚登记 is not half of what 离婚登记 asks. */
const PARTIAL = 0.95;
const LEAST_PARTIAL = 0.5;

/** A word with a character or two put in between: 成交额 in 成交金额, 镇街 in 镇、街. */
const SPREAD = 0.85;
const MAX_INSERTED = 2;

/** A short remark inside a word: 楼门(户)牌. */
const REMARK = /\([^()]{1,4}\)/gu;

/** A text without the longer words that mean something else: 出口 does not stand in 进出口总额. */
function without(rivals: readonly string[], text: string): string {
  return rivals.reduce((left, rival) => left.replaceAll(rival, ' '), text);
}

/** Whether the characters of a word stand in a text in order, with few others between them. */
function standsSpread(word: string, text: string): boolean {
  for (let start = text.indexOf(word[0]!); start >= 0; start = text.indexOf(word[0]!, start + 1)) {
    let at = start;
    let inserted = 0;
    for (let i = 1; i < word.length && inserted <= MAX_INSERTED; i++) {
      const next = text.indexOf(word[i]!, at + 1);
      inserted = next < 0 ? Number.POSITIVE_INFINITY : inserted + next - at - 1;
      at = next;
    }
    if (inserted <= MAX_INSERTED) return true;
  }
  return false;
}

/** The halves of a compound with its own modifiers between them: 低保标准 in 低保平均保障标准. */
const HALVES = 0.8;
const MAX_BETWEEN = 5;

function standsHalved(word: string, text: string): boolean {
  const [first, second] = [word.slice(0, 2), word.slice(2)];
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    const next = text.indexOf(second, start + 2);
    if (next >= 0 && next - start - 2 <= MAX_BETWEEN && !/[，。；、,;\d]/u.test(text.slice(start + 2, next)))
      return true;
  }
  return false;
}

/** Longer words of another meaning that hold a piece of a word and are none of it: 进出口 for 出口额. */
function containersOf(word: string): readonly string[] {
  return Object.entries(containers).flatMap(([piece, longer]) =>
    word.includes(piece) ? longer.filter((one) => !word.includes(one)) : [],
  );
}

/** Share of a word's character pairs that stand in the text. */
function pairShare(pairs: readonly string[], text: string): number {
  let found = 0;
  for (const pair of pairs) if (text.includes(pair)) found++;
  return found / pairs.length;
}

function pairsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}

/**
 * How well a text speaks of a concept, from 0 to 1: the strength of the best alternative that stands in it, or less for one
 * that stands there in part. Never more for a piece of a text than for the whole.
 */
export type ConceptMatcher = (text: string) => number;

/** The matcher of a concept. It remembers the texts: the figures of a sentence share most of the words around them. */
export function createMatcher({ alternatives }: Concept): ConceptMatcher {
  const words = alternatives.map(({ text, strength, rivals = [] }) => ({
    text,
    strength,
    rivals: [...rivals, ...containersOf(text)],
    pairs: pairsOf(text),
  }));
  const known = new Map<string, number>([['', 0]]);
  function compute(given: string): number {
    // 其中医院 does not speak of a 中医院.
    const plain = given.replaceAll('其中', ' ');
    const remarked = plain.includes('(') ? `${plain} ${plain.replace(REMARK, '')}` : plain;
    let best = 0;
    for (const { text: word, strength, pairs, rivals } of words) {
      if (strength <= best) continue;
      const text = without(rivals, remarked);
      if (word.length === 2 && text.includes(`${word[0]}、${word[1]}`)) best = Math.max(best, strength * SPREAD);
      if (text.includes(word)) best = strength;
      else if (word.length > 2) {
        if (strength * SPREAD > best && standsSpread(word, text)) best = strength * SPREAD;
        if (word.length === 4 && strength * HALVES > best && standsHalved(word, text)) best = strength * HALVES;
        const share = pairShare(pairs, text);
        if (share >= LEAST_PARTIAL) best = Math.max(best, share * share * PARTIAL * strength);
      }
    }
    return best;
  }
  return function match(text) {
    const before = known.get(text);
    if (before !== undefined) return before;
    const score = compute(text);
    known.set(text, score);
    return score;
  };
}
