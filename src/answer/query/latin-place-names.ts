import divisionNames from '../../core/divisions.json' with { type: 'json' };

/**
 * Chinese names of places by their names in Latin letters without spaces (wenzhou, guangdongsheng); on a clash the larger
 * place wins, and a region of the reports over all.
 *
 * @param reported regions of the reports
 * @param romanize syllables of a name without tones, or null
 */
export function readLatinPlaceNames(
  reported: readonly string[],
  romanize: (name: string) => string | null,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  function add(name: string): void {
    const latin = romanize(name);
    if (latin !== null && !names.has(latin)) names.set(latin, name);
  }
  reported.forEach(add);
  const entries = Object.entries(divisionNames).map(([code, entry]) => {
    const [name = '', given] = entry.split('|');
    return { rank: code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2, name, short: given ?? name.slice(0, -1) };
  });
  for (const rank of [0, 1, 2]) {
    for (const entry of entries.filter((candidate) => candidate.rank === rank)) {
      if (entry.short.length > 1) add(entry.short);
      add(entry.name);
    }
  }
  return names;
}
