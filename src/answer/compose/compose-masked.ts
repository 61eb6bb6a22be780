import type { Block, Reply } from '../../core/block.ts';
import type { Span } from '../../core/span.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Query } from '../query/query.ts';
import type { Fit } from '../rank/fit.ts';
import { caveatsFor } from './caveats.ts';
import { createQuoteBook } from './quote-book.ts';
import { replyOf } from './reply.ts';

/** A place where the source hides what was asked. Span in clean positions. */
export interface MaskedPlace extends Span {
  readonly report: number;
  readonly fit: Fit;
  /** The hidden amount as written, empty when it is not an amount. */
  readonly raw: string;
}

/** The one sentence of a masked reply; `raw` is the hidden amount as written, or empty. */
export function maskedText(raw: string): string {
  return `原文隐去了这个数字${raw === '' ? '' : `（${raw.replace(/\s+/gu, '')}）`}。`;
}

/** Says that the source hides the number, and quotes it. */
export function composeMasked(corpus: Corpus, { query, masked }: { query: Query; masked: MaskedPlace }): Reply {
  const book = createQuoteBook(corpus);
  book.addPassage(masked.report, masked);
  const asked = query.asks[0]?.period?.label ?? null;
  const caveats = caveatsFor(corpus, { query, reservations: [{ report: masked.report, fit: masked.fit, asked }] });
  const blocks: Block[] = [{ type: 'headline', text: maskedText(masked.raw) }, ...book.blocks(), ...caveats.blocks];
  return replyOf({ type: 'masked', reason: null, figures: [], quotes: book.quotes() }, { blocks, echo: caveats.echo });
}
