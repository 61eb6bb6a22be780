/** Places where a list or a paragraph may be cut without cutting a word or a number. */
const BREAKS = new Set(['\n', '；', '。', '，', '、', ' ']);

/**
 * A text in pieces that end after a comma, full stop or space, so that no number and no surrogate pair is cut; only a run
 * without any is cut between two code points.
 *
 * @param limit longest piece, in Unicode code points
 */
export function splitText(text: string, limit: number): readonly string[] {
  const points = [...text];
  const pieces: string[] = [];
  let start = 0;
  while (points.length - start > limit) {
    let end = start + limit;
    while (end > start && !BREAKS.has(points[end - 1]!)) end--;
    if (end === start) end = start + limit;
    pieces.push(points.slice(start, end).join(''));
    start = end;
  }
  return [...pieces, points.slice(start).join('')];
}
