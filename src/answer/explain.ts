import type { Query } from './query/query.ts';
import { findFor, type Retrieval } from './rank/retrieve.ts';
import type { Thresholds } from './rank/weights.ts';

/** One line of a ranking. */
export interface ExplainedHit {
  readonly report: string;
  readonly text: string;
  readonly score: number;
  readonly coverage: number;
  readonly things: number;
  readonly head: number;
}

/** How a question was read and what was found, best first. */
export interface Explanation {
  readonly query: Query;
  readonly asks: readonly {
    readonly concepts: readonly { asked: string; weight: number; known: boolean }[];
    readonly figures: readonly ExplainedHit[];
    readonly sentences: readonly ExplainedHit[];
  }[];
}

const SHOWN = 8;
/** What does not answer is shown too. */
const NO_THRESHOLDS: Thresholds = { figure: 0, score: 0, sentence: 0, sentenceOfPlace: 0, head: 0 };

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Runs the search for a query and tells what it found. */
export function explainQuery(query: Query, retrieval: Retrieval): Explanation {
  const { corpus } = retrieval;
  const asks = query.asks.map((ask) => {
    const found = findFor(ask, { ...retrieval, thresholds: NO_THRESHOLDS });
    const measure = (hit: { score: number; coverage: number; things: number; head: number }) => ({
      ...{ score: round(hit.score), coverage: round(hit.coverage), things: round(hit.things), head: round(hit.head) },
    });
    return {
      concepts: found.concepts.map(({ concept, weight, known }) => ({
        asked: concept.asked,
        weight: round(weight),
        known,
      })),
      figures: found.figures.slice(0, SHOWN).map((hit) => ({
        ...measure(hit),
        report: corpus.reports[hit.entry.report]!.report.id,
        text: `${hit.entry.figure.raw}（${hit.entry.figure.property}，${hit.entry.figure.kind}）`,
      })),
      sentences: found
        .sentences()
        .slice(0, SHOWN)
        .map((hit) => ({
          ...measure(hit),
          report: corpus.reports[corpus.sentences[hit.sentence]!.report]!.report.id,
          text: corpus.sentences[hit.sentence]!.folded.slice(0, 60),
        })),
    };
  });
  return { query, asks };
}
