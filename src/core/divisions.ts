import { COUNTRY, createPlaceNames, highestOf, LEVELS, type Place, type PlaceNames } from './place-names.ts';
import type { Span } from './span.ts';

/** A place as a text names it, at a span of that text. */
export interface PlaceMention extends Place, Span {
  /** Whether divisions elsewhere bear the same full name and nothing in the text or the hint tells them apart. */
  readonly ambiguous: boolean;
}

/** The administrative divisions of China, down to counties. */
export interface Divisions {
  /**
   * Places named in `folded` (a text as `fold` gives it), in text order, without overlap: by full name, or by a short
   * name that is no everyday word and means one division only (吉林 is the province). The longest name wins.
   *
   * @param near codes of places the text is known to be about; they settle names that several divisions bear
   */
  findPlaces(folded: string, near?: readonly string[]): readonly PlaceMention[];
  /** Divisions above the one with this code, largest first, without the country and the division itself. */
  ancestors(code: string): readonly Place[];
  /** All divisions that bear exactly this full or short name, largest first. */
  lookup(name: string): readonly Place[];
}

/** A short name before these is part of a longer name: 北京路, 武汉大学, 长沙银行. */
const LONGER_NAME = /^(?:路[^线网径由桥段]|大道|大街|大学|学院|日报|晚报|时报|银行|话)/u;
/** A county's short name before these names something inside or beside it: 嘉陵江, 龙井村, 宁城社区. */
const SMALLER_NAME = /^(?:[江河湖湾岛街山]|社区|镇|乡[^镇村]|村[^镇居级])/u;
/** What may stand before a name that is otherwise easily two halves of other words (和县 in 省和县级, 增城 in 新增城镇). */
const BOUNDARY = /[^\p{Script=Han}]|[省市州县区年月日在到对于从和与及由向为如是问据查看说比]/u;

/** Codes of the divisions above: province, then city; 429004 has no city above it. */
function ancestorCodes(code: string): readonly string[] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  return codes.filter((above, index) => above !== code && codes.indexOf(above) === index);
}

function isAbove(above: string, code: string): boolean {
  return above !== code && ancestorCodes(code).includes(above);
}

interface Position {
  readonly text: string;
  readonly start: number;
  /** Codes of the places known so far, nearest first. */
  readonly known: () => readonly string[];
  /** Whether another place name ends here. */
  readonly adjoins: boolean;
}

/** The longest name at a position. */
function nameAt(tables: PlaceNames, position: Position): string | null {
  const { text, start } = position;
  const { names, longest } = tables.startingWith(text[start]!);
  for (let length = longest; length > 0; length--) {
    const name = text.slice(start, start + length);
    const places = names.get(name);
    if (places !== undefined && stands(places, { name, ...position })) return name;
  }
  return null;
}

/** Whether a name at a position is that name and not a piece of something else. */
function stands(places: readonly Place[], at: Position & { readonly name: string }): boolean {
  const { name, text, start } = at;
  const place = places[0];
  if (place === undefined || place === COUNTRY) return true;
  const bounded = start === 0 || at.adjoins || BOUNDARY.test(text[start - 1]!);
  const after = text.slice(start + name.length, start + name.length + 2);
  if (name === place.name) return name.length > 2 || (bounded && !/^[级域乡城市区]/u.test(after));
  if (LONGER_NAME.test(after)) return false;
  if (place.level !== 'county') return true;
  return (
    !SMALLER_NAME.test(after) && (name.length > 2 || bounded || at.known().some((code) => isAbove(code, place.code)))
  );
}

/** The one of several namesakes that lies in (or is) a place named before, nearest first. */
function settle(places: readonly Place[], known: readonly string[]): { place: Place; ambiguous: boolean } {
  const candidates = highestOf(places);
  for (const code of known) {
    const place = candidates.find((candidate) => candidate.code === code || isAbove(code, candidate.code));
    if (place !== undefined) return { place, ambiguous: false };
  }
  return { place: candidates[0]!, ambiguous: candidates.length > 1 };
}

/** What may stand between the members of a list of places. */
const LIST_SEPARATOR = /^[、和与及]?$/u;
/** An everyday word right after a city's name is a county's only where it ends there: 深圳南山的, not 丹东振兴发展. */
const NAME_END = /^(?:[^\p{Script=Han}]|[的有和与及等在两]|$)/u;

/**
 * A short name that is an everyday word, or that namesakes share, where it directly follows a place that settles it: one in
 * the same city (福田、南山) or the city itself (深圳南山).
 */
function neighbourAt(tables: PlaceNames, at: { text: string; start: number; last: PlaceMention }): PlaceMention | null {
  const { text, start, last } = at;
  if (last.level === 'country' || !LIST_SEPARATOR.test(text.slice(last.end, start))) return null;
  const isListed = last.end < start;
  const { byShort, names } = tables.startingWith(text[start]!);
  for (const length of [4, 3, 2]) {
    const end = start + length;
    const after = text.slice(end, end + 2);
    const short = text.slice(start, end);
    if (names.has(short) || LONGER_NAME.test(after) || SMALLER_NAME.test(after)) continue;
    if (!isListed && (last.level !== 'city' || !NAME_END.test(after))) continue;
    const place = byShort.get(short)?.find(({ code, level }) => {
      if (level !== 'county') return false;
      return isListed
        ? last.level === 'county' && isAbove(`${last.code.slice(0, 4)}00`, code)
        : isAbove(last.code, code);
    });
    if (place !== undefined) return { ...place, start, end, ambiguous: false };
  }
  return null;
}

interface Search {
  readonly text: string;
  readonly near: readonly string[];
}

function findAll(tables: PlaceNames, { text, near }: Search): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  const recent = new Set<string>();
  const known = () => [...[...recent].reverse(), ...near];
  for (let start = 0; start < text.length; ) {
    const last = found.at(-1);
    const name = nameAt(tables, { text, start, known, adjoins: last?.end === start });
    const mention =
      name === null ? last && neighbourAt(tables, { text, start, last }) : mentionOf(tables, { name, start, known });
    if (mention) {
      found.push(mention);
      recent.delete(mention.code);
      recent.add(mention.code);
    }
    start = mention?.end ?? start + (name?.length ?? 1);
  }
  return found;
}

function mentionOf(
  tables: PlaceNames,
  at: { name: string; start: number; known: () => readonly string[] },
): PlaceMention | null {
  const places = tables.startingWith(at.name[0]!).names.get(at.name)!;
  if (places.length === 0) return null;
  const { place, ambiguous } = settle(places, places.length > 1 ? at.known() : []);
  return { ...place, start: at.start, end: at.start + at.name.length, ambiguous };
}

/** Names are looked up once per text position. */
export function createDivisions(): Divisions {
  const tables = createPlaceNames();
  return {
    findPlaces: (text, near = []) => findAll(tables, { text, near }),
    ancestors: (code) => ancestorCodes(code).flatMap((above) => tables.withCode(above) ?? []),
    lookup(name) {
      const { country, byFull, byShort } = tables.startingWith(name[0] ?? '');
      if (country.includes(name)) return [COUNTRY];
      const places = [...(byFull.get(name) ?? []), ...(byShort.get(name) ?? [])];
      return places.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.code < b.code ? -1 : 1));
    },
  };
}
