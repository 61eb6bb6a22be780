import type { Corpus } from '../corpus/corpus.ts';
import type { Ask, Concept } from '../query/query.ts';
import { type ContrastScorer, createContrastScorer } from './contrast.ts';
import genericNouns from './generic-nouns.json' with { type: 'json' };
import { type Modified, modifiersOf } from './head.ts';
import { type ConceptMatcher, createMatcher } from './match-concept.ts';
import { WEIGHTS } from './weights.ts';

/** A concept with its share of the question. */
export interface WeighedConcept {
  readonly concept: Concept;
  readonly match: ConceptMatcher;
  readonly weight: number;
  /** Whether any report, or the lexicon, has another word for it. */
  readonly known: boolean;
}

const GENERIC: ReadonlySet<string> = new Set(genericNouns);
const LEAST_RARITY = 0.3;
const LONG_WORD = 4;
const LONG_BONUS = 1.2;

/** Sentences that may hold a word: the least frequent of its character pairs. */
function frequencyOf(word: string, { bigrams }: Corpus): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 2 <= word.length; i++) least = Math.min(least, bigrams.get(word.slice(i, i + 2)));
  return least;
}

/** The weight of each concept: rare ones and things count more than common ones and actions. */
export function weighConcepts(concepts: readonly Concept[], corpus: Corpus): WeighedConcept[] {
  const sentences = corpus.sentences.length + 1;
  const last = concepts.findLast(({ role }) => role === 'thing');
  return concepts.map((concept) => {
    const counted = concept.alternatives
      .filter(({ text }) => text.length > 1)
      .map(({ text }) => frequencyOf(text, corpus));
    const frequency = Math.max(0, ...counted);
    const known = frequency > 0;
    const rarity = known ? Math.log(sentences / (frequency + 0.5)) / Math.log(sentences / 0.5) : 1;
    const length = concept.asked.length >= LONG_WORD ? LONG_BONUS : 1;
    // A term whose synonyms are known and stand in no report is missing; any other unknown word may be a colloquial one.
    const named = known || concept.alternatives.length > 1;
    const share =
      (named ? WEIGHTS.role[concept.role] : WEIGHTS.unknown[concept.role]) *
      (GENERIC.has(concept.asked) ? WEIGHTS.generic : 1);
    return {
      concept,
      match: createMatcher(concept),
      known: named,
      weight: share * length * (concept === last ? WEIGHTS.last : 1) * (LEAST_RARITY + (1 - LEAST_RARITY) * rarity),
    };
  });
}

/** Things this near the weightiest count as the head of what is asked: one of them must be found. */
const HEAD_SHARE = 0.75;

/** What all that is asked comes down to. */
export interface Wanted {
  readonly concepts: readonly WeighedConcept[];
  /** Things from this weight on belong to the head of the question. */
  readonly least: number;
  /** Whether anything can be the head. */
  readonly hasHead: boolean;
  /** Every word for what is asked, joined. */
  readonly words: string;
  /** How a figure stands to things of the same kind as what was asked. */
  readonly contrast: ContrastScorer;
  readonly modified: readonly Modified[];
}

/** Sums up what an ask wants, once for all that is scored. */
export function sumUp(concepts: readonly WeighedConcept[], ask: Ask): Wanted {
  const weights = concepts
    .filter(({ concept, known }) => known && concept.role === 'thing')
    .map(({ weight }) => weight);
  return {
    concepts,
    least: HEAD_SHARE * Math.max(0, ...weights),
    hasHead: weights.length > 0,
    words: concepts.map(({ concept }) => concept.alternatives.map(({ text }) => text).join(' ')).join(' '),
    contrast: createContrastScorer(ask),
    modified: modifiersOf(ask.text, concepts),
  };
}
