import type { Divisions } from '../../core/divisions.ts';
import { createSegmenter, type Segmenter } from '../../core/segmenter.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { RegionInventory } from './find-regions.ts';
import { createLatinPlaceNames } from './latin-place-names.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** What understanding a question draws on. Made once for an artefact. */
export interface QueryContext {
  readonly divisions: Divisions;
  readonly inventory: RegionInventory;
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
  readonly spelling: Spelling;
  /** What 今年 means; null to leave relative years unread. */
  readonly thisYear: number | null;
  /** Whether a word names the body that issues a report, or the kind of document: 民政局, 统计公报. */
  isSource(word: string): boolean;
  /** Chinese name of a place by its name in Latin letters without spaces, or null. */
  placeByLatinName(name: string): string | null;
}

function createRegionInventory(corpus: Corpus, divisions: Divisions): RegionInventory {
  const reported = new Map<string, string>();
  for (const { region, report, inferredRegion } of corpus.reports) {
    const name = inferredRegion ?? report.region;
    if (region !== '' && name !== null) reported.set(region, name);
  }
  return {
    reported,
    codes: [...reported.values()].flatMap((name) => divisions.lookup(name)[0]?.code ?? []),
    isMentioned: (short) => corpus.reports.some(({ folded }) => folded.includes(short)),
  };
}

const SOURCE_NOUN = /(?:[局厅委办院署]|委员会|总会|协会|联合会|公司|集团|政府|部门|公报|报告|总结|计划|年鉴|思路)$/u;

/** Tells the words that only say where an answer should stand. */
function createSourceNames(corpus: Corpus): (word: string) => boolean {
  const names = corpus.reports.map(({ report, foldedTitle }) => `${foldedTitle} ${report.issuer ?? ''}`).join(' ');
  return (word) => SOURCE_NOUN.test(word) && names.includes(word);
}

/** Gathers the lexicons, the places and the spelling of what the reports hold. */
export function createQueryContext(
  corpus: Corpus,
  { divisions, thisYear }: { divisions: Divisions; thisYear: number | null },
): QueryContext {
  const inventory = createRegionInventory(corpus, divisions);
  const lexicon = createLexicon();
  const segmenter = createSegmenter(corpus.library.vocabulary);
  const spelling = createSpelling({
    frequency: (pair) => corpus.bigrams.get(pair) + (lexicon.holdsPair(pair) ? 1 : 0),
    isWord: (text) => segmenter.has(text) || lexicon.find(text) !== null || lexicon.isStop(text),
  });
  return {
    ...{ divisions, inventory, lexicon, segmenter, spelling, thisYear },
    isSource: createSourceNames(corpus),
    placeByLatinName: createLatinPlaceNames([...inventory.reported].flat()),
  };
}
