import type { ArtefactFile, ArtefactFiles } from '../../src/core/artefact-file.ts';
import { createPassageDatabase, insertPassage, savePassageDatabase } from '../../src/core/passage-database.ts';
import { createTokenizer } from '../../src/core/tokenizer.ts';

export const VOCABULARY = '1000\t1\n10\t低保 对象 养老 机构 养老机构';

/** Two reports of one section each; the second line of the first has a space that cleaning takes out. */
const SOURCES = ['低保对象14.7万人。\n养老机构 12家。', '低保对象3人。'];

/** A sound artefact by hand, with `changes` to any of its files before sizes are taken. */
export function makeArtefactFiles(changes: Partial<Record<ArtefactFile, unknown>> = {}): ArtefactFiles {
  const contents = { ...defaultContents(), ...changes };
  const files = Object.fromEntries(Object.entries(contents).map(([name, value]) => [name, encode(value)]));
  const listed = Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: '' }));
  const manifest = {
    format: 2,
    version: 'test',
    counts: { reports: 2, sections: 2, passages: 3, figures: 3, terms: 0 },
    embedder: { name: 'lsa', dimension: 2 },
    newest: null,
    files: listed,
  };
  return { ...files, 'manifest.json': encode({ ...manifest, ...Object(changes['manifest.json']) }) };
}

function encode(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

function defaultContents() {
  const database = makeDatabase();
  return {
    'reports.json': ['a', 'b'].map((id) => makeReport(id)),
    'sources.json': [
      makeSource('a', { start: [16], end: [17], text: [''], rule: ['space'] }),
      makeSource('b', { start: [], end: [], text: [], rule: [] }),
    ],
    'sections.json': { ...spans([0, 0, 21], [1, 0, 7]), ...SECTION_FIELDS },
    'passages.json': { ...spans([0, 0, 11], [0, 12, 21], [1, 0, 7]), section: [0, 0, 1] },
    'figures.json': { ...spans([0, 4, 10], [0, 17, 20], [1, 4, 6]), ...FIGURE_FIELDS },
    'orama.json': database.saved,
    'postings.bin': database.postings,
    'vocabulary.txt': VOCABULARY,
    'projection.json': { terms: '低保 养老', weights: [10_000, 10_000] },
    'projection.bin': new Uint8Array([127, 0, 0, 127]),
    'vectors.bin': new Uint8Array([127, 0, 0, 127, 127, 0]),
  };
}

function makeReport(id: string) {
  const nothing = { issuer: null, documentNumber: null, region: null, period: null, published: null, url: null };
  return { id, title: `报告${id}`, ...nothing, regionPath: [], doubts: [] };
}

function makeSource(id: string, edits: object) {
  return { id, source: SOURCES[id === 'a' ? 0 : 1], edits, garbled: [], repaired: [] };
}

function spans(...rows: readonly (readonly [number, number, number])[]) {
  return { report: rows.map((row) => row[0]), start: rows.map((row) => row[1]), end: rows.map((row) => row[2]) };
}

const SECTION_FIELDS = {
  heading: ['', ''],
  label: ['', ''],
  level: [0, 0],
  parent: [null, null],
  plan: [false, false],
  period: [null, null],
};

const FIGURE_FIELDS = {
  value: [147_000, 12, 3],
  min: [null, null, null],
  max: [null, null, null],
  unit: ['人', '家', '人'],
  approx: [null, null, null],
  kind: ['actual', 'actual', 'actual'],
  masked: [false, false, false],
  cumulative: [false, false, false],
  property: ['低保对象', '养老机构', '低保对象'],
  region: [null, null, null],
  period: [null, null, null],
  partOf: [null, null, null],
};

function makeDatabase() {
  const database = createPassageDatabase();
  const tokenize = createTokenizer(VOCABULARY);
  const texts = [...SOURCES[0]!.split('\n'), SOURCES[1]!];
  texts.forEach((text, passage) => {
    insertPassage(database, { passage, report: passage < 2 ? 'a' : 'b', terms: tokenize(text) });
  });
  return savePassageDatabase(database);
}
