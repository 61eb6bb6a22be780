import { fold } from './fold.ts';
import { createSegmenter, type Segmenter } from './segmenter.ts';

/** Terms of a text, in order, duplicates kept. */
export type Tokenizer = (text: string) => string[];

/** Runs of Han characters, and numbers and Latin words kept whole (2018, 14.7, 5g, covid). Everything else separates. */
const RUN = /[\p{Script=Han}]+|[a-z\d]+(?:\.\d+)*/gu;
const STARTS_WITH_HAN = /^\p{Script=Han}/u;

/**
 * The tokenizer of both sides, passages and questions: words of maximum probability, their sub-words, and the character
 * bigrams across words, all on simplified, half-width, lower-case text.
 *
 * Bigrams make up for what the segmenter does not know; with them BM25 finds more on each set measured (`notes` of the index
 * in README.md).
 *
 * @param vocabulary as `createSegmenter` takes it
 */
export function createTokenizer(vocabulary: string): Tokenizer {
  const segmenter = createSegmenter(vocabulary);
  return function tokenize(text) {
    const terms: string[] = [];
    for (const [run] of fold(text).toLowerCase().matchAll(RUN)) {
      if (STARTS_WITH_HAN.test(run)) terms.push(...hanTerms(run, segmenter));
      else terms.push(run);
    }
    return terms;
  };
}

function hanTerms(run: string, segmenter: Segmenter): string[] {
  const terms: string[] = [];
  for (const word of segmenter.cut(run)) terms.push(...subwords(word, segmenter), word);
  for (let i = 0; i + 2 <= run.length; i++) terms.push(run.slice(i, i + 2));
  return terms;
}

/** The words of two and three characters inside a longer word, as cppjieba's search mode has them (`QuerySegment.hpp`). */
function subwords(word: string, segmenter: Segmenter): string[] {
  const found: string[] = [];
  for (const length of [2, 3]) {
    if (word.length <= length) break;
    for (let i = 0; i + length <= word.length; i++) {
      const part = word.slice(i, i + length);
      if (segmenter.has(part)) found.push(part);
    }
  }
  return found;
}
