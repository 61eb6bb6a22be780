import type { Embedding } from '../../core/artefact.ts';
import type { Figure } from '../../core/figure.ts';
import type { Passage } from '../../core/passage.ts';
import type { SavedDatabase } from '../../core/passage-database.ts';
import type { StructuredDocument } from '../document.ts';

/** A document with what was made of it. */
export interface IndexedDocument {
  readonly document: StructuredDocument;
  /** In clean-text positions; `section` is an index into the document's sections. */
  readonly passages: readonly Passage[];
  /** In source positions. */
  readonly figures: readonly Figure[];
}

/** All that the artefact is written from. */
export interface IndexContent {
  readonly documents: readonly IndexedDocument[];
  readonly vocabulary: string;
  readonly orama: SavedDatabase;
  readonly embedder: string;
  readonly embedding: Embedding;
  /** Different terms in the index. */
  readonly terms: number;
}
