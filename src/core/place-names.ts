import divisionNames from './divisions.json' with { type: 'json' };
import placeWords from './place-words.json' with { type: 'json' };

export type PlaceLevel = 'country' | 'province' | 'city' | 'county';

/** A country, province, city or county. */
export interface Place {
  /** Full official name: 青田县. */
  readonly name: string;
  /** Name without its kind (青田); equal to `name` where it is never shortened. */
  readonly short: string;
  /** GB/T 2260 code of six digits; `000000` for the country. */
  readonly code: string;
  readonly level: PlaceLevel;
}

export const COUNTRY: Place = { name: '全国', short: '全国', code: '000000', level: 'country' };

function levelOf(code: string): PlaceLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

function parsePlace(code: string, entry: string): Place {
  const bar = entry.indexOf('|');
  const name = bar < 0 ? entry : entry.slice(0, bar);
  const short = bar < 0 ? name.slice(0, -1) : entry.slice(bar + 1);
  return { name, short: short === '' ? name : short, code, level: levelOf(code) };
}

/** What a name means; no places: a phrase that only looks like one. */
export type Names = Map<string, Place[]>;

function addName(names: Names, name: string, place: Place): void {
  const known = names.get(name);
  if (known === undefined) names.set(name, [place]);
  else known.push(place);
}

/** Short names a text may use: two or more characters, no everyday word, one division at its highest level. */
function addShortNames(names: Names, byShort: Names): void {
  for (const [short, places] of byShort) {
    if (short.length < 2 || placeWords.notShort.includes(short) || names.has(short)) continue;
    const highest = places.length === 1 ? places : highestOf(places);
    if (highest.length === 1) names.set(short, highest);
  }
}

export const LEVELS: readonly PlaceLevel[] = ['country', 'province', 'city', 'county'];

/** The places of the highest level among these. */
export function highestOf(places: readonly Place[]): Place[] {
  const level = LEVELS.find((candidate) => places.some((place) => place.level === candidate));
  return places.filter((place) => place.level === level);
}

/** The names that begin with one character. */
export interface NameGroup {
  readonly byFull: Names;
  readonly byShort: Names;
  /** What a text is searched for. */
  readonly names: Names;
  /** Length of the longest of `names`. */
  readonly longest: number;
  /** Names of the country. */
  readonly country: readonly string[];
}

/** The names of the divisions. */
export interface PlaceNames {
  startingWith(character: string): NameGroup;
  withCode(code: string): Place | undefined;
}

function readGroup(character: string, places: readonly Place[]): NameGroup {
  const isOurs = (word: string): boolean => word.startsWith(character);
  const byFull: Names = new Map();
  const byShort: Names = new Map();
  for (const place of places) {
    addName(byFull, place.name, place);
    if (place.short !== place.name) addName(byShort, place.short, place);
  }
  const country = placeWords.country.filter(isOurs);
  const names: Names = new Map(byFull);
  for (const generic of placeWords.notFull) names.delete(generic);
  for (const name of country) names.set(name, [COUNTRY]);
  addShortNames(names, byShort);
  for (const phrase of placeWords.notPlace.filter(isOurs)) names.set(phrase, []);
  return { byFull, byShort, names, country, longest: Math.max(0, ...[...names.keys()].map(({ length }) => length)) };
}

const NO_NAMES: NameGroup = { byFull: new Map(), byShort: new Map(), names: new Map(), longest: 0, country: [] };

const ENTRIES: Readonly<Record<string, string>> = divisionNames;

/** Codes by the first character of the name, which is also that of the short name; none for one that only phrases begin with. */
function codesByCharacter(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const phrase of [...placeWords.country, ...placeWords.notPlace]) codes.set(phrase[0]!, []);
  for (const code of Object.keys(ENTRIES)) {
    const character = ENTRIES[code]![0]!;
    const known = codes.get(character);
    if (known === undefined) codes.set(character, [code]);
    else known.push(code);
  }
  return codes;
}

/** Names are read when the first that begins with their character is looked for: a question touches few of the thousands. */
export function createPlaceNames(): PlaceNames {
  const groups = new Map<string, NameGroup>();
  let codes: ReadonlyMap<string, readonly string[]> | null = null;
  return {
    startingWith(character) {
      codes ??= codesByCharacter();
      const own = codes.get(character);
      if (own === undefined) return NO_NAMES;
      const known = groups.get(character);
      if (known !== undefined) return known;
      const places = own.map((code) => parsePlace(code, ENTRIES[code]!));
      const group = readGroup(character, places);
      groups.set(character, group);
      return group;
    },
    withCode(code) {
      const entry = ENTRIES[code];
      return entry === undefined ? undefined : parsePlace(code, entry);
    },
  };
}
