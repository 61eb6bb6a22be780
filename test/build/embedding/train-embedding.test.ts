import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/build/embedding/random.ts';
import { trainEmbedding } from '../../../src/build/embedding/train-embedding.ts';
import { createLsaEmbedder } from '../../../src/core/embedder.ts';
import { createVectorIndex } from '../../../src/core/vector-index.ts';

const TOPICS = ['低保 救助 困难 特困', '养老 老人 机构 床位', '婚姻 登记 结婚 离婚'].map((words) => words.split(' '));

/** Passages of three words of one topic and one of any. */
function makePassages(count: number): string[][] {
  const random = createRandom(7);
  const wordOf = (topic: readonly string[]) => topic[random() % topic.length]!;
  return Array.from({ length: count }, (_, i) => {
    const topic = TOPICS[i % TOPICS.length]!;
    return [wordOf(topic), wordOf(topic), wordOf(topic), wordOf(TOPICS[random() % TOPICS.length]!)];
  });
}

describe('trainEmbedding()', () => {
  const passages = makePassages(90);
  const embedding = trainEmbedding(passages);

  it('brings passages of the topic of a word first, with the word in them or not', () => {
    const narrow = trainEmbedding(passages, TOPICS.length);
    const index = createVectorIndex(narrow);
    TOPICS.forEach((topic, number) => {
      const found = index.search(createLsaEmbedder(narrow).embed([topic[0]!]), { limit: 20 });
      const right = found.filter(({ passage }) => passage % TOPICS.length === number);
      expect(right.length).toBe(20);
    });
  });

  it('gives a passage its own vector', () => {
    const index = createVectorIndex(embedding);
    const embedder = createLsaEmbedder(embedding);
    passages.slice(0, 20).forEach((terms, passage) => {
      const scores = new Map(index.search(embedder.embed(terms), { limit: 90 }).map((hit) => [hit.passage, hit.score]));
      expect(scores.get(passage)).toBeGreaterThan(0.99);
    });
  });

  it('trains to the same bytes again', () => {
    expect(trainEmbedding(makePassages(90))).toEqual(embedding);
  });

  it.each([[[]], [[[]]], [[['低保']]], [[['低保'], ['低保']]]])('takes %j', (few) => {
    const { dimension, terms, projection, vectors, weights } = trainEmbedding(few);
    expect(projection).toHaveLength(terms.length * dimension);
    expect(vectors).toHaveLength(few.length * dimension);
    expect(weights.every(Number.isSafeInteger)).toBe(true);
  });
});
