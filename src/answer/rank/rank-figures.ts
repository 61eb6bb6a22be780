import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { matchView } from '../match-view.ts';
import type { Ask } from '../query/query.ts';
import { type Fit, fitOf } from './fit.ts';
import type { ConceptMatcher } from './match-concept.ts';
import { unitFamily, unitsAgree } from './unit-family.ts';
import type { Wanted } from './weigh-concepts.ts';
import { WEIGHTS } from './weights.ts';

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

/** How well the words around a figure speak of a concept: nearer words count more. */
function matchAround({ words }: CorpusFigure, match: ConceptMatcher): number {
  const whole = match(words.sentence);
  let best = 0;
  for (const field of FIELDS) {
    const weight = WEIGHTS.field[field];
    if (weight <= best) break;
    if (PIECES.has(field) && weight * whole <= best) continue;
    best = Math.max(best, weight * match(words[field]));
  }
  return best;
}

/** Words that any amount may carry. */
const TOTAL_WORDS = /总量|总数|总额|总计|人数|数量|数额|户数|规模|共计|累计|全市|全省|全国|全年/gu;

/** What a property may carry over from its sentence: remarks in brackets, verbs of stating. */
const NOISE = /[(（][^()（）]*[)）]|实现|达到|完成/gu;

/** Share of a property's characters that what was asked accounts for. */
function precisionOf(property: string, { concepts, words }: Wanted): number {
  if (property === '') return 0;
  let rest = property.replace(NOISE, '').replace(TOTAL_WORDS, '');
  const length = rest.length;
  if (length === 0) return 1;
  for (const { concept } of concepts) for (const { text } of concept.alternatives) rest = rest.replaceAll(text, '');
  const foreign = [...rest].filter((character) => !words.includes(character)).length;
  return 1 - foreign / length;
}

/** Counting words of things and bodies. 例, 对 and 件 may count cases of people. */
const NEVER_PEOPLE = /[家所处座条项辆套栋幢块枚部张艘架]/u;

/** Counting words that few things take; 个, 家, 件, 项 stand for almost any. */
const OWN_WORD = /^[本只头枚台辆部套艘架册张对座亩岁]$/u;

/** A place in an order, counted like people: 由369位上升到235位. */
function isPlace({ unit }: CorpusFigure['figure'], { item, clause }: CorpusFigure['words']): boolean {
  return /^[位名]$/u.test(unit) && /排名|位次|名次|位列|位居/u.test(`${item}${clause}`);
}

