import type { Answer } from '../../core/answer.ts';
import type { Mention } from '../../core/block.ts';
import { formatPeriod } from '../corpus/period.ts';
import { showRaw } from './show-figure.ts';

/** The stored text that a mention must be, or null when the answer holds none at its index. */
export function mentionText(
  { part, index }: Pick<Mention, 'part' | 'index'>,
  { figures, quotes }: Pick<Answer, 'figures' | 'quotes'>,
): string | null {
  if (part === 'quote') {
    const quote = quotes[index];
    return quote === undefined ? null : `“${quote.display}”`;
  }
  const figure = figures[index];
  if (figure === undefined) return null;
  if (part === 'raw') return showRaw(figure.raw);
  if (part === 'property') return figure.property;
  if (part === 'region') return figure.region;
  return figure.period === null ? null : formatPeriod(figure.period);
}
