import type { Edit } from '../../core/edit.ts';
import { applyEdits } from '../../core/offset-map.ts';
import type { CleaningRule, Page } from './cleaning-rule.ts';
import { composeEdits } from './compose-edits.ts';
import { linesOf, type TextLine } from './text-line.ts';

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
  let state = before;
  let page = pageOf(state.text);
  for (const { name, find } of rules) {
    const edits = find(page).map((change) => ({ ...change, rule: name }));
    if (edits.length === 0) continue;
    state = edited(state, edits);
    page = pageOf(state.text);
  }
  return state;
}

function pageOf(text: string): Page {
  let lines: readonly TextLine[] | null = null;
  return {
    text,
    lines: () => {
      lines ??= linesOf(text);
      return lines;
    },
  };
}