function unitScore({ figure, words }: CorpusFigure, ask: Ask): number | null {
  if (ask.unit === null) return 0;
  const family = ask.unit === 'rank' && isPlace(figure, words) ? 'rank' : unitFamily(figure);
  if (!unitsAgree(ask.unit, family)) return ask.softUnit ? WEIGHTS.unit.softOther : null;
  if (!ask.softUnit && ask.unit === 'person' && family === 'count' && NEVER_PEOPLE.test(matchView(figure.unit)))
    return null;
  if (ask.unit !== family)
    return family === 'other' ? 0 : ask.softUnit ? WEIGHTS.unit.softOther : WEIGHTS.unit.otherCount;
  return (
    (ask.softUnit ? WEIGHTS.unit.softSame : WEIGHTS.unit.same) +
    (ask.unitWord !== '' && matchView(figure.unit).includes(ask.unitWord)
      ? WEIGHTS.unit[OWN_WORD.test(ask.unitWord) ? 'ownWord' : 'sameWord']
      : 0)
  );
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

const INCREMENT = /增加|新增|减少|新建|新开|新登记|净增/u;

/** Words that narrow a thing to some of its kind. */
const SUBSET =
  /[一二三四五]级|[省市县国]家?级|公立|民营|公办|民办|农村|乡村|城镇|城市|女性|男性|中医|外商|国有|私人|未成年|其中/gu;
const ROUNDED = /(?:突破|超过?|逾)\d/u;
const GROWN = /新[增加建添开设]|增加|多了|扩建/u;
const SUM = /总数|总量|总计|累计/u;
const STREAK = /连续.*[数次年]$|届数$|年数$/u;
const TOTAL_ASKED = /总|一共|共有|全部/u;
const STREAK_ASKED = /连续|几[年届次]|多少[年届次]/u;

/** An increase or a part of a total answers less well when neither was asked for. */
function totalScore(
  { figure, words }: CorpusFigure,
  { ask, wanted, precision }: { ask: Ask; wanted: Wanted; precision: number },
): number {
  const increment = INCREMENT.test(words.property) && !INCREMENT.test(wanted.words) ? WEIGHTS.increment : 0;
  const sum = GROWN.test(ask.text) && SUM.test(words.property) ? WEIGHTS.increment : 0;
  const narrowed = (words.property.match(SUBSET) ?? []).some(
    (word) => !wanted.words.includes(word) && !ask.text.includes(word),
  );
  const streak = STREAK.test(words.property) && !STREAK_ASKED.test(ask.text) ? WEIGHTS.streak : 0;
  const vague = !/[\d０-９*•]/u.test(figure.raw) ? WEIGHTS.vague : ROUNDED.test(words.item) ? WEIGHTS.rounded : 0;
  const total = TOTAL_ASKED.test(ask.text) && /总/u.test(words.property) ? WEIGHTS.total : 0;
  const part = narrowed || (figure.partOf !== null && precision < 1) ? WEIGHTS.part : 0;
  return total + sum + increment + streak + vague + part;
}

const EACH_ASKED = /每[人个月户名一万千]|一个月|人均|平均|月均|户均/u;
const EACH = /人均|平均|月均|户均|标准|每/u;

const PER_HEAD = /人均|户均|平均每|^每/u;

/** How well the noun counted stands with the figure itself: the neighbour of an enumeration has its own. */
function countedScore({ words }: CorpusFigure, { ask, wanted }: { ask: Ask; wanted: Wanted }): number {
  const counted = wanted.concepts.find(({ concept }) => concept.asked === ask.counted?.asked);
  if (counted === undefined) return 0;
  const own = Math.max(counted.match(words.property), counted.match(words.item));
  return own >= WEIGHTS.counted.least ? WEIGHTS.counted.own * own : WEIGHTS.counted.other;
}

/** A rate for one where one is asked. */
function eachScore({ figure, words }: CorpusFigure, ask: Ask): number {
  if (!EACH_ASKED.test(ask.text)) return PER_HEAD.test(words.property) ? WEIGHTS.each.unasked : 0;
  const isEach = EACH.test(words.property) || figure.unit.includes('/') || figure.kind === 'limit';
  return isEach ? WEIGHTS.each.is : WEIGHTS.each.isNot;
}

interface Scoring {
  readonly ask: Ask;
  readonly wanted: Wanted;
  readonly corpus: Corpus;
  /** From 0 to 1, by the rank of the passage that holds the figure. */
  readonly passageScore: number;
}

/** Scores one figure for an ask; null when place, time or unit rule it out. */
export function scoreFigure(entry: CorpusFigure, { ask, wanted, corpus, passageScore }: Scoring): FigureHit | null {
  const fit = fitOf(
    { region: entry.region, period: entry.period, report: corpus.reports[entry.report]!, text: entry.words.sentence },
    ask,
  );
  const unit = unitScore(entry, ask);
  if (fit === null || unit === null) return null;
  const totals = { all: 0, found: 0, things: 0, foundThings: 0 };
  let head = wanted.hasHead ? 0 : 1;
  for (const { concept, match: matcher, weight, known } of wanted.concepts) {
    const match = matchAround(entry, matcher);
    totals.all += weight;
    totals.found += weight * match;
    if (concept.role !== 'thing') continue;
    totals.things += weight;
    totals.foundThings += weight * match;
    if (known && weight >= wanted.least) head = Math.max(head, match);
  }
  const coverage = totals.all === 0 ? 0 : totals.found / totals.all;
  const precision = precisionOf(entry.words.property, wanted);
  const bonus = precision * WEIGHTS.precision + passageScore * WEIGHTS.passage;
  return {
    ...{ entry, fit, coverage, head },
    things: totals.things === 0 ? coverage : totals.foundThings / totals.things,
    score:
      coverage +
      bonus +
      unit +
      kindScore(entry, ask) +
      totalScore(entry, { ask, wanted, precision }) +
      eachScore(entry, ask) +
      countedScore(entry, { ask, wanted }) +
      fit.score,
  };
}
