import type { Ask } from '../query/query.ts';
import type { FigureHit } from '../rank/rank-figures.ts';
import type { SentenceHit } from '../rank/rank-sentences.ts';
import { THRESHOLDS } from '../rank/weights.ts';

/** Whether the words around a figure hold enough of what was asked. */
export function acceptsFigure({ things, head }: FigureHit): boolean {
  return things >= THRESHOLDS.figure && head >= THRESHOLDS.head;
}

/** Whether a sentence holds enough of what was asked. */
export function acceptsSentence({ things, head }: SentenceHit, { region }: Ask): boolean {
  if (region?.held === 'mention') return things >= THRESHOLDS.sentenceOfPlace;
  return things >= THRESHOLDS.sentence && head >= THRESHOLDS.head;
}
