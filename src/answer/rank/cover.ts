import type { ConceptMatcher } from './match-concept.ts';
import type { Wanted } from './weigh-concepts.ts';

/** How much of what was asked some words hold. All shares are from 0 to 1. */
export interface Cover {
  /** Share of all that was asked. */
  readonly coverage: number;
  /** The same for things alone; of all where no thing was asked. */
  readonly things: number;
  /** How well the weightiest thing asked is held. */
  readonly head: number;
  /** Share of the things asked that reports speak of, but not these words. */
  readonly missing: number;
}

/** A year or amount of the question says nothing of the thing. */
const NUMBER = /^[\d.]+$/u;
/** Below this a thing is not spoken of: less than a title counts. */
const SPOKEN_OF = 0.15;

/** Sums up how well each concept asked is matched, by its weight. */
export function coverOf(wanted: Wanted, matchOf: (matcher: ConceptMatcher) => number): Cover {
  const totals = { all: 0, found: 0, things: 0, foundThings: 0, missing: 0 };
  let head = wanted.hasHead ? 0 : 1;
  for (const { concept, match: matcher, weight, known } of wanted.concepts) {
    const match = matchOf(matcher);
    totals.all += weight;
    totals.found += weight * match;
    if (concept.role !== 'thing') continue;
    totals.things += weight;
    totals.foundThings += weight * match;
    if (known && match < SPOKEN_OF && !NUMBER.test(concept.asked)) totals.missing += weight;
    if (known && weight >= wanted.least) head = Math.max(head, match);
  }
  const coverage = totals.all === 0 ? 0 : totals.found / totals.all;
  if (totals.things === 0) return { coverage, head, things: coverage, missing: 0 };
  return { coverage, head, things: totals.foundThings / totals.things, missing: totals.missing / totals.things };
}

/** The matchers of what may be the head of a question: its weightiest things. */
export function headsOf({ concepts, least }: Wanted): readonly ConceptMatcher[] {
  return concepts
    .filter(({ concept, known, weight }) => concept.role === 'thing' && known && weight >= least)
    .map(({ match }) => match);
}
