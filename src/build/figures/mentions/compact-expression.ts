import type { Span } from '../../../core/span.ts';
import type { Source } from './candidate.ts';

/** A source without inner spaces that knows where its characters stood. */
export interface CompactSource extends Source {
  readonly toText: (span: Span) => Span;
}

const SPACE = /\s/u;
const LATIN = /[0-9A-Za-z.]/u;

/** Drops the spaces of 一 百 五 十 个 百 分 点; those between digits or letters stay, as they part two numbers. */
export function compactExpression(folded: string, text: string): CompactSource {
  const kept: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (!SPACE.test(folded[at]!)) kept.push(at);
    else if (LATIN.test(folded[at - 1] ?? '') && LATIN.test(folded[at + 1] ?? '')) kept.push(at);
  }
  const pick = (from: string): string => kept.map((at) => from[at]).join('');
  return {
    folded: pick(folded),
    text: pick(text),
    toText: (span) => ({ start: kept[span.start] ?? 0, end: (kept[span.end - 1] ?? -1) + 1 }),
  };
}
