import type { Doubt } from '../../core/report.ts';
import type { Section } from '../../core/section.ts';
import type { Span } from '../../core/span.ts';
import type { CleanDocument } from '../document.ts';
import type { Line } from '../structure/lines.ts';

/** A value found in a text, with where it was found. Spans are positions in the clean text. */
export interface Detected<Value> {
  readonly value: Value;
  /** From 0 to 1: 0.9 and more where the text says it outright, below 0.5 where it is only likely. */
  readonly confidence: number;
  readonly evidence: readonly Span[];
}

/** A contradiction or gap, with how sure it is. */
export interface DetectedDoubt extends Doubt {
  readonly confidence: number;
}

/** What metadata is looked for in. */
export interface DetectionText {
  readonly clean: Pick<CleanDocument, 'id' | 'file' | 'text' | 'folded'>;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  /** Where the body begins; what stands before it is about the document. */
  readonly bodyStart: number;
}
