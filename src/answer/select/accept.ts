import type { Ask } from '../query/query.ts';
import type { FigureHit } from '../rank/rank-figures.ts';
import type { SentenceHit } from '../rank/rank-sentences.ts';
import type { Thresholds } from '../rank/weights.ts';

/** Whether the words around a figure hold enough of what was asked. */
export function acceptsFigure({ things, head, score }: FigureHit, thresholds: Thresholds): boolean {
  return things >= thresholds.figure && head >= thresholds.head && score >= thresholds.score;
}

/** Whether a sentence holds enough of what was asked. */
export function acceptsSentence(
  { things, head }: SentenceHit,
  { ask: { region }, thresholds }: { ask: Ask; thresholds: Thresholds },
): boolean {
  if (region?.held === 'mention') return things >= thresholds.sentenceOfPlace;
  return things >= thresholds.sentence && head >= thresholds.head;
}
