import { COUNTRY, type Divisions } from '../../core/divisions.ts';
import type { SearchBackend } from '../../core/search-backend.ts';
import type { Segmenter } from '../../core/segmenter.ts';
import type { Tokenizer } from '../../core/tokenizer.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Ask } from '../query/query.ts';
import { type FigureHit, scoreFigure } from './rank-figures.ts';
import { type SentenceHit, scoreSentence } from './rank-sentences.ts';
import { sumUp, type WeighedConcept, weighConcepts } from './weigh-concepts.ts';
import type { Thresholds } from './weights.ts';

/** Passages looked at for one ask. */
const PASSAGES = 60;
/** The passage after one of the best may tell of what that one names: 经营主体稳步增长。总量达…… */
const PASSAGES_FOLLOWED = 12;
/** Synonyms this near are searched for too. */
const SEARCHED_STRENGTH = 0.9;

/** What finding needs. Made once. */
export interface Retrieval {
  readonly corpus: Corpus;
  readonly backend: SearchBackend;
  readonly tokenize: Tokenizer;
  readonly segmenter: Segmenter;
  readonly divisions: Divisions;
  readonly thresholds: Thresholds;
}

/** Everything found for an ask, best first. */
export interface Findings {
  readonly ask: Ask;
  readonly concepts: readonly WeighedConcept[];
  readonly figures: readonly FigureHit[];
  readonly sentences: readonly SentenceHit[];
  /** What a hit must reach to answer. */
  readonly thresholds: Thresholds;
}

/** Reports that may answer: those about the place asked or that name it, or all where none is asked, or none is about it. */
function admittedReports({ corpus }: Retrieval, ask: Ask): readonly string[] | undefined {
  const { region } = ask;
  if (region === null || region.held !== 'report') return undefined;
  const others = new Set<number>();
  for (const figure of corpus.figures) if (figure.region === region.short) others.add(figure.report);
  return corpus.reports
    .filter(
      ({ region: own, index, folded }) =>
        own === region.short || others.has(index) || (region.short !== COUNTRY.short && folded.includes(region.short)),
    )
    .map(({ report }) => report.id);
}

/** Passages for an ask with a score from 1 down to 0 by rank. */
function searchPassages(retrieval: Retrieval, ask: Ask): ReadonlyMap<number, number> {
  const words = ask.concepts.flatMap(({ asked, alternatives }) => [
    asked,
    ...alternatives
      .filter(({ strength, text }) => strength >= SEARCHED_STRENGTH && text !== asked)
      .map(({ text }) => text),
  ]);
  const place = ask.region?.held === 'mention' ? [ask.region.short] : [];
  const terms = retrieval.tokenize([...words, ...place].join(' '));
  const reports = admittedReports(retrieval, ask);
  const hits =
    terms.length === 0
      ? []
      : retrieval.backend.search({ terms, limit: PASSAGES, ...(reports === undefined ? {} : { reports }) });
  const scores = new Map(hits.map((hit, index) => [hit.passage, 1 - index / PASSAGES]));
  for (const hit of hits.slice(0, PASSAGES_FOLLOWED)) {
    const [here, next] = [
      retrieval.corpus.library.passages[hit.passage],
      retrieval.corpus.library.passages[hit.passage + 1],
    ];
    const follows =
      here !== undefined && next !== undefined && here.report === next.report && here.section === next.section;
    if (follows && !scores.has(hit.passage + 1)) scores.set(hit.passage + 1, 0);
  }
  return scores;
}

function byScore(a: { readonly score: number }, b: { readonly score: number }): number {
  return b.score - a.score;
}

/** Finds and ranks the figures and sentences for an ask. */
export function findFor(ask: Ask, retrieval: Retrieval): Findings {
  const { corpus } = retrieval;
  const concepts = weighConcepts(ask.concepts, corpus);
  const wanted = sumUp(concepts);
  const figures: FigureHit[] = [];
  const sentences: SentenceHit[] = [];
  for (const [passage, passageScore] of searchPassages(retrieval, ask)) {
    for (const index of corpus.figuresByPassage.get(passage) ?? []) {
      const hit = scoreFigure(corpus.figures[index]!, { ask, wanted, corpus, passageScore });
      if (hit !== null) figures.push(hit);
    }
    for (const index of corpus.sentencesByPassage.get(passage) ?? []) {
      const hit = scoreSentence(index, { ask, wanted, corpus, passageScore });
      if (hit !== null) sentences.push(hit);
    }
  }
  return {
    ...{ ask, concepts, thresholds: retrieval.thresholds },
    figures: figures.sort(byScore),
    sentences: sentences.sort(byScore),
  };
}
