import { OffsetMap } from '../../core/offset-map.ts';
import type { Passage } from '../../core/passage.ts';
import type { Report } from '../../core/report.ts';
import type { Section } from '../../core/section.ts';
import type { Span } from '../../core/span.ts';
import type { StructuredDocument } from '../document.ts';

/** What the artefact says of one document, all spans in source positions. */
export interface SourcePositions {
  readonly report: Report;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly garbled: readonly Span[];
  readonly repaired: readonly Span[];
}

/**
 * A document with the spans of its parts moved from the clean text to the source.
 *
 * @param passages of the document, in clean-text positions
 */
export function toSourcePositions(document: StructuredDocument, passages: readonly Passage[]): SourcePositions {
  const toSource = OffsetMap.of(document.edits).invert();
  const moved = <Part extends Span>(parts: readonly Part[]): Part[] =>
    parts.map((part) => ({ ...part, ...toSource.mapSpan(part) }));
  const doubts = document.report.doubts.map((doubt) => ({ ...doubt, evidence: moved(doubt.evidence) }));
  return {
    report: { ...document.report, doubts },
    sections: moved(document.sections),
    passages: moved(passages),
    garbled: moved(document.garbled),
    repaired: moved(document.repaired),
  };
}
