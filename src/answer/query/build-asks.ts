import { unitFamily } from '../rank/unit-family.ts';
import { findCells } from './cells.ts';
import { findConcepts } from './find-concepts.ts';
import { findCounted } from './find-counted.ts';
import type { Ask, AskedPeriod, Concept, UnitFamily } from './query.ts';
import type { QueryContext } from './query-context.ts';
import type { Slots } from './slots.ts';
import { type Part, splitParts } from './split-parts.ts';
import { checkedAmount } from './stated-amounts.ts';
import { findWanted, wantedKind } from './wanted.ts';

/** A year named only as what something is compared with: 跟2015年相比, 比2015年. */
const BASE_YEAR = /(?:跟|与|和|同|比|较)\s*$/u;

/** A last piece that only names another subject: …，民营经济呢. */
const AND_THIS = /呢$/u;

/** Words that ask for a rate even across years. */
const RATE = /同比|环比|增速|增幅|增长率|涨幅|目标|计划/u;

function asContext(concepts: readonly Concept[]): Concept[] {
  return concepts.map((concept) => ({ ...concept, role: 'context' as const }));
}

/** Own concepts first; those of the rest of the question as context, or as their own when the piece has none. */
function joinConcepts(own: readonly Concept[], others: readonly Concept[]): Concept[] {
  const rest = others.filter(({ asked }) => !own.some((concept) => concept.asked === asked));
  return own.some(({ role }) => role === 'thing') ? [...own, ...asContext(rest)] : [...own, ...rest];
}

/** Places that are not the region asked about are words like others: 甲省 in 甲省给乙省的帮扶. */
function placeConcepts(slots: Slots, used: readonly (string | undefined)[]): Concept[] {
  return slots.regions
    .filter(({ region }) => !used.includes(region.short))
    .map(({ region }) => ({
      asked: region.short,
      alternatives: [{ text: region.short, strength: 1 }],
      role: region.short === '全国' ? ('action' as const) : ('thing' as const),
    }));
}

/** Whether the only period is the base of a growth (跟2015年比) and not the period asked about. */
function withoutBaseYear(slots: Slots): Slots {
  const [only, ...others] = slots.periods;
  if (only === undefined || others.length > 0) return slots;
  const isBase =
    BASE_YEAR.test(slots.text.slice(0, only.start)) && /增|涨|多了|少了|提高|提升|下降|减/u.test(slots.text);
  return isBase ? { ...slots, periods: [] } : slots;
}

/** 民政局自己说有哪些问题: who issued a report is no part of what it says, unless nothing else is asked. */
function withoutSources(concepts: readonly Concept[], context: QueryContext): Concept[] {
  const isThing = ({ role, asked }: Concept): boolean => role === 'thing' && !context.isSource(asked);
  if (!concepts.some(isThing)) return [...concepts];
  return concepts.map((concept) =>
    context.isSource(concept.asked) ? { ...concept, role: 'context' as const } : concept,
  );
}

function periodOfPart(part: Part, slots: Slots): AskedPeriod | null {
  const inside = slots.periods.find(({ start }) => start >= part.start && start < part.end);
  const before = slots.periods.filter(({ start }) => start < part.start).at(-1);
  return (inside ?? before ?? slots.periods[0])?.period ?? null;
}

function labelOf(concepts: readonly Concept[]): string {
  const own = concepts.filter(({ role }) => role !== 'context');
  const things = own.filter(({ role }) => role === 'thing');
  return (things.length > 0 ? things : own).map(({ asked }) => asked).join('');
}

/** The unit of an amount that the question wants checked: 有15万人吗 asks for people. */
function statedUnit(text: string): UnitFamily | null {
  const stated = checkedAmount(text);
  return stated === null || stated.unit === '' ? null : unitFamily({ unit: stated.unit, kind: 'actual' });
}

/** Splits a question into what is to be found, each with its own words, region and period. */
export function buildAsks(given: Slots, context: QueryContext): Ask[] {
  const slots = withoutBaseYear(given);
  const cells = findCells(slots);
  const parts = splitParts(slots.rest, { alone: cells.length === 1 });
  const used = cells.map(({ region }) => region?.short);
  const places = placeConcepts(slots, used);
  const ofParts = parts.map((part) => withoutSources(findConcepts(part.text, context), context));
  const byPeriodPart = parts.length > 1 && cells.every(({ region }) => region?.short === cells[0]?.region?.short);
  const acrossPeriods =
    cells.length > 1 &&
    cells.every(({ region }) => region?.short === cells[0]?.region?.short) &&
    !RATE.test(slots.text);
  return parts.flatMap((part, index) => {
    const first = index > 0 ? (ofParts[0] ?? []) : [];
    const concepts = joinConcepts(
      [...ofParts[index]!, ...(index === 0 ? places : [])],
      [...first, ...findConcepts(part.shared, context)],
    );
    const wanted = findWanted(part.text);
    const measured = wanted.unit === null && part.shared !== '' ? findWanted(part.shared) : wanted;
    const said =
      wanted.kind ??
      (index > 0 && AND_THIS.test(part.text) ? wantedKind(parts[0]!.text) : null) ??
      (parts.length > 1 ? null : wantedKind(slots.rest));
    const kind = acrossPeriods ? 'actual' : (said ?? 'actual');
    const own = {
      concepts,
      unit: measured.unit ?? statedUnit(slots.text),
      softUnit: measured !== wanted || wanted.softUnit || measured.unit === null,
      counted: findCounted(part.text, concepts),
      unitWord: wanted.unitWord,
      kind,
      text: part.text,
      label: labelOf(concepts),
      softPeriod: false,
    };
    if (byPeriodPart) return [{ ...own, region: cells[0]?.region ?? null, period: periodOfPart(part, slots) }];
    return cells.map((cell) => ({ ...own, ...cell }));
  });
}
