import type { Span } from '../../core/span.ts';
import type { Mention } from './mention.ts';
import { readAmount } from './mentions/amount.ts';
import type { Candidate, Source } from './mentions/candidate.ts';
import { CANDIDATE_RULES, isRejected } from './mentions/candidate-rules.ts';
import { compactExpression } from './mentions/compact-expression.ts';
import { readFraction, readSlashed, readWord } from './mentions/fraction.ts';
import { readMask } from './mentions/mask.ts';
import { readRank } from './mentions/rank.ts';
import { findExcluded, SPAN_RULES } from './mentions/span-rules.ts';
import { findTableCells } from './mentions/table-cells.ts';

export interface FindOptions {
  /**
   * The text is a single expression (三八折, 十成, 两毛) and not a report: spaces between characters do not count, and only
   * the rules that hold everywhere (dates, telephone numbers …) leave numbers out.
   *
   * @default {false}
   */
  readonly expressions?: boolean;
}

/** Characters that a number, a mask or a rank can start with. */
const START = '[0-9零〇○一二两三四五六七八九十百千万亿壹贰弍叁肆伍陆柒捌玖拾佰仟廿卅卌数几半对首第*•●＊×xX]';

/** Tried in this order at each start. */
const READERS = [readRank, readMask, readFraction, readWord, readSlashed, readAmount];

function readCandidate(source: Source, start: number, from: number): Candidate | null {
  for (const read of READERS) {
    const candidate = read(source, start, from);
    if (candidate !== null) return candidate;
  }
  return null;
}

/** Answers whether one of the spans, sorted by start, touches a stretch; stretches must be asked for in rising order. */
function coverage(spans: readonly Span[]): (start: number, end: number) => boolean {
  let next = 0;
  let open: Span[] = [];
  return (start, end) => {
    for (; next < spans.length && spans[next]!.start < end; next++) open.push(spans[next]!);
    open = open.filter((span) => span.end > start);
    return open.some((span) => span.start < end);
  };
}

function toMention(found: Mention): Mention {
  const { start, end, form, value, min, max, unit, approx, masked } = found;
  return { start, end, form, value, min, max, unit, approx, masked };
}

function find(source: Source, expressions: boolean): Mention[] {
  const { folded } = source;
  const holds = (rule: { readonly always?: true }): boolean => !expressions || rule.always === true;
  const cells = expressions ? [] : findTableCells(source);
  const covered = coverage(byStart([...findExcluded(folded, SPAN_RULES.filter(holds)), ...cells]));
  const rules = CANDIDATE_RULES.filter(holds);
  const mentions: Mention[] = [];
  const starts = new RegExp(START, 'gu');
  let from = 0;
  for (let match = starts.exec(folded); match !== null; match = starts.exec(folded)) {
    const candidate = readCandidate(source, match.index, from);
    if (candidate === null) continue;
    const named = candidate.form !== 'rank' && covered(candidate.numberStart, candidate.numberEnd);
    const rejected = named || isRejected(folded, candidate, rules);
    starts.lastIndex = rejected ? candidate.numberEnd : candidate.end;
    if (rejected) continue;
    mentions.push(toMention(candidate));
    from = candidate.end;
  }
  return byStart([...mentions, ...cells]);
}

function byStart<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/**
 * The amounts written in a text, in order and without overlap.
 *
 * @param folded `fold(text)`
 * @param text the clean text that positions point into
 */
export function findMentions(folded: string, text: string, options: FindOptions = {}): Mention[] {
  if (options.expressions !== true) return find({ folded, text }, false);
  const compact = compactExpression(folded, text);
  return find(compact, true).map((mention) => ({ ...mention, ...compact.toText(mention) }));
}
