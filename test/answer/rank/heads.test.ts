import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../../src/answer/corpus/corpus.ts';
import type { FigureWords } from '../../../src/answer/corpus/figure-context.ts';
import { matchView } from '../../../src/answer/match-view.ts';
import { parseQuery } from '../../../src/answer/query/parse-query.ts';
import { createQueryContext } from '../../../src/answer/query/query-context.ts';
import { headScore, modifierScore } from '../../../src/answer/rank/head.ts';
import { sumUp, weighConcepts } from '../../../src/answer/rank/weigh-concepts.ts';
import { createDivisions } from '../../../src/core/divisions.ts';
import { FIGURE_KINDS } from '../../../src/core/figure.ts';
import cases from '../../cases/heads.json' with { type: 'json' };
import { createInventedArtefact } from '../invented-artefact.ts';

interface Case {
  readonly asked: string;
  readonly property: string;
  readonly sentence?: string;
  readonly kind?: string;
  /** Another thing, one that answers less well than the thing itself, or the thing. */
  readonly verdict: string;
}

const CASES: readonly Case[] = cases;
const divisions = createDivisions();
const corpus = createCorpus(createInventedArtefact(), divisions);
const context = createQueryContext(corpus, { divisions, thisYear: 2023 });

function wordsOf(property: string, sentence: string): FigureWords {
  const none = {
    topic: '',
    clauseAfter: '',
    previousClause: '',
    partAfter: '',
    previousSentence: '',
    heading: '',
    title: '',
  };
  return { ...none, property, item: property, clause: property, part: property, sentence };
}

describe('sumUp()', () => {
  it.each(CASES)('tells $property from what $asked asks: $verdict', ({ asked, property, sentence, kind, verdict }) => {
    const [ask] = parseQuery(asked, { history: [], context }).asks;
    const wanted = sumUp(weighConcepts(ask!.concepts, corpus), ask!);
    const words = wordsOf(matchView(property), matchView(sentence ?? property));
    const figure = { raw: '12个', kind: FIGURE_KINDS.find((one) => one === kind) ?? 'actual' };
    const contrast = wanted.contrast(words);
    const score =
      contrast === null ? null : contrast + headScore({ figure, words }, wanted) + modifierScore({ words }, wanted);
    expect(score === null ? 'other' : score < 0 ? 'worse' : 'alike').toBe(verdict);
  });
});
