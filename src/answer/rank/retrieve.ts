import type { Divisions } from '../../core/divisions.ts';
import { COUNTRY } from '../../core/place-names.ts';
import type { SearchBackend } from '../../core/search-backend.ts';
import type { Segmenter } from '../../core/segmenter.ts';
import type { Tokenizer } from '../../core/tokenizer.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Ask } from '../query/query.ts';
import { createFigureScorer, type FigureHit } from './rank-figures.ts';
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
  /** Those that hold enough of what was asked. */
  readonly figures: readonly FigureHit[];
  /** Ranked when first asked for: most questions are answered by figures. */
  sentences(): readonly SentenceHit[];
  /** What a hit must reach to answer. */
  readonly thresholds: Thresholds;
}

/** Reports that may answer: those about the place asked or that name it, or all where none is asked, or none is about it. */
function admittedReports({ corpus }: Retrieval, ask: Ask): readonly string[] | undefined {
  const { region } = ask;
  if (region === null || region.held !== 'report') return undefined;
  return corpus.reports
    .filter(
      (report) =>
        report.region === region.short ||
        corpus.figures.isAbout(report, region.short) ||
        (region.short !== COUNTRY.short && report.folded.includes(region.short)),
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

/** What of a passage may answer, and what makes a hit of it. */
interface Ranking<Item, Hit> {
  readonly itemsIn: (passage: number) => readonly Item[];
  readonly score: (item: Item, passageScore: number) => Hit | null;
}

/** The hits in the passages found, best first. */
function rank<Item, Hit extends { readonly score: number }>(
  passages: ReadonlyMap<number, number>,
  { itemsIn, score }: Ranking<Item, Hit>,
): Hit[] {
  const hits: Hit[] = [];
  for (const [passage, passageScore] of passages) {
    for (const item of itemsIn(passage)) {
      const hit = score(item, passageScore);
      if (hit !== null) hits.push(hit);
    }
  }
  return hits.sort(byScore);
}

/** Finds and ranks the figures and sentences for an ask. */
export function findFor(ask: Ask, retrieval: Retrieval): Findings {
  const { corpus, thresholds } = retrieval;
  const concepts = weighConcepts(ask.concepts, corpus);
  const wanted = sumUp(concepts, ask);
  const passages = searchPassages(retrieval, ask);
  const scoreFigure = createFigureScorer({ ask, wanted, corpus, thresholds });
  let sentences: readonly SentenceHit[] | null = null;
  return {
    ...{ ask, concepts, thresholds },
    figures: rank(passages, { itemsIn: corpus.figures.inPassage, score: scoreFigure }),
    sentences() {
      sentences ??= rank(passages, {
        itemsIn: (passage) => corpus.sentencesByPassage.get(passage) ?? [],
        score: (index, passageScore) => scoreSentence(index, { ask, wanted, corpus, passageScore }),
      });
      return sentences;
    },
  };
}
