import type { Span } from '../../core/span.ts';
import type { Mention } from './mention.ts';
import { readAmount } from './mentions/amount.ts';
import type { Candidate, Source } from './mentions/candidate.ts';
import { findExcluded, rejectedBy } from './mentions/exclusion.ts';
import { readFraction, readMask, readRank, readSlashed, readWord } from './mentions/word.ts';

/** Characters that a mention's number can start with. */
const START = /[0-9零〇○一二两三四五六七八九十百千万亿壹贰弍叁肆伍陆柒捌玖拾佰仟廿卅卌数几半对首第*•●＊×xX]/gu;

const READERS: readonly ((source: Source, start: number, from: number) => Candidate | null)[] = [
  ...[readRank, readMask, readFraction, readWord, readSlashed, readAmount],
];

function readCandidate(source: Source, start: number, from: number): Candidate | null {
  for (const read of READERS) {
    const candidate = read(source, start, from);
    if (candidate !== null) return candidate;
  }
  return null;
}

/** Answers whether spans cover a position; positions must be asked in rising order. */
function coverage(spans: readonly Span[]): (start: number, end: number) => boolean {
  let next = 0;
  let open: Span[] = [];
  return (start, end) => {
    for (; next < spans.length && spans[next]!.start < end; next++) open.push(spans[next]!);
    open = open.filter((span) => span.end > start);
    return open.some((span) => span.start < end);
  };
}

function toMention(candidate: Candidate): Mention {
  const { start, end, form, value, min, max, unit, approx, masked } = candidate;
  return { start, end, form, value, min, max, unit, approx, masked };
}

/**
 * The amounts written in a text, in order and without overlap.
 *
 * @param folded `fold(text)`
 * @param text the clean text that positions point into
 */
export function findMentions(folded: string, text: string): Mention[] {
  const source = { folded, text };
  const covered = coverage(findExcluded(folded));
  const mentions: Mention[] = [];
  let from = 0;
  START.lastIndex = 0;
  const starts = new RegExp(START);
  for (let match = starts.exec(folded); match !== null; match = starts.exec(folded)) {
    const candidate = readCandidate(source, match.index, from);
    if (candidate === null) continue;
    const isRank = candidate.form === 'rank';
    const rejected =
      (!isRank && covered(candidate.numberStart, candidate.numberEnd)) || rejectedBy(folded, candidate) !== null;
    if (!rejected) mentions.push(toMention(candidate));
    from = rejected ? candidate.numberEnd : candidate.end;
    starts.lastIndex = from;
  }
  return mentions;
}
