import type { Corpus } from '../corpus/corpus.ts';
import type { ChosenFigure, Selection } from './select-figures.ts';

const MAX_FIGURES = 8;

/** A list question gets the other figures of the same sentence as siblings: the list as the report gives it. */
export function widenList(selections: readonly Selection[], corpus: Corpus): Selection[] {
  const mains = selections.flatMap(({ groups }) => groups.map((group) => group[0]!));
  const held = new Set(mains.map(({ hit }) => hit.entry));
  const siblings: ChosenFigure[] = [];
  for (const { hit } of mains) {
    for (const entry of corpus.figures.inPassage(hit.entry.passage)) {
      const near = entry.sentence.start === hit.entry.sentence.start && !entry.figure.masked;
      if (!near || held.has(entry) || held.size >= MAX_FIGURES) continue;
      held.add(entry);
      siblings.push({ hit: { ...hit, entry }, role: 'sibling' });
    }
  }
  const last = selections.findLastIndex(({ groups }) => groups.length > 0);
  return selections.map((selection, index) => {
    const bare = selection.groups.map((group) => group.filter(({ role }) => role !== 'sibling'));
    return {
      ...selection,
      groups:
        index === last ? bare.map((group, at) => (at === bare.length - 1 ? [...group, ...siblings] : group)) : bare,
    };
  });
}
