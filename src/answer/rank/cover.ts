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
}

/** Sums up how well each concept asked is matched, by its weight. */
export function coverOf(wanted: Wanted, matchOf: (matcher: ConceptMatcher) => number): Cover {
  const totals = { all: 0, found: 0, things: 0, foundThings: 0 };
  let head = wanted.hasHead ? 0 : 1;
  for (const { concept, match: matcher, weight, known } of wanted.concepts) {
    const match = matchOf(matcher);
    totals.all += weight;
    totals.found += weight * match;
    if (concept.role !== 'thing') continue;
    totals.things += weight;
    totals.foundThings += weight * match;
    if (known && weight >= wanted.least) head = Math.max(head, match);
  }
  const coverage = totals.all === 0 ? 0 : totals.found / totals.all;
  return { coverage, head, things: totals.things === 0 ? coverage : totals.foundThings / totals.things };
}

/** The matchers of what may be the head of a question: its weightiest things. */
export function headsOf({ concepts, least }: Wanted): readonly ConceptMatcher[] {
  return concepts
    .filter(({ concept, known, weight }) => concept.role === 'thing' && known && weight >= least)
    .map(({ match }) => match);
}
