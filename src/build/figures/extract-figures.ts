import type { Divisions } from '../../core/divisions.ts';
import type { Figure } from '../../core/figure.ts';
import { OffsetMap } from '../../core/offset-map.ts';
import { overlaps } from '../../core/span.ts';
import type { StructuredDocument } from '../document.ts';
import { bindMentions } from './bind-mentions.ts';
import { findMentions } from './find-mentions.ts';
import { withFullPunctuation } from './full-punctuation.ts';
import type { Mention } from './mention.ts';
import { readFigure } from './read-figure.ts';
import { splitSentences } from './sentence.ts';
import { createSurroundings } from './surroundings.ts';

/**
 * Every amount of a document with what it measures, where and when, in text order. Damaged spans yield none.
 *
 * @returns figures with spans and raw text of the source
 */
export function extractFigures(document: StructuredDocument, divisions: Divisions): Figure[] {
  const { text, garbled } = document;
  const folded = withFullPunctuation(document.folded);
  const mentions = findMentions(folded, text).filter((mention) => !garbled.some((span) => overlaps(span, mention)));
  return bindFigures(document, { mentions, divisions });
}

/** The figures of given amounts. */
export function bindFigures(given: StructuredDocument, { mentions, divisions }: GivenMentions): Figure[] {
  const folded = withFullPunctuation(given.folded);
  const document = { ...given, folded };
  const sentences = splitSentences(folded, mentions);
  const readings = bindMentions(folded, sentences, mentions);
  const surroundings = createSurroundings(document, divisions);
  const toSource = OffsetMap.of(document.edits).invert();
  return readings.map((reading) => readFigure(reading, { document, surroundings, toSource }));
}

export interface GivenMentions {
  readonly mentions: readonly Mention[];
  readonly divisions: Divisions;
}
