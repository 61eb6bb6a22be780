import type { Block, Reply } from '../../core/block.ts';
import { differenceText } from '../compose/difference.ts';
import { createQuoteBook } from '../compose/quote-book.ts';
import { replyOf } from '../compose/reply.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { DigestItem } from './digest-item.ts';
import { doubtBlocks, enterFigures, figureBlocks, type ShownFigure, sharedCell } from './figure-blocks.ts';

/** An item as it is sent, before its gates. */
export function composeItem(corpus: Corpus, item: DigestItem): Reply {
  const book = createQuoteBook(corpus);
  const shown = enterFigures(book, item.figures);
  const figures = shown.map(({ index }) => index);
  const cell = sharedCell(corpus, shown);
  const property = sharedProperty(shown);
  const blocks: Block[] = [
    { type: 'headline', text: headline(item, { cell, property }), figures },
    ...figureBlocks(corpus, { book, shown, line: { cell: cell === null, property: property === null } }),
    ...differenceBlocks(item, shown),
    ...doubtBlocks(corpus, item.figures),
  ];
  const answer = { type: 'answer' as const, reason: null, figures: book.figures(), quotes: book.quotes() };
  return replyOf(answer, { blocks, echo: [] });
}

/** The property that all figures share, or null. */
function sharedProperty(shown: readonly ShownFigure[]): string | null {
  const properties = new Set(shown.map(({ figure }) => figure.property));
  const [property] = properties;
  return properties.size === 1 && property !== undefined ? property : null;
}

function headline(
  { kind, topics }: DigestItem,
  { cell, property }: { cell: string | null; property: string | null },
): string {
  const title = kind === 'comparison' ? '对比' : '今日话题';
  return [title, property ?? topics[0] ?? '', ...(cell?.split(' ') ?? [])].filter((part) => part !== '').join(' · ');
}

function differenceBlocks({ kind }: DigestItem, shown: readonly ShownFigure[]): readonly Block[] {
  const [a, b] = shown;
  if (kind !== 'comparison' || a === undefined || b === undefined) return [];
  const text = differenceText(a.figure, b.figure);
  return text === null ? [] : [{ type: 'line', text, figures: [a.index, b.index] }];
}
