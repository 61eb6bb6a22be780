import type { Artefact } from '../../core/artefact.ts';
import type { Figure } from '../../core/figure.ts';
import { contains, type Span } from '../../core/span.ts';
import { SENTENCE_END, splitSpan } from '../corpus/text-bounds.ts';
import { matchView } from '../match-view.ts';
import { chooseSpan } from './choose-span.ts';

type Library = Pick<Artefact, 'passages' | 'cleanText'>;

/** The span that an answer with a figure quotes, in source positions; the figure's own where it is in no sentence. */
export function quoteAround({ passages, cleanText }: Library, figure: Pick<Figure, 'report' | 'start' | 'end'>): Span {
  const { report, start, end } = figure;
  const clean = cleanText(report);
  const text = { folded: matchView(clean.text), toSource: clean.map.invert() };
  const at = clean.map.mapSpan(figure);
  const sentence = passages
    .filter((passage) => passage.report === report && contains(passage, figure))
    .flatMap((passage) => splitSpan(text.folded, clean.map.mapSpan(passage), SENTENCE_END))
    .find((span) => contains(span, at));
  if (sentence === undefined) return { start, end };
  const span = text.toSource.mapSpan(chooseSpan(text, { at, sentence }));
  return { start: Math.min(span.start, start), end: Math.max(span.end, end) };
}
