import type { Span } from '../../../core/span.ts';
import { type IsCommon, isHan } from './common-characters.ts';
import { FOREIGN, findSuspects } from './find-suspects.ts';
import { LONGEST_DAMAGE } from './read-in-step.ts';

/** Lost characters, private-use characters, and the classic traces of a wrong decoder. */
const DAMAGE =
  /[\ufffd\ue000-\uf8ff]+|锟斤拷|烫烫烫|屯屯屯|(?:[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]{1,2}){2,}/gu;
/** Readers must not be shown half of a damaged clause. */
const CLAUSE_END = /[，。；：！？,;!?\n]/u;

/** In text of another encoding read as GBK most Han characters are rare: so many of so many. */
const WINDOW = 12;
const FEWEST_RARE = 7;

export interface DamageKnowledge {
  /** Spans that are known to be damaged. */
  readonly lost: readonly Span[];
  readonly isCommon: IsCommon;
}

/** Clauses with damage in them, sorted, not overlapping. */
export function findGarbled(text: string, { lost, isCommon }: DamageKnowledge): Span[] {
  const spots = [
    ...lost,
    ...Array.from(text.matchAll(DAMAGE), ({ index, 0: damage }) => ({ start: index, end: index + damage.length })),
    ...findSuspects(text, isCommon).map((index) => ({ start: index, end: endOfTraces(text, index, isCommon) })),
    ...rareWindows(text, isCommon),
  ];
  const clauses = spots.map((spot) => clauseAround(spot, text)).sort((a, b) => a.start - b.start);
  return merged(clauses);
}

/** Behind a lost byte the last trace of text read out of step. */
function endOfTraces(text: string, position: number, isCommon: IsCommon): number {
  let end = position + 1;
  for (let i = end; i < position + LONGEST_DAMAGE && i < text.length && text[i] !== '\n'; i++) {
    if (FOREIGN.test(text[i]!) || (isHan(text[i]!) && !isCommon(text[i]!))) end = i + 1;
  }
  return end;
}

function rareWindows(text: string, isCommon: IsCommon): Span[] {
  const windows: Span[] = [];
  /** Positions of the latest rare characters of the line. */
  let recent: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n') recent = [];
    if (!isHan(text[i]!) || isCommon(text[i]!)) continue;
    recent = [...recent.filter((position) => position > i - WINDOW), i];
    if (recent.length >= FEWEST_RARE) windows.push({ start: recent[0]!, end: i + 1 });
  }
  return windows;
}

function clauseAround({ start, end }: Span, text: string): Span {
  let [first, last] = [start, end];
  while (first > 0 && !CLAUSE_END.test(text[first - 1]!)) first--;
  while (last < text.length && !CLAUSE_END.test(text[last]!)) last++;
  return { start: first, end: last };
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last === undefined || span.start > last.end) result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
}
