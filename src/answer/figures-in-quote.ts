import type { Quote } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';
import { contains } from '../core/span.ts';
import type { GateLibrary } from './check-reply.ts';

/**
 * The figures that stand inside a quote. Found by halving, for a large library holds many: they are in the order of the
 * reports, then of the text. Were they not, figures would be missed, and a gate that misses one refuses.
 */
export function figuresInQuote(quote: Quote, { reports, figures }: Pick<GateLibrary, 'reports' | 'figures'>): Figure[] {
  const numbers = new Map(reports.map(({ id }, number) => [id, number]));
  const own = numbers.get(quote.report) ?? -1;
  const isBefore = ({ report, start }: Figure): boolean => {
    const number = numbers.get(report) ?? -1;
    return number === own ? start < quote.start : number < own;
  };
  let [from, to] = [0, figures.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(figures[middle]!)) from = middle + 1;
    else to = middle;
  }
  const inside: Figure[] = [];
  for (let at = from; figures[at]?.report === quote.report && figures[at]!.start < quote.end; at++) {
    if (contains(quote, figures[at]!)) inside.push(figures[at]!);
  }
  return inside;
}
