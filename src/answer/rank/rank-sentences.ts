import type { Corpus } from '../corpus/corpus.ts';
import type { Ask } from '../query/query.ts';
import { coverOf } from './cover.ts';
import { type Fit, fitOf } from './fit.ts';
import type { Wanted } from './weigh-concepts.ts';
import { WEIGHTS } from './weights.ts';

/** A sentence that may answer an ask, with how it was scored. */
export interface SentenceHit {
  /** Index into the corpus' sentences. */
  readonly sentence: number;
  readonly score: number;
  readonly coverage: number;
  /** Share of the things asked that the sentence or its heading holds. */
  readonly things: number;
  readonly head: number;
  readonly fit: Fit;
}

interface Scoring {
  readonly ask: Ask;
  readonly wanted: Wanted;
  readonly corpus: Corpus;
  readonly passageScore: number;
}

const HEADING = 0.6;
const NEIGHBOUR = 0.35;

/** Scores one sentence for an ask; null when place or time rule it out. */
export function scoreSentence(index: number, { ask, wanted, corpus, passageScore }: Scoring): SentenceHit | null {
  const sentence = corpus.sentences[index]!;
  const report = corpus.reports[sentence.report]!;
  const fit = fitOf({ region: report.region, period: sentence.period, report, text: sentence.folded }, ask);
  if (fit === null) return null;
  const before = corpus.sentences[index - 1];
  const neighbour = before?.passage === sentence.passage ? before.folded : '';
  const cover = coverOf(wanted, (matcher) => {
    const here = matcher(sentence.folded);
    if (here >= HEADING) return here;
    return Math.max(here, HEADING * matcher(sentence.heading), NEIGHBOUR * matcher(neighbour));
  });
  const wantsPlan = ask.kind === 'target';
  const plan = wantsPlan === sentence.plan ? 0 : wantsPlan ? -0.1 : -0.05;
  return {
    ...{ sentence: index, fit, ...cover },
    score: cover.coverage + fit.score + plan + passageScore * WEIGHTS.passage * 2,
  };
}
