/** Splits runs of Han characters into words. */
export interface Segmenter {
  /** The words of a run of simplified Han characters, which joined give the run. */
  cut(run: string): string[];
  /** Whether a word is in the vocabulary. */
  has(word: string): boolean;
}

interface Vocabulary {
  /** Log probability of each word. */
  readonly words: ReadonlyMap<string, number>;
  /** Of a single character that is no word: the smallest in the dictionary, as cppjieba has it. */
  readonly unknown: number;
  /** UTF-16 code units of the longest word. */
  readonly longest: number;
}

/**
 * Segmenter of maximum probability: the cut whose words have the largest product of frequencies, found by dynamic programming
 * from the end of the run. The same cut as cppjieba's `cut(run, false)` over the same dictionary (`MPSegment.hpp`).
 *
 * @param vocabulary first line the sum of all frequencies of the whole dictionary, a tab and the smallest of them; then lines
 *   `frequency TAB words joined by spaces`
 */
export function createSegmenter(vocabulary: string): Segmenter {
  const parsed = parseVocabulary(vocabulary);
  return {
    cut: (run) => cut(run, parsed),
    has: (word) => parsed.words.has(word),
  };
}

function parseVocabulary(text: string): Vocabulary {
  const [header = '', ...lines] = text.split('\n');
  const [total = Number.NaN, minimum = Number.NaN] = header.split('\t').map(Number);
  const words = new Map<string, number>();
  let longest = 1;
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const logProbability = Math.log(Number(line.slice(0, tab)) / total);
    for (const word of line.slice(tab + 1).split(' ')) {
      words.set(word, logProbability);
      longest = Math.max(longest, word.length);
    }
  }
  return { words, unknown: Math.log(minimum / total), longest };
}

function cut(run: string, vocabulary: Vocabulary): string[] {
  const ends = bestEnds(run, vocabulary);
  const words: string[] = [];
  for (let start = 0; start < run.length; start = ends[start]!) words.push(run.slice(start, ends[start]));
  return words;
}

/** For each position the end of the word that begins there in the best cut of the rest. On a tie the shorter word stays. */
function bestEnds(run: string, { words, unknown, longest }: Vocabulary): Int32Array {
  const scores = new Float64Array(run.length + 1);
  const ends = new Int32Array(run.length + 1);
  for (let start = run.length - 1; start >= 0; start--) {
    scores[start] = (words.get(run[start]!) ?? unknown) + scores[start + 1]!;
    ends[start] = start + 1;
    const last = Math.min(run.length, start + longest);
    for (let end = start + 2; end <= last; end++) {
      const logProbability = words.get(run.slice(start, end));
      if (logProbability === undefined) continue;
      const score = logProbability + scores[end]!;
      if (score <= scores[start]!) continue;
      scores[start] = score;
      ends[start] = end;
    }
  }
  return ends;
}
