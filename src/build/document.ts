import type { Edit } from '../core/edit.ts';
import type { Report } from '../core/report.ts';
import type { Section } from '../core/section.ts';
import type { Span } from '../core/span.ts';

/** A report's text as decoded, with what cleaning found. Everything but `source` and `edits` is in clean-text positions. */
export interface CleanDocument {
  readonly id: string;
  /** File name as found, for error messages and for titles that the text lacks. */
  readonly file: string;
  /** Decoded or extracted text: what all published spans point into. */
  readonly source: string;
  /** Edits from source to clean text. */
  readonly edits: readonly Edit[];
  /** Text for reading: traditional script and full-width forms kept. */
  readonly text: string;
  /** `fold(text)`: same length, what matching works on. */
  readonly folded: string;
  /** Damaged text that could not be restored: never quoted, no figures. */
  readonly garbled: readonly Span[];
  /** Damaged text that was restored: quoted with a mark. */
  readonly repaired: readonly Span[];
}

/** A clean document whose structure and subject are known. Section spans and doubt evidence are in clean-text positions here. */
export interface StructuredDocument extends CleanDocument {
  readonly report: Report;
  readonly sections: readonly Section[];
}
