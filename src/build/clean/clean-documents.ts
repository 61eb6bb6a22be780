import { fold } from '../../core/fold.ts';
import type { CleanDocument } from '../document.ts';
import type { SourceText } from '../read/source-text.ts';
import { applyRules } from './apply-rules.ts';
import { CHARACTER_RULES, LAYOUT_RULES } from './cleaning-rules.ts';

/**
 * Cleans all reports: text for reading with the edits that lead there from the source, and the spans that were damaged.
 *
 * @param sources all reports of the index: each helps to judge the damage of the others
 */
export function cleanDocuments(sources: readonly SourceText[]): CleanDocument[] {
  return sources.map(({ id, file, source }) => {
    const { edits, text } = applyRules({ source, edits: [], text: source }, [...CHARACTER_RULES, ...LAYOUT_RULES]);
    return { id, file, source, edits, text, folded: fold(text), garbled: [], repaired: [] };
  });
}
