import { describe, expect, it } from 'vitest';
import { checkScorecard, staleSets } from '../../../src/cli/eval/check-scorecard.ts';
import type { SetScores } from '../../../src/cli/eval/scorecard.ts';

type Measures = Readonly<Record<'right' | 'verbatim' | 'grounded', number>>;

/** A set of 200 trials of each measure, with so many hits. */
function makeSet(hits: Partial<Measures>, name = 'dev'): SetScores {
  const all: Measures = { right: 180, verbatim: 200, grounded: 200, ...hits };
  const score = (count: number) => ({ percent: count / 2, low: 0, high: 100, hits: count, trials: 200 });
  return {
    name,
    index: { version: 'v', reports: 1, passages: 1, figures: 1 },
    questions: 200,
    measures: { right: score(all.right), verbatim: score(all.verbatim), grounded: score(all.grounded) },
    categories: {},
  };
}

describe('checkScorecard()', () => {
  const committed = { sets: [makeSet({})] };

  it.each([
    ['the same scores', {}],
    ['2 points less', { right: 176 }],
    ['more', { right: 200 }],
  ])('keeps the gates at %s', (_, hits) => {
    expect(checkScorecard({ sets: [makeSet(hits)] }, committed)).toEqual([]);
  });

  it.each([
    ['right', { right: 175 }],
    ['verbatim', { verbatim: 199 }],
    ['grounded', { grounded: 199 }],
  ])('breaks the gate of %s', (measure, hits) => {
    expect(checkScorecard({ sets: [makeSet(hits)] }, committed)).toEqual([expect.stringContaining(measure)]);
  });

  it('names a set that only one of the two holds', () => {
    expect(checkScorecard({ sets: [makeSet({}, 'new')] }, committed)).toEqual([
      expect.stringMatching(/^new: /u),
      expect.stringMatching(/^dev: /u),
    ]);
  });
});

describe('staleSets()', () => {
  it('names the sets scored on another index or other questions', () => {
    const set = makeSet({});
    const other = { ...makeSet({}, 'moved'), index: { ...set.index, version: 'w' } };
    const longer = { ...makeSet({}, 'longer'), questions: 201 };
    const committed = { sets: [set, makeSet({}, 'moved'), makeSet({}, 'longer')] };
    expect(staleSets({ sets: [set, other, longer] }, committed)).toEqual(['moved', 'longer']);
  });
});
