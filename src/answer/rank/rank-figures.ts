import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { matchView } from '../match-view.ts';
import type { Ask, UnitFamily } from '../query/query.ts';
import countingWords from './counting-words.json' with { type: 'json' };
import { coverOf, headsOf } from './cover.ts';
import { type Fit, fitOf } from './fit.ts';
import { headScore, modifierScore } from './head.ts';
import type { ConceptMatcher } from './match-concept.ts';
import { countedScore, eachScore, precisionOf, saidScore, totalScore } from './score-property.ts';
import { dimensionsAgree, unitFamily, unitsAgree } from './unit-family.ts';
import type { Wanted } from './weigh-concepts.ts';
import { type Thresholds, WEIGHTS } from './weights.ts';

/** A figure that may answer an ask, with how it was scored. */
export interface FigureHit {
  readonly entry: CorpusFigure;
  readonly score: number;
  /** Share of all that was asked which the words around it hold, from 0 to 1. */
  readonly coverage: number;
  /** The same for things alone, near the figure. */
  readonly things: number;
  /** How well the weightiest thing asked is held. */
  readonly head: number;
  /** What of the place or time asked the figure does not show. */
  readonly fit: Fit;
}

type FieldName = keyof typeof WEIGHTS.field;
const FIELDS: readonly FieldName[] = [
  'property',
  'item',
  'clause',
  'topic',
  'previousClause',
  'clauseAfter',
  'part',
  'partAfter',
  'sentence',
  'heading',
  'previousSentence',
  'title',
];

/** Pieces of the sentence: they never speak better of a concept than all of it does. */
const PIECES: ReadonlySet<FieldName> = new Set([
  'item',
  'clause',
  'previousClause',
  'clauseAfter',
  'part',
  'partAfter',
]);

/** Fields outside the sentence that are neither the property nor the topic. */
const FAR_FIELDS = ['heading', 'previousSentence', 'title'] as const satisfies readonly FieldName[];

/** How well the words around a figure speak of a concept: nearer words count more. */
function matchAround({ words, sentenceText }: CorpusFigure, match: ConceptMatcher): number {
  const whole = match(sentenceText);
  let best = 0;
  for (const field of FIELDS) {
    const weight = WEIGHTS.field[field];
    if (weight <= best) break;
    if (PIECES.has(field) && weight * whole <= best) continue;
    best = Math.max(best, weight * match(words[field]));
  }
  return best;
}

/** Counting words of things and bodies. 例, 对 and 件 may count cases of people. */
const NEVER_PEOPLE = /[家所处座条项辆套栋幢块枚部张艘架起宗列台]/u;

/** Counting words of bodies, and those that never count one: 多少家 is not answered with 床位1000张. */
const BODY_WORD = /^[家所]$/u;
const NEVER_BODIES = /[张条项类次例件宗起期批本份部枚辆只头年月届岁]/u;

/** Names of bodies and places, which 个 counts and which are no people. */
const BODY = /(?:[馆站所院校园厂店点室堂]|企业|机构|中心|组织|公司|单位|社区|行政村|项目|平台|基地)$/u;

/** Counting words of events, those of things and bodies, and the names of events that these may count: 活动86项. */
const EVENT_WORD = /^[场次期届趟]$/u;
const NEVER_EVENTS = /[个家所座处项条台套张册]/u;
const EVENT = /(?:活动|赛事?|会|演出|展览?|培训|讲座|行动|节|演练|班|救援|课)$/u;

/** Counting words of things, which a number of people never answers. */
const THING_WORD = /^[家所辆台艘架列趟栋幢间套座条枚册本只头张]$/u;

/** By counting word, those that may count the same things: 几场 is not answered with 412个. */
const SAME_THINGS: ReadonlyMap<string, string> = new Map(Object.entries(countingWords));

/** Counting words that few things take; 个, 家, 件, 项 stand for almost any. */
const OWN_WORD = /^[本只头枚台辆部套艘架册张对座亩岁列趟级单]$/u;

/** A place in an order, counted like people: 由369位上升到235位. */
function isPlace(entry: CorpusFigure): boolean {
  return (
    /^[位名]$/u.test(entry.figure.unit) && /排名|位次|名次|位列|位居/u.test(`${entry.words.item}${entry.words.clause}`)
  );
}

/** How well the counting word asked agrees with that of the figure. */
function wordScore({ unit }: CorpusFigure['figure'], { unitWord }: Ask): number {
  if (unitWord === '') return 0;
  // 多少人 asks for people; the same people counted at each visit answer it less well.
  if (unitWord === '人' && unit.includes('人次')) return 0;
  const own = OWN_WORD.test(unitWord);
  const found = matchView(unit);
  if (found.includes(unitWord)) return own ? WEIGHTS.unit.ownWord : WEIGHTS.unit.sameWord;
  const alike = SAME_THINGS.get(unitWord);
  if (alike !== undefined && ![...found].some((word) => alike.includes(word))) return WEIGHTS.unit.otherThing;
  return own ? WEIGHTS.unit.otherWord : 0;
}

/** Units in which changes, shares and orders of any measure are told. */
const TOLD_OF_OTHERS = /^(?:percent|multiple|rank)$/u;

