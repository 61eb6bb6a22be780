/** Terms in the order of their code units, each by its place: searched by halving, so that loading them makes no table. */
export interface SortedTerms {
  readonly all: readonly string[];
  /** -1 for a term that is not among them. */
  indexOf(term: string): number;
}

/** @param joined terms in ascending order of code units, a space between two */
export function createSortedTerms(joined: string): SortedTerms {
  const all = joined === '' ? [] : joined.split(' ');
  return {
    all,
    indexOf(term) {
      let [from, to] = [0, all.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (all[middle]! < term) from = middle + 1;
        else to = middle;
      }
      return all[from] === term ? from : -1;
    },
  };
}
