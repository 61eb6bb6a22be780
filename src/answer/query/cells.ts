import type { PeriodMention } from './find-periods.ts';
import type { RegionMention } from './find-regions.ts';
import type { AskedPeriod, AskedRegion } from './query.ts';
import type { Slots } from './slots.ts';

/** A region and a period to be asked about. */
export interface Cell {
  readonly region: AskedRegion | null;
  readonly period: AskedPeriod | null;
}

const COMPARING = /比|对照|相差|差多少|差几|差距|还是|更|(?:哪|谁).{0,12}[多少高低快慢大小]|各/u;

/** Words that can only set what stands beside them side by side. */
const SETTING_AGAINST = /比较|对比|相比|比一?比|比一下|哪个|哪边|谁|差多少|相差|差几|还是/u;

/** Whether the words set things side by side. */
export function isComparing(text: string): boolean {
  return COMPARING.test(text);
}

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.filter((item, index) => items.findIndex((other) => key(other) === key(item)) === index);
}

/** The only period of a question whose places stand in one enumeration (甲、乙和丙2024年): it belongs to all of them. */
function sharedPeriod(regions: readonly RegionMention[], periods: readonly PeriodMention[]): PeriodMention | undefined {
  const joined = regions.every(({ start }, index) => index === 0 || start - regions[index - 1]!.end <= 1);
  return joined && periods.length === 1 ? periods[0] : undefined;
}

/** The period that stands beside a region: after it and before the next one; one before the first region belongs to all. */
function periodOf(
  region: RegionMention,
  { regions, periods }: { regions: readonly RegionMention[]; periods: readonly PeriodMention[] },
): AskedPeriod | null {
  const enumerated = sharedPeriod(regions, periods);
  const next = regions.find(({ start }) => start > region.start)?.start ?? Number.POSITIVE_INFINITY;
  const own = periods.find(({ start }) => start >= region.end && start < next);
  if (own !== undefined && own !== enumerated) return own.period;
  const first = regions[0]!;
  if (enumerated !== undefined) return enumerated.period;
  if (region === regions.at(-1)) {
    const previous = regions.at(-2);
    const between = periods.filter(({ end, start }) => end <= region.start && start >= (previous?.end ?? 0));
    const adjacent = between.find(({ end }) => region.start - end <= 1);
    if (previous !== undefined && adjacent !== undefined && periods.length > 1) return adjacent.period;
  }
  return periods.find(({ end }) => end <= first.start)?.period ?? null;
}

/**
 * What a question sets side by side: each region with its own period, or each period of one region.
 * One cell when it compares nothing.
 */
export function findCells({ text, regions, periods }: Slots): Cell[] {
  const places = distinct(regions, ({ region }) => region.short);
  const times = distinct(periods, ({ period }) => period.label);
  const reported = places.filter(({ region }) => region.held === 'report');
  const compared = isComparing(text)
    ? places
    : reported.length > 1
      ? reported
      : places.length > 1 && reported.length === 0
        ? places
        : [];
  if (
    compared.length > 1 &&
    (reported.length !== 1 ||
      places.some(({ region }) => region.held === 'none' && isComparing(text)) ||
      SETTING_AGAINST.test(text))
  ) {
    return compared.map((place) => ({
      region: place.region,
      period: periodOf(place, { regions: compared, periods: times }),
    }));
  }
  const region = (reported[0] ?? places[0])?.region ?? null;
  if (times.length > 1) return times.map(({ period }) => ({ region, period }));
  return [{ region, period: times[0]?.period ?? null }];
}
