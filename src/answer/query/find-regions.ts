import type { Divisions, PlaceMention } from '../../core/divisions.ts';
import type { Span } from '../../core/span.ts';
import { shortRegion } from '../corpus/region.ts';
import nicknames from './place-nicknames.json' with { type: 'json' };
import type { AskedRegion } from './query.ts';

/** A place in a question. */
export interface RegionMention extends Span {
  readonly region: AskedRegion;
}

/** What the reports know of places. */
export interface RegionInventory {
  /** Regions of the reports, full name by compared form. */
  readonly reported: ReadonlyMap<string, string>;
  /** Codes of the reports' regions, which settle names that several places bear. */
  readonly codes: readonly string[];
  /** Whether any report speaks of a place by this compared form. */
  readonly isMentioned: (short: string) => boolean;
}

const ENCLOSING = /^所在的?(省|市)/u;

/** The province or city that a question means by 某区所在的市, or the place itself. */
function enclosing(divisions: Divisions, place: PlaceMention, rest: string): { name: string; length: number } {
  const asked = ENCLOSING.exec(rest);
  if (asked === null) return { name: place.name, length: 0 };
  const level = asked[1] === '省' ? 'province' : 'city';
  const above = divisions.ancestors(place.code).find((candidate) => candidate.level === level);
  return { name: above?.name ?? place.name, length: asked[0].length };
}

function describe(name: string, inventory: RegionInventory, given = shortRegion(name)): AskedRegion {
  // 积石山 for a county with the names of its peoples: reports write what the question writes.
  const short = given.length >= 2 && shortRegion(name).startsWith(given) ? given : shortRegion(name);
  const reported = inventory.reported.get(short);
  if (reported !== undefined) return { name: reported, short, held: 'report' };
  return { name, short, held: inventory.isMentioned(short) ? 'mention' : 'none' };
}

function isNested(mention: Span, others: readonly Span[]): boolean {
  return others.some(
    (other) =>
      other !== mention &&
      other.start <= mention.start &&
      mention.end <= other.end &&
      other.end - other.start > mention.end - mention.start,
  );
}

/** Places by the names they go by: a code of GB/T 2260 for each. */
function findNicknames(
  text: string,
  { divisions, inventory }: { divisions: Divisions; inventory: RegionInventory },
): RegionMention[] {
  return Object.entries(nicknames).flatMap(([nickname, code]) => {
    const start = text.indexOf(nickname);
    // A place is above every code inside it.
    const place =
      start < 0 ? undefined : divisions.ancestors(`${code.replace(/(?:00)+$/u, '')}9999`.slice(0, 6)).at(-1);
    return place === undefined
      ? []
      : [{ start, end: start + nickname.length, region: describe(place.name, inventory) }];
  });
}

/** The places a question names, in order: regions of the reports by full or short name, and divisions of China. */
export function findRegions(
  text: string,
  { divisions, inventory }: { divisions: Divisions; inventory: RegionInventory },
): RegionMention[] {
  const found: RegionMention[] = [];
  for (const place of divisions.findPlaces(text, inventory.codes)) {
    const { name, length } = enclosing(divisions, place, text.slice(place.end));
    found.push({
      start: place.start,
      end: place.end + length,
      region: describe(name, inventory, place.name === name ? place.short : undefined),
    });
  }
  for (const [short, name] of inventory.reported) {
    for (const form of new Set([name, short])) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        const end = at + form.length;
        if (!found.some((other) => other.start < end && at < other.end))
          found.push({ start: at, end, region: describe(name, inventory) });
      }
    }
  }
  const named = findNicknames(text, { divisions, inventory });
  found.push(...named.filter((one) => !found.some((other) => other.start < one.end && one.start < other.end)));
  return found.filter((mention) => !isNested(mention, found)).sort((a, b) => a.start - b.start);
}
