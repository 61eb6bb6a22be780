import type { Edit } from '../../core/edit.ts';
import { applyEdits } from '../../core/offset-map.ts';
import type { CleaningRule } from './cleaning-rule.ts';
import { composeEdits } from './compose-edits.ts';

/** A source with the edits made so far and the text they leave. */
export interface EditedText {
  readonly source: string;
  readonly edits: readonly Edit[];
  readonly text: string;
}

/** The text after one more list of edits, given in positions of the text so far. */
export function edited(before: EditedText, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return before;
  return {
    source: before.source,
    edits: composeEdits({ first: before.edits, second: edits, between: before.text }),
    text: applyEdits(before.text, edits),
  };
}

/** Applies the rules in order, each to what the one before left. */
export function applyRules(before: EditedText, rules: readonly CleaningRule[]): EditedText {
  return rules.reduce((state, { name, find }) => {
    const edits = find(state.text).map((change) => ({ ...change, rule: name }));
    return edited(state, edits);
  }, before);
}
