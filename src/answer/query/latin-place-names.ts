import divisionNames from '../../core/divisions.json' with { type: 'json' };
import syllables from './syllables.json' with { type: 'json' };

const CHARACTERS: Readonly<Record<string, string>> = syllables;
const LONGEST_SYLLABLE = 6;

interface PlaceName {
  readonly name: string;
  /** Regions of the reports 0, provinces 1, cities 2, counties 3. */
  readonly rank: number;
}

/** The ways to cut a first syllable off a name in Latin letters. */
function firstSyllables(latin: string): string[] {
  return Array.from({ length: Math.min(LONGEST_SYLLABLE, latin.length) }, (_, i) => latin.slice(0, i + 1)).filter(
    (syllable) => CHARACTERS[syllable] !== undefined,
  );
}

/** Whether a Chinese name can be read as the letters; a character may have several readings. */
function isReadAs(name: string, latin: string): boolean {
  if (name === '') return latin === '';
  return firstSyllables(latin).some(
    (syllable) => CHARACTERS[syllable]!.includes(name[0]!) && isReadAs(name.slice(1), latin.slice(syllable.length)),
  );
}

/** All names by their first character, those of larger places first. */
function indexNames(reported: readonly string[]): ReadonlyMap<string, readonly PlaceName[]> {
  const ranks: string[][] = [[...reported], [], [], []];
  for (const [code, entry] of Object.entries(divisionNames)) {
    const [name = '', given] = entry.split('|');
    const rank = code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
    ranks[rank]!.push(given ?? name.slice(0, -1), name);
  }
  const index = new Map<string, PlaceName[]>();
  ranks.forEach((names, rank) => {
    for (const name of names.filter(({ length }) => length > 1)) {
      const known = index.get(name[0]!);
      if (known === undefined) index.set(name[0]!, [{ name, rank }]);
      else known.push({ name, rank });
    }
  });
  return index;
}

/**
 * Finds places by their names in Latin letters without spaces (wenzhou, guangdongsheng); on a clash the larger place wins,
 * and a region of the reports over all.
 *
 * @param reported regions of the reports
 */
export function createLatinPlaceNames(reported: readonly string[]): (latin: string) => string | null {
  let index: ReadonlyMap<string, readonly PlaceName[]> | null = null;
  return function find(latin) {
    index ??= indexNames(reported);
    let best: PlaceName | null = null;
    for (const character of new Set(firstSyllables(latin).flatMap((syllable) => [...CHARACTERS[syllable]!]))) {
      const found = index.get(character)?.find(({ name }) => isReadAs(name, latin));
      if (found !== undefined && (best === null || found.rank < best.rank)) best = found;
    }
    return best?.name ?? null;
  };
}
