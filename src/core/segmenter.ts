/** Splits runs of Han characters into words. */
export interface Segmenter {
  /** The words of a run of simplified Han characters, which joined give the run. */
  cut(run: string): string[];
  /** Whether a word is in the vocabulary. */
  has(word: string): boolean;
}

/** The words that begin with one character. */
interface Words {
  /** Log probability of each. */
  readonly probabilities: ReadonlyMap<string, number>;
  /** UTF-16 code units of the longest; 1 when there is none. */
  readonly longest: number;
}

interface Vocabulary {
  /** @param first a character */
  wordsOf(first: string): Words;
  /** Log probability of a single character that is no word: the smallest in the dictionary, as cppjieba has it. */
  readonly unknown: number;
}

/**
 * Segmenter of maximum probability: the cut whose words have the largest product of frequencies, found by dynamic programming
 * from the end of the run. The same cut as cppjieba's `cut(run, false)` over the same dictionary (`MPSegment.hpp`).
 *
 * @param vocabulary first line the sum of all frequencies of the whole dictionary, a tab and the smallest of them; then lines
 *   `frequency TAB words joined by spaces`
 */
export function createSegmenter(vocabulary: string): Segmenter {
  const read = readVocabulary(vocabulary);
  return {
    cut: (run) => cut(run, read),
    has: (word) => read.wordsOf(word.slice(0, 1)).probabilities.has(word),
  };
}

/** Reads the words of a character when it is first met: questions hold few of the thousands. */
function readVocabulary(text: string): Vocabulary {
  const [total = Number.NaN, minimum = Number.NaN] = text.slice(0, lineEnd(text, 0)).split('\t').map(Number);
  const known = new Map<string, Words>();
  return {
    wordsOf(first) {
      const words = known.get(first) ?? readWords(text, { first, total });
      known.set(first, words);
      return words;
    },
    unknown: Math.log(minimum / total),
  };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A word stands behind the tab of its line or behind a space; its line begins with its frequency. */
function readWords(text: string, { first, total }: { first: string; total: number }): Words {
  const probabilities = new Map<string, number>();
  let longest = 1;
  if (first === '') return { probabilities, longest };
  const header = lineEnd(text, 0);
  for (const before of ['\t', ' ']) {
    const start = before + first;
    for (let at = text.indexOf(start, header); at >= 0; at = text.indexOf(start, at + 1)) {
      const line = lineEnd(text, at);
      const space = text.indexOf(' ', at + 1);
      const word = text.slice(at + 1, space < 0 ? line : Math.min(space, line));
      const frequency = Number.parseInt(text.slice(text.lastIndexOf('\n', at) + 1, at), 10);
      probabilities.set(word, Math.log(frequency / total));
      longest = Math.max(longest, word.length);
    }
  }
  return { probabilities, longest };
}

function cut(run: string, vocabulary: Vocabulary): string[] {
  const ends = bestEnds(run, vocabulary);
  const words: string[] = [];
  for (let start = 0; start < run.length; start = ends[start]!) words.push(run.slice(start, ends[start]));
  return words;
}

/** For each position the end of the word that begins there in the best cut of the rest. On a tie the shorter word stays. */
function bestEnds(run: string, { wordsOf, unknown }: Vocabulary): Int32Array {
  const scores = new Float64Array(run.length + 1);
  const ends = new Int32Array(run.length + 1);
  for (let start = run.length - 1; start >= 0; start--) {
    const { probabilities, longest } = wordsOf(run[start]!);
    scores[start] = (probabilities.get(run[start]!) ?? unknown) + scores[start + 1]!;
    ends[start] = start + 1;
    const last = Math.min(run.length, start + longest);
    for (let end = start + 2; end <= last; end++) {
      const logProbability = probabilities.get(run.slice(start, end));
      if (logProbability === undefined) continue;
      const score = logProbability + scores[end]!;
      if (score <= scores[start]!) continue;
      scores[start] = score;
      ends[start] = end;
    }
  }
  return ends;
}
