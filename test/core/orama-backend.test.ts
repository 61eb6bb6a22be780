import { describe, expect, it } from 'vitest';
import { parseArtefact } from '../../src/core/artefact.ts';
import { createOramaBackend } from '../../src/core/orama-backend.ts';
import { createTokenizer } from '../../src/core/tokenizer.ts';
import { makeArtefactFiles, VOCABULARY } from './artefact-fixture.ts';

const tokenize = createTokenizer(VOCABULARY);

describe('createOramaBackend()', () => {
  const backend = createOramaBackend(parseArtefact(makeArtefactFiles()));

  it('ranks by both rankings', () => {
    const [first] = backend.search({ terms: tokenize('養老機構有多少家'), limit: 10 });
    expect(first).toMatchObject({ passage: 1, ranks: { text: 1, vector: 1 } });
  });

  it.each([
    [['b'], [2]],
    [
      ['a', 'b'],
      [0, 2],
    ],
    [[], []],
    [['unknown'], []],
  ])('searches in %j', (reports, passages) => {
    const hits = backend.search({ terms: tokenize('低保'), reports, limit: 10 });
    expect(hits.map(({ passage }) => passage).sort()).toEqual(passages);
  });

  it('gives at most `limit` hits, best first', () => {
    const hits = backend.search({ terms: tokenize('低保对象和养老机构'), limit: 10 });
    expect(hits).toHaveLength(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(backend.search({ terms: tokenize('低保对象和养老机构'), limit: 1 })).toEqual(hits.slice(0, 1));
  });

  it('finds nothing for unknown terms', () => {
    expect(backend.search({ terms: ['unknown'], limit: 10 })).toEqual([]);
  });

  it('counts the passages of a term', () => {
    expect([backend.frequency('低保'), backend.frequency('猫')]).toEqual([2, 0]);
  });

  it.each([{}, { index: {} }, [], null])('names orama.json when it holds %j', (content) => {
    const artefact = parseArtefact(makeArtefactFiles({ 'orama.json': JSON.stringify(content) }));
    expect(() => createOramaBackend(artefact)).toThrow(/orama\.json/u);
  });

  it('ranks by the text alone where the embedder is elsewhere and no vector is given', () => {
    const artefact = parseArtefact(
      makeArtefactFiles({ 'manifest.json': { embedder: { name: 'other', dimension: 2 } } }),
    );
    const backend = createOramaBackend(artefact);
    const alone = backend.search({ terms: tokenize('低保对象和养老机构'), limit: 5 });
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.every(({ ranks }) => ranks.vector === null)).toBe(true);
    const vector = Float32Array.from(artefact.embedding.vectors.subarray(0, 2));
    expect(backend.search({ terms: [], limit: 1, vector })).toMatchObject([{ passage: 0, ranks: { vector: 1 } }]);
  });
});
