import type { Quote } from '../../core/answer.ts';
import type { Artefact } from '../../core/artefact.ts';
import type { Figure } from '../../core/figure.ts';
import type { Span } from '../../core/span.ts';
import { oneParagraph } from './make-quote.ts';

/** Where a figure stands in what is displayed of its quote; null when cleaning has changed it there. */
export function boldSpan(
  { cleanText }: Pick<Artefact, 'cleanText'>,
  { quote, figure }: { quote: Quote; figure: Figure },
): Span | null {
  const text = cleanText(quote.report);
  const shown = oneParagraph(text.display(figure)).trim();
  const start = oneParagraph(text.display({ start: quote.start, end: figure.start })).trimStart().length;
  return quote.display.startsWith(shown, start) ? { start, end: start + shown.length } : null;
}
