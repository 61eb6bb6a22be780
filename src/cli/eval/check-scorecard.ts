import { percent } from './score.ts';
import type { Scorecard, SetScores } from './scorecard.ts';

/** Every quote and every figure, always. */
const COMPLETE = ['verbatim', 'grounded'] as const;
/** Points in percent that `right` may fall. */
const TOLERANCE = 2;

type Sets = Pick<Scorecard, 'sets'>;

function checkSet(found: SetScores, committed: SetScores | undefined): string[] {
  const broken = COMPLETE.flatMap((measure) => {
    const score = found.measures[measure];
    return score === undefined || score.hits === score.trials
      ? []
      : [`${found.name}: ${measure} 必须是 100 %，现为 ${score.hits}/${score.trials}`];
  });
  const [now, before] = [found.measures.right, committed?.measures.right];
  if (now === undefined || before === undefined)
    return [...broken, `${found.name}: 成绩单里没有这一套，请运行 npm run eval`];
  const fell = percent(before) - percent(now);
  if (fell > TOLERANCE) broken.push(`${found.name}: right 比成绩单低 ${fell.toFixed(1)} 个百分点，最多 ${TOLERANCE}`);
  return broken;
}

/** The hard gates that new scores break against the committed scorecard, in words. Empty: none. */
export function checkScorecard(found: Sets, committed: Sets): string[] {
  const gone = committed.sets.filter(({ name }) => !found.sets.some((set) => set.name === name));
  return [
    ...found.sets.flatMap((set) =>
      checkSet(
        set,
        committed.sets.find(({ name }) => name === set.name),
      ),
    ),
    ...gone.map(({ name }) => `${name}: 成绩单里有这一套，却没有题目`),
  ];
}

/** The sets whose committed scores are of another index or of other questions: no gate, but the scores are out of date. */
export function staleSets(found: Sets, committed: Sets): string[] {
  return found.sets
    .filter((set) => {
      const before = committed.sets.find(({ name }) => name === set.name);
      return before?.index.version !== set.index.version || before.questions !== set.questions;
    })
    .map(({ name }) => name);
}
