import type { Block, Reply } from '../../core/block.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Query } from '../query/query.ts';
import type { ChosenPassage } from '../select/select-sentences.ts';
import { caveatsFor } from './caveats.ts';
import { createQuoteBook } from './quote-book.ts';
import { replyOf } from './reply.ts';

/** The answer to what, who and which: the passages themselves. */
export function composePassages(
  corpus: Corpus,
  { query, passages }: { query: Query; passages: readonly ChosenPassage[] },
): Reply {
  const book = createQuoteBook(corpus);
  for (const passage of passages) book.addPassage(passage.report, passage);
  const asked = query.asks[0]?.period?.label ?? null;
  const reservations = passages.map(({ report, hit }) => ({ report, fit: hit.fit, asked }));
  const caveats = caveatsFor(corpus, { query, reservations });
  const blocks: Block[] = [{ type: 'headline', text: '报告原文：' }, ...book.blocks(), ...caveats.blocks];
  return replyOf({ type: 'answer', reason: null, figures: [], quotes: book.quotes() }, { blocks, echo: caveats.echo });
}
