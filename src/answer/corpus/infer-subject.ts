import type { Divisions } from '../../core/divisions.ts';
import { fold } from '../../core/fold.ts';
import type { PlaceLevel } from '../../core/place-names.ts';
import type { Doubt, DoubtSubject, Report } from '../../core/report.ts';
import { isMaskedRegion } from './region.ts';

const DEPTH: Readonly<Record<PlaceLevel, number>> = { country: 0, province: 1, city: 2, county: 3 };
const CONCLUSION = /(?:应是|应为|应当是|推断为|推断是|可能是|当为)\s*((?:19|20)\d\d)年?([上下]半年)?/u;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?=年)/gu;

function notesAbout(doubts: readonly Doubt[], subjects: readonly DoubtSubject[]): string[] {
  return doubts.filter(({ about }) => subjects.includes(about)).map(({ note }) => note);
}

/** The place that a report without one, or with a hidden one, is thought to be about: the smallest that its doubts name; null when none. */
export function inferRegion({ region, doubts }: Report, divisions: Divisions): string | null {
  if (region !== null && !isMaskedRegion(region)) return null;
  const places = notesAbout(doubts, ['region']).flatMap((note) => divisions.findPlaces(fold(note)));
  return (
    places.reduce<(typeof places)[number] | null>(
      (best, place) => (best === null || DEPTH[place.level] >= DEPTH[best.level] ? place : best),
      null,
    )?.name ?? null
  );
}

/** The period that a report without one is thought to be of, as its doubts conclude; as in `Report.period`, null when they do not. */
export function inferPeriod({ period, doubts }: Report): string | null {
  if (period !== null) return null;
  const conclusion = notesAbout(doubts, ['period']).flatMap((note) => CONCLUSION.exec(note) ?? []);
  const [, year, half = ''] = conclusion;
  return year === undefined ? null : `${year}${half}`;
}

/** Years that a report claims for itself, or may be of, where it contradicts itself. */
export function doubtedYears({ period, doubts }: Report): number[] {
  if (period === null) return [];
  return notesAbout(doubts, ['period', 'title']).flatMap((note) =>
    [...note.matchAll(YEAR)].map(([, year]) => Number(year)),
  );
}
