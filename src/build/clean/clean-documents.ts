import type { Edit } from '../../core/edit.ts';
import { fold } from '../../core/fold.ts';
import { OffsetMap } from '../../core/offset-map.ts';
import type { CleanDocument } from '../document.ts';
import type { SourceText } from '../read/source-text.ts';
import { applyRules, type EditedText, edited } from './apply-rules.ts';
import { CHARACTER_RULES, LAYOUT_RULES } from './cleaning-rules.ts';
import { MARKDOWN_RULES } from './markdown-rules.ts';
import { createCommonCharacters } from './mojibake/common-characters.ts';
import { findGarbled } from './mojibake/find-garbled.ts';
import { createRepairer } from './mojibake/repair-damage.ts';

/** Name of the edits that restore damaged text; they stand beside those of the rules. */
const REPAIR = 'mojibake';
const MARKDOWN = /\.md$/iu;

/**
 * Cleans all reports: text for reading with the edits that lead there from the source, and the spans that were damaged.
 *
 * @param sources all reports of the index: each helps to judge the damage of the others
 */
export function cleanDocuments(sources: readonly SourceText[]): CleanDocument[] {
  const isCommon = createCommonCharacters();
  const states = sources.map(({ file, source }) => {
    const rules = MARKDOWN.test(file) ? [...CHARACTER_RULES, ...MARKDOWN_RULES] : CHARACTER_RULES;
    return applyRules({ source, edits: [], text: source }, rules);
  });
  const repairDamage = createRepairer(
    states.map(({ text }) => text),
    isCommon,
  );
  return sources.map(({ id, file }, i) => {
    const state = states[i]!;
    const { changes, restored, lost } = repairDamage(state);
    const repairs = changes.map((change): Edit => ({ ...change, rule: REPAIR }));
    const after = OffsetMap.of(repairs);
    const repaired = edited(state, repairs);
    const garbled = findGarbled(repaired.text, { lost: lost.map((span) => after.mapSpan(span)), isCommon });
    return { id, file, ...laidOut(repaired, { garbled, repaired: restored.map((span) => after.mapSpan(span)) }) };
  });
}

type Damage = Pick<CleanDocument, 'garbled' | 'repaired'>;

/** Removes furniture and joins lines; damage is found before that, and its spans move along. */
function laidOut(state: EditedText, { garbled, repaired }: Damage): Omit<CleanDocument, 'id' | 'file'> {
  const layout = applyRules({ source: state.text, edits: [], text: state.text }, LAYOUT_RULES);
  const map = OffsetMap.of(layout.edits);
  const { source, edits, text } = edited(state, layout.edits);
  return {
    source,
    edits,
    text,
    folded: fold(text),
    garbled: garbled.map((span) => map.mapSpan(span)),
    repaired: repaired.map((span) => map.mapSpan(span)),
  };
}
