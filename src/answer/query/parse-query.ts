import { buildAsks } from './build-asks.ts';
import { coveredPositions } from './find-concepts.ts';
import { findPeriods } from './find-periods.ts';
import { findRegions, type RegionMention } from './find-regions.ts';
import { completeFrom, isIncomplete } from './follow-up.ts';
import { normalizeQuestion } from './normalize-question.ts';
import { isOffTopic } from './off-topic.ts';
import type { Query } from './query.ts';
import type { QueryContext } from './query-context.ts';
import { asksFigure, findShape } from './shape.ts';
import { blank, type Slots } from './slots.ts';
import { checkedAmount } from './stated-amounts.ts';
import { isEnglish, translateEnglish } from './translate-english.ts';

/** Earlier turns that a question may lean on. */
const TURNS_READ = 4;

/** Mends the spelling of everything but names, periods, particles and words of the lexicon. */
function mend(question: string, context: QueryContext) {
  const names = [...findRegions(question, context), ...findPeriods(question, context.thisYear)];
  const covered = coveredPositions(question, context.lexicon);
  const named = (position: number): boolean => names.some(({ start, end }) => start <= position && position < end);
  return context.spelling.mend(question, (position) => covered.has(position) || named(position));
}

/** 某省长 names the office; 某市区, 某市级 and 某市本级 the city. */
function settleEnd(text: string, region: RegionMention): RegionMention {
  const last = text[region.end - 1]!;
  const next = text[region.end];
  if (next === '长' && /[省市县区州]/u.test(last)) return { ...region, end: region.end - 1 };
  const level = /[省市县区]/u.test(last ?? '')
    ? /^(?:本级|级|辖区|辖|域|区(?=[^、，]))/u.exec(text.slice(region.end))
    : null;
  return level === null ? region : { ...region, end: region.end + level[0].length };
}

function findSlots(text: string, context: QueryContext): Slots {
  const periods = findPeriods(text, context.thisYear);
  const regions = findRegions(blank(text, periods), context).map((region) => settleEnd(text, region));
  const amount = checkedAmount(text);
  const amounts = amount === null ? [] : [amount];
  return { text, rest: blank(text, [...periods, ...regions, ...amounts]), regions, periods };
}

function parseOne(question: string, context: QueryContext): Query {
  const normal = normalizeQuestion(question);
  const chinese = isEnglish(normal) ? translateEnglish(normal, (name) => context.placeByLatinName(name)) : normal;
  const { text, corrections } = mend(chinese, context);
  const slots = findSlots(text, context);
  const asks = buildAsks(slots, context);
  const empty = asks.every((ask) => ask.concepts.length === 0 && ask.region === null && ask.period === null);
  if (isOffTopic(text)) return { question: text, shape: 'off_topic', wantsNumber: false, asks: [], corrections };
  if (empty) return { question: text, shape: 'off_topic', wantsNumber: false, asks, corrections };
  const wantsNumber = asksFigure(text) && asks.every(({ unit }) => unit !== 'date');
  return { question: text, shape: findShape(slots, asks), wantsNumber, asks, corrections };
}

/**
 * Understands a question.
 *
 * @param question as typed, of any length and content
 * @param options.history earlier turns of the user, oldest first: they give the slots that the question leaves out
 */
export function parseQuery(
  question: string,
  { history, context }: { history: readonly string[]; context: QueryContext },
): Query {
  const query = parseOne(question, context);
  if (history.length === 0 || !isIncomplete(query)) return query;
  const earlier = parseQuery(history.at(-1)!, { history: history.slice(0, -1).slice(-TURNS_READ), context });
  return completeFrom(query, earlier);
}
