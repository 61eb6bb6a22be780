import { remove } from '@orama/orama';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/build/embedding/random.ts';
import {
  createPassageDatabase,
  insertPassage,
  loadPassageDatabase,
  type PassageDatabase,
  savePassageDatabase,
  searchPassages,
  termFrequency,
} from '../../src/core/passage-database.ts';

interface Sample {
  readonly report: string;
  readonly terms: readonly string[];
}

/** Documents and queries over 40 terms, some of them frequent. */
function makeSample(seed: number, count: number): Sample[] {
  const random = createRandom(seed);
  const term = () => `t${Math.min(random() % 40, random() % 40)}`;
  return Array.from({ length: count }, () => ({
    report: `r${random() % 4}`,
    terms: Array.from({ length: 1 + (random() % 30) }, term),
  }));
}

function makeDatabase(samples: readonly Sample[]): PassageDatabase {
  const database = createPassageDatabase();
  samples.forEach(({ report, terms }, passage) => {
    insertPassage(database, { passage, report, terms });
  });
  return database;
}

/** The database as it comes back from its files. */
function reload(database: PassageDatabase): PassageDatabase {
  const { saved, postings } = savePassageDatabase(database);
  return loadPassageDatabase({ saved: JSON.parse(JSON.stringify(saved)), postings });
}

/** Robertson and Zaragoza 2009, with k1 0.8, b 0.6 and the idf that is never negative. */
function textbookScore(query: readonly string[], terms: readonly string[], all: readonly Sample[]): number {
  const mean = all.reduce((sum, sample) => sum + sample.terms.length, 0) / all.length;
  return query.reduce((sum, term) => {
    const n = all.filter((sample) => sample.terms.includes(term)).length;
    const tf = terms.filter((other) => other === term).length;
    const idf = Math.log(1 + (all.length - n + 0.5) / (n + 0.5));
    return sum + (idf * tf * 1.8) / (tf + 0.8 * (0.4 + (0.6 * terms.length) / mean));
  }, 0);
}

const SAMPLES = makeSample(1, 120);
const QUERIES = makeSample(2, 60).map(({ terms }) => terms.slice(0, 6));

describe('searchPassages()', () => {
  it('scores BM25 as the formula has it', () => {
    const database = makeDatabase(SAMPLES);
    for (const query of QUERIES) {
      const found = new Map(
        searchPassages(database, { terms: query, limit: 1000 }).map((hit) => [hit.passage, hit.score]),
      );
      SAMPLES.forEach(({ terms }, passage) => {
        expect(found.get(passage) ?? 0).toBeCloseTo(textbookScore(query, terms, SAMPLES), 9);
      });
    }
  });

  it('finds the same after saving and loading', () => {
    const database = makeDatabase(SAMPLES);
    const loaded = reload(database);
    for (const terms of QUERIES) {
      expect(searchPassages(loaded, { terms, limit: 10 })).toEqual(searchPassages(database, { terms, limit: 10 }));
    }
  });

  it('takes new passages after loading', () => {
    const loaded = reload(makeDatabase(SAMPLES));
    insertPassage(loaded, { passage: SAMPLES.length, report: 'r9', terms: ['t1', 'new'] });
    const fresh = makeDatabase([...SAMPLES, { report: 'r9', terms: ['t1', 'new'] }]);
    for (const database of [loaded, reload(loaded)]) {
      for (const terms of [['t1'], ['new', 't2'], ...QUERIES]) {
        expect(searchPassages(database, { terms, limit: 10 })).toEqual(searchPassages(fresh, { terms, limit: 10 }));
      }
    }
  });

  it('refuses postings that were cut off', () => {
    const { saved, postings } = savePassageDatabase(makeDatabase(SAMPLES));
    expect(() => loadPassageDatabase({ saved, postings: postings.subarray(0, -1) })).toThrow(RangeError);
  });

  it('scores after removals as if what was removed had never been there', () => {
    const database = makeDatabase(SAMPLES);
    const kept = SAMPLES.filter((_, passage) => passage % 2 === 0);
    SAMPLES.forEach((_, passage) => {
      if (passage % 2 === 1) remove(database, String(passage));
    });
    const fresh = makeDatabase(kept);
    for (const terms of QUERIES) {
      const scores = searchPassages(database, { terms, limit: 10 }).map(({ score }) => score);
      const expected = searchPassages(fresh, { terms, limit: 10 }).map(({ score }) => score);
      expect(scores).toHaveLength(expected.length);
      scores.forEach((score, i) => {
        expect(score).toBeCloseTo(expected[i]!, 9);
      });
    }
  });

  it('searches in the given reports with the statistics of all', () => {
    const database = makeDatabase(SAMPLES);
    for (const terms of QUERIES) {
      const all = searchPassages(database, { terms, limit: 1000 });
      const within = searchPassages(database, { terms, reports: ['r1', 'r3', 'unknown'], limit: 1000 });
      expect(within).toEqual(all.filter(({ passage }) => ['r1', 'r3'].includes(SAMPLES[passage]!.report)));
    }
  });

  it.each([[[]], [['unknown']]])('finds nothing for %j', (terms) => {
    expect(searchPassages(makeDatabase(SAMPLES), { terms, limit: 10 })).toEqual([]);
  });

  it('finds nothing in no reports', () => {
    expect(searchPassages(makeDatabase(SAMPLES), { terms: ['t1'], reports: [], limit: 10 })).toEqual([]);
  });

  it('takes terms that are names of object properties', () => {
    const database = makeDatabase([{ report: '__proto__', terms: ['constructor', 'x'] }]);
    expect(searchPassages(database, { terms: ['toString'], limit: 10 })).toEqual([]);
    expect(searchPassages(database, { terms: ['constructor'], limit: 10 })).toHaveLength(1);
  });
});

describe('termFrequency()', () => {
  it('counts passages, not occurrences', () => {
    const database = makeDatabase([
      { report: 'a', terms: ['x', 'x', 'y'] },
      { report: 'a', terms: ['x'] },
    ]);
    expect(['x', 'y', 'z'].map((term) => termFrequency(database, term))).toEqual([2, 1, 0]);
  });
});
