/**
 * The positions of the best scores above 0, best first, ties in order of position.
 *
 * Most scores are turned down by one comparison with the least that was good enough so far, and that one is found by the
 * engine's own sorting of numbers: comparing in script costs ten times as much while the script is young.
 *
 * @param limit the most that are returned
 */
export function topScores(scores: Float64Array, limit: number): number[] {
  if (limit <= 0) return [];
  let best: number[] = [];
  let least = 0;
  for (let position = 0; position < scores.length; position++) {
    if (scores[position]! <= least) continue;
    best.push(position);
    if (best.length < 2 * limit) continue;
    least = lastOf(scores, { positions: best, limit });
    best = keepBest(scores, { positions: best, limit, least });
  }
  return best.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, limit);
}

/** The least of the `limit` best scores at the positions. */
function lastOf(scores: Float64Array, { positions, limit }: { positions: readonly number[]; limit: number }): number {
  const sorted = Float64Array.from(positions, (position) => scores[position]!).sort();
  return sorted[sorted.length - limit]!;
}

/** The `limit` best of ascending positions, still ascending: of those that tie with the least, the first. */
function keepBest(
  scores: Float64Array,
  { positions, limit, least }: { positions: readonly number[]; limit: number; least: number },
): number[] {
  let ties = limit - positions.reduce((above, position) => above + (scores[position]! > least ? 1 : 0), 0);
  return positions.filter((position) => scores[position]! > least || (scores[position] === least && ties-- > 0));
}
