import { noDifference } from '../compose/difference.ts';
import { createQuoteBook } from '../compose/quote-book.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import type { DigestItem } from './digest-item.ts';
import { figureKey, topicsOfFigures } from './telling-figures.ts';

/** Pairs of one series at most, so that one long series does not fill all days. */
const PAIRS = 6;

/** The pairs of each series between which a difference can be computed and is not nothing. */
export function listComparisonItems(
  corpus: Corpus,
  series: readonly (readonly CorpusFigure[])[],
): readonly DigestItem[] {
  return series.flatMap((figures) => {
    const pairs = figures.flatMap((first, i) => figures.slice(i + 1).map((second) => [first, second] as const));
    return pairs
      .filter((pair) => isWorthKnowing(corpus, pair))
      .slice(0, PAIRS)
      .map((pair) => ({
        key: `c:${pair.map(figureKey).join('+')}`,
        kind: 'comparison' as const,
        figures: pair,
        topics: topicsOfFigures(pair),
      }));
  });
}

function isWorthKnowing(corpus: Corpus, [first, second]: readonly [CorpusFigure, CorpusFigure]): boolean {
  if (first.figure.value === second.figure.value) return false;
  const book = createQuoteBook(corpus);
  for (const figure of [first, second]) book.addFigure(figure);
  const [a, b] = book.figures();
  return a !== undefined && b !== undefined && noDifference(a, b) === null;
}
