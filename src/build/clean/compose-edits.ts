import type { Edit } from '../../core/edit.ts';
import { applyEdits, OffsetMap } from '../../core/offset-map.ts';
import { overlapGroups } from '../../core/overlap-groups.ts';

/** Two lists of edits, none of them empty of effect, that follow each other: `second` is in positions of the text that `first` left. */
export interface EditSequence {
  readonly first: readonly Edit[];
  readonly second: readonly Edit[];
  /** The text between them. */
  readonly between: string;
}

/** One list of edits that does what the two do in sequence. Edits that overlap become one, under the names of both rules. */
export function composeEdits({ first, second, between }: EditSequence): Edit[] {
  if (first.length === 0) return [...second];
  if (second.length === 0) return [...first];
  const text = applyEdits(between, second);
  const [before, after] = [OffsetMap.of(first), OffsetMap.of(second)];
  const groups = overlapGroups(
    before.ranges.map(({ to }) => to),
    second,
  );
  let [i, j] = [0, 0];
  return before.compose(after).ranges.map(({ from, to }, index) => {
    const { firstCount, secondCount } = groups[index]!;
    const rules = [...first.slice(i, firstCount), ...second.slice(j, secondCount)].flatMap(({ rule }) =>
      rule.split('+'),
    );
    [i, j] = [firstCount, secondCount];
    return {
      start: from.start,
      end: from.end,
      text: text.slice(to.start, to.end),
      rule: [...new Set(rules)].join('+'),
    };
  });
}
