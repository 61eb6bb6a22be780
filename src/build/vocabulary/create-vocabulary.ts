import type { Dictionary } from './dictionary.ts';
import questionWords from './question-words.json' with { type: 'json' };

const HAN_RUN = /\p{Script=Han}+/gu;

/** Longer entries of the dictionary are sayings and names of films, which would only slow the cut. */
const LONGEST_WORD = 8;

/**
 * The vocabulary that `createSegmenter` takes: every word of the dictionary that occurs anywhere in the texts, so that the
 * segmenter cuts them as the whole dictionary would, and common words of questions, which reports do not use.
 *
 * @param texts folded texts of the reports
 */
export function createVocabulary(texts: readonly string[], dictionary: Dictionary): string {
  const words = new Set(questionWords.filter((word) => dictionary.frequencies.has(word)));
  for (const text of texts) {
    for (const [run] of text.matchAll(HAN_RUN)) addWords(run, { words, dictionary });
  }
  return pack(words, dictionary);
}

function addWords(run: string, { words, dictionary }: { words: Set<string>; dictionary: Dictionary }): void {
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 1; end <= Math.min(run.length, start + LONGEST_WORD); end++) {
      const word = run.slice(start, end);
      if (dictionary.frequencies.has(word)) words.add(word);
    }
  }
}

/** Words grouped by frequency, most frequent first, each group sorted by code unit: small once compressed, and always the same. */
function pack(words: ReadonlySet<string>, { frequencies, total, minimum }: Dictionary): string {
  const groups = new Map<number, string[]>();
  for (const word of [...words].sort()) {
    const frequency = frequencies.get(word)!;
    const group = groups.get(frequency);
    if (group === undefined) groups.set(frequency, [word]);
    else group.push(word);
  }
  const lines = [...groups].sort(([a], [b]) => b - a).map(([frequency, group]) => `${frequency}\t${group.join(' ')}`);
  return [`${total}\t${minimum}`, ...lines].join('\n');
}
