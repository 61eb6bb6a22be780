import type { CorpusFigure } from '../corpus/corpus-figure.ts';

/** Figures of one section or one property that belong together, or two of a kind to compare. */
export type DigestItemKind = 'topic' | 'comparison';

/** Something a digest can show once. */
export interface DigestItem {
  /** The same as long as its figures stand where they stand. */
  readonly key: string;
  readonly kind: DigestItemKind;
  /** In the order shown. */
  readonly figures: readonly CorpusFigure[];
  /** Names, the best first; empty when no topic fits. */
  readonly topics: readonly string[];
}