/** Whether a counting word can never count what the question counts. */
function neverCounts(
  { unit: asked, unitWord, counted }: Ask,
  { family, unit, property }: { family: UnitFamily; unit: string; property: string },
): boolean {
  if (family === 'person') {
    const things = THING_WORD.test(unitWord) || BODY.test(counted?.asked ?? '');
    return asked === 'count' && (things || (EVENT_WORD.test(unitWord) && !unit.includes('次')));
  }
  if (family !== 'count') return false;
  if (unitWord === '人次') return true;
  if (asked === 'person') return NEVER_PEOPLE.test(unit) || BODY.test(property);
  if (EVENT_WORD.test(unitWord) && NEVER_EVENTS.test(unit)) return !EVENT.test(property);
  return BODY_WORD.test(unitWord) && NEVER_BODIES.test(unit) && !unit.includes(unitWord);
}

function unitScore(entry: CorpusFigure, ask: Ask): number | null {
  if (ask.unit === null) return 0;
  const { figure } = entry;
  const family = ask.unit === 'rank' && isPlace(entry) ? 'rank' : unitFamily(figure);
  if (!unitsAgree(ask.unit, family))
    return ask.softUnit && (ask.unit !== 'money' || TOLD_OF_OTHERS.test(family)) ? WEIGHTS.unit.softOther : null;
  if (family === 'weight' && ask.unit === family && !dimensionsAgree(ask.unitWord, figure.unit)) return null;
  if (!ask.softUnit && neverCounts(ask, { family, unit: matchView(figure.unit), property: entry.property }))
    return null;
  // 辐射人口约100万: the noun says what a bare number counts.
  if (family === 'other' && ask.unit === 'person' && /人[口数]$/u.test(entry.property)) return WEIGHTS.unit.same;
  if (ask.unit !== family)
    return family === 'other' ? 0 : ask.softUnit ? WEIGHTS.unit.softOther : WEIGHTS.unit.otherCount;
  return (ask.softUnit ? WEIGHTS.unit.softSame : WEIGHTS.unit.same) + wordScore(figure, ask);
}

function kindScore({ figure, period }: CorpusFigure, ask: Ask): number {
  const { kind } = WEIGHTS;
  if (figure.kind === ask.kind) return kind.asked;
  if (ask.kind === 'from_to')
    return figure.kind === 'previous' ? kind.asked * 1.5 : figure.kind === 'change_rate' ? kind.other / 2 : 0;
  if (ask.kind === 'target') return figure.kind === 'limit' ? 0 : kind.other;
  if (figure.kind === 'previous') return kind.previous;
  if (figure.kind === 'target')
    return period !== null && ask.period?.first === period.first && !ask.softPeriod ? kind.target / 4 : kind.target;
  if (figure.kind === 'change_rate') return ask.unit === 'percent' || ask.unit === 'multiple' ? 0 : kind.changeRate;
  if (figure.kind === 'rank') return kind.rank;
  if (figure.kind === 'share') return ask.unit === 'percent' ? 0 : kind.share;
  return ask.kind === 'actual' || ask.kind === 'share' ? 0 : kind.other;
}

/** Whether any word near a figure holds a head of what is asked so well; else its cover need not be worked out. */
function mayHoldHead(
  entry: CorpusFigure,
  { heads, least }: { heads: readonly ConceptMatcher[]; least: number },
): boolean {
  const { field } = WEIGHTS;
  return heads.some(
    (match) =>
      match(entry.sentenceText) >= least ||
      match(entry.property) >= least ||
      match(entry.topic) * field.topic >= least ||
      FAR_FIELDS.some((name) => field[name] >= least && match(entry.words[name]) * field[name] >= least),
  );
}

interface Scoring {
  readonly ask: Ask;
  readonly wanted: Wanted;
  readonly corpus: Corpus;
  readonly thresholds: Thresholds;
}

/**
 * What scores figures for an ask: null for one that place, time or unit rule out, or whose words hold less of what was asked
 * than the thresholds want.
 *
 * @returns a function of a figure and the score of its passage, from 0 to 1 by rank
 */
export function createFigureScorer({ ask, wanted, corpus, thresholds }: Scoring) {
  const heads = wanted.hasHead ? headsOf(wanted) : null;
  return function scoreFigure(entry: CorpusFigure, passageScore: number): FigureHit | null {
    const report = corpus.reports[entry.report]!;
    const { region, period, sentenceText: text } = entry;
    const fit = fitOf({ region, period, report, text, clause: () => entry.words.clause }, ask);
    if (fit === null) return null;
    if (heads !== null && !mayHoldHead(entry, { heads, least: thresholds.head })) return null;
    const unit = unitScore(entry, ask);
    if (unit === null) return null;
    const cover = coverOf(wanted, (matcher) => matchAround(entry, matcher));
    if (cover.things < thresholds.figure || cover.head < thresholds.head) return null;
    const contrast = wanted.contrast(entry.words);
    if (contrast === null) return null;
    const precision = precisionOf(entry.property, wanted);
    const bonus = precision * WEIGHTS.precision + passageScore * WEIGHTS.passage;
    const score =
      cover.coverage +
      bonus +
      unit +
      kindScore(entry, ask) +
      totalScore(entry, { ask, wanted, precision }) +
      eachScore(entry, ask) +
      countedScore(entry, { ask, wanted }) +
      contrast +
      cover.missing * WEIGHTS.missing +
      saidScore(entry, ask) +
      headScore(entry, wanted) +
      modifierScore(entry, wanted) +
      fit.score;
    return { ...{ entry, fit, score }, ...cover };
  };
}
