/** Where words may come from. */
export interface WordSources {
  /** Words that state nothing; a single character counts. */
  readonly glue: ReadonlySet<string>;
  /** Names that belong to the figure of the clause; used whole. */
  readonly labels: readonly string[];
  /** Text of the report whose pieces may be used again, in their order. */
  readonly source: string;
}

/** Shortest piece of the source that may be used, in characters. A single one is too easily found. */
const SHORTEST_PIECE = 2;

/** Length of what two texts share from two positions on. */
function sharedLength(a: { text: string; at: number }, b: { text: string; at: number }): number {
  let length = 0;
  while (
    a.at + length < a.text.length &&
    a.text[a.at + length] === b.text[b.at + length] &&
    b.text[b.at + length] !== ' '
  )
    length++;
  return length;
}

/** Ends of the glue and labels that begin at a position. */
function wordEnds(text: string, at: number, { glue, labels }: WordSources): number[] {
  const ends: number[] = [];
  for (let length = 1; length <= 4 && at + length <= text.length; length++)
    if (glue.has(text.slice(at, at + length))) ends.push(at + length);
  for (const label of labels) if (label !== '' && text.startsWith(label, at)) ends.push(at + label.length);
  return ends;
}

/**
 * Finds what of a text none of the sources accounts for. Pieces of the source must follow each other as they do there,
 * so that none of its statements can be turned round.
 *
 * @returns null when all is covered, else the rest of the text from the first character that is not
 */
export function findUncovered(text: string, sources: WordSources): string | null {
  const { source } = sources;
  /** By position in the text: the smallest position in the source that a reading up to there ends at. */
  const reached: (number | undefined)[] = [0];
  let furthest = 0;
  for (let at = 0; at < text.length; at++) {
    const from = reached[at];
    if (from === undefined) continue;
    furthest = at;
    const reach = (end: number, pointer: number): void => {
      reached[end] = Math.min(reached[end] ?? Number.POSITIVE_INFINITY, pointer);
    };
    for (const end of wordEnds(text, at, sources)) reach(end, from);
    for (let start = from; start < source.length; start++) {
      const longest = sharedLength({ text, at }, { text: source, at: start });
      for (let length = SHORTEST_PIECE; length <= longest; length++) reach(at + length, start + length);
    }
  }
  return reached[text.length] === undefined ? text.slice(furthest) : null;
}
