import type { Passage } from '../core/passage.ts';
import type { Section } from '../core/section.ts';
import type { Tokenizer } from '../core/tokenizer.ts';
import type { StructuredDocument } from './document.ts';

/** What a passage is found by. */
export interface PassageTerms {
  /** The terms of its own words. */
  readonly own: readonly string[];
  /** The terms of its report's title and of the headings above it. */
  readonly context: readonly string[];
  /** Title, headings and the passage in simplified script, for embedders that take text. */
  readonly text: string;
}

/**
 * The terms of a passage. A sentence seldom repeats the place, the year and the subject that stand above it, so the text index
 * holds both.
 *
 * Measured as mean reciprocal rank of BM25 over all reports, questions about 5 reports and about 8 others: own terms alone
 * 77 57, with headings 76 58, with title and headings 78 61. The embedding is the better without (68 34 against 63 34).
 *
 * @param passage of the document, in clean-text positions
 */
export function readPassageTerms(
  passage: Passage,
  { document, tokenize }: { readonly document: StructuredDocument; readonly tokenize: Tokenizer },
): PassageTerms {
  const above = [document.report.title, ...headingPath(document.sections, passage.section)];
  return {
    own: tokenize(document.folded.slice(passage.start, passage.end)),
    context: above.flatMap(tokenize),
    text: [...above, document.folded.slice(passage.start, passage.end)].filter((part) => part !== '').join('\n'),
  };
}

/** Headings above and including a section's, outermost first. */
function headingPath(sections: readonly Section[], section: number): string[] {
  const headings: string[] = [];
  for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null) {
    headings.unshift(sections[at]?.heading ?? '');
  }
  return headings;
}
