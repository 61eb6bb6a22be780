import {
  ARTEFACT_FILES,
  type ArtefactFiles,
  byteLengthOf,
  bytesOf,
  checkedJsonOf,
  damaged,
  jsonOf,
  signedBytesOf,
  textOf,
} from './artefact-file.ts';
import { manifestSchema, projectionSchema, reportsSchema, sourcesSchema } from './artefact-schema.ts';
import { expectColumns, parseTables } from './artefact-tables.ts';
import { CleanText } from './clean-text.ts';
import type { Columns } from './columns.ts';
import type { Edit } from './edit.ts';
import type { Figure } from './figure.ts';
import type { Manifest } from './manifest.ts';
import type { Passage } from './passage.ts';
import type { SavedDatabase } from './passage-database.ts';
import type { Report } from './report.ts';
import type { Section } from './section.ts';
import type { Span } from './span.ts';

/** Version of the artefact's shape; raise it with every change that an older reader would misread. */
export const ARTEFACT_FORMAT = 2;

/** A report's text, and what cleaning found in it. All in source positions. */
export interface StoredSource {
  /** As decoded: what all published spans point into. */
  readonly source: string;
  /** From source to clean text. */
  readonly edits: readonly Edit[];
  /** Damaged text that could not be restored. */
  readonly garbled: readonly Span[];
  /** Damaged text that was restored. */
  readonly repaired: readonly Span[];
}

/** The latent semantic embedding: matrices row by row, one signed byte a number. */
export interface Embedding {
  readonly dimension: number;
  readonly terms: readonly string[];
  /** Factor of each term's row: its inverse document frequency times the scale of its bytes, in millionths. */
  readonly weights: readonly number[];
  /** One row a term. */
  readonly projection: Int8Array;
  /** One row a passage. */
  readonly vectors: Int8Array;
}

/** The prebuilt index in memory. Spans are in source positions, lists in the order of the reports, then of the text. */
export interface Artefact {
  readonly manifest: Manifest;
  readonly reports: readonly Report[];
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly figures: readonly Figure[];
  /** What `createTokenizer` takes. */
  readonly vocabulary: string;
  readonly embedding: Embedding;
  /** The saved Orama database. */
  readonly orama: SavedDatabase;
  /** Text of a report as decoded. @throws {RangeError} If there is no such report. */
  source(report: string): string;
  /** From a report's source to its clean text. @throws {RangeError} If there is no such report. */
  edits(report: string): readonly Edit[];
  /** Text of a report bound to its clean text; made when first asked for. @throws {RangeError} If there is no such report. */
  cleanText(report: string): CleanText;
  /** What was found damaged in a report. @throws {RangeError} If there is no such report. */
  damage(report: string): Pick<StoredSource, 'garbled' | 'repaired'>;
  /** The figures that start inside a passage, in text order. */
  figuresIn(passage: number): readonly Figure[];
}

type Sources = ReadonlyMap<string, StoredSource>;

/**
 * The artefact in `files`, checked for presence, format, sizes and shape. Hashes and the text at each span are left to
 * `npm run check:index`: they would slow the start of the Worker.
 *
 * @throws {WenjuError} `bad_artefact`, naming the file, if one is missing, truncated or not what it must be.
 */
export function parseArtefact(files: ArtefactFiles): Artefact {
  const manifest = parseManifest(files);
  const reports: readonly Report[] = checkedJsonOf(files, { file: 'reports.json', schema: reportsSchema });
  const sources = parseSources(files, reports);
  const byId: Sources = new Map(sources.map((source) => [source.id, source]));
  const tables = parseTables(files, sources);
  expectCounts(manifest, { reports, ...tables });
  const ranges = figureRanges(
    reports.map(({ id }) => id),
    tables,
  );
  return {
    manifest,
    reports,
    ...tables,
    vocabulary: textOf(files, 'vocabulary.txt'),
    embedding: parseEmbedding(files, manifest),
    orama: { saved: jsonOf(files, 'orama.json'), postings: bytesOf(files, 'postings.bin') },
    source: (report) => ofReport(byId, report).source,
    edits: (report) => ofReport(byId, report).edits,
    cleanText: lazily((report) => CleanText.of(ofReport(byId, report).source, ofReport(byId, report).edits)),
    damage: (report) => ofReport(byId, report),
    figuresIn: (passage) => tables.figures.slice(ranges[passage]?.start ?? 0, ranges[passage]?.end ?? 0),
  };
}

function parseManifest(files: ArtefactFiles): Manifest {
  const manifest = checkedJsonOf(files, { file: 'manifest.json', schema: manifestSchema });
  if (manifest.format !== ARTEFACT_FORMAT) {
    throw damaged('manifest.json', `的格式版本是 ${manifest.format}，本程序需要 ${ARTEFACT_FORMAT}`);
  }
  for (const file of ARTEFACT_FILES) {
    if (file === 'manifest.json') continue;
    const listed = manifest.files.find(({ name }) => name === file);
    if (listed === undefined) throw damaged('manifest.json', `没有列出 ${file}`);
    const bytes = byteLengthOf(files, file);
    if (bytes !== listed.bytes) throw damaged(file, `有 ${bytes} 字节，应为 ${listed.bytes} 字节`);
  }
  return manifest;
}

/** The sources in the order of the reports. */
function parseSources(
  files: ArtefactFiles,
  reports: readonly Report[],
): readonly (StoredSource & { readonly id: string })[] {
  const file = 'sources.json';
  const stored = checkedJsonOf(files, { file, schema: sourcesSchema });
  const aligned = stored.length === reports.length && reports.every(({ id }, i) => stored[i]!.id === id);
  if (!aligned) throw damaged(file, '与 reports.json 的报告不一致');
  return stored.map((source) => ({ ...source, edits: editsOf(source.edits) }));
}

function editsOf(columns: Columns<Edit>): Edit[] {
  return Array.from({ length: expectColumns('sources.json', columns) }, (_, i) => ({
    start: columns.start[i]!,
    end: columns.end[i]!,
    text: columns.text[i]!,
    rule: columns.rule[i]!,
  }));
}

function expectCounts(
  manifest: Manifest,
  tables: Pick<Artefact, 'reports' | 'sections' | 'passages' | 'figures'>,
): void {
  for (const name of ['reports', 'sections', 'passages', 'figures'] as const) {
    const [count, expected] = [tables[name].length, manifest.counts[name]];
    if (count !== expected) throw damaged(`${name}.json`, `有 ${count} 条，应为 ${expected} 条`);
  }
}

/** For each passage the range of the figures that start inside it. All lists are sorted by report and start. */
function figureRanges(
  reports: readonly string[],
  { passages, figures }: Pick<Artefact, 'passages' | 'figures'>,
): readonly Span[] {
  const order = new Map(reports.map((report, i) => [report, i]));
  let next = 0;
  const advance = (report: string, position: number): number => {
    for (let figure = figures[next]; figure !== undefined; figure = figures[++next]) {
      const ahead = order.get(figure.report)! - order.get(report)!;
      if (ahead > 0 || (ahead === 0 && figure.start >= position)) break;
    }
    return next;
  };
  return passages.map(({ report, start, end }) => ({ start: advance(report, start), end: advance(report, end) }));
}

function parseEmbedding(files: ArtefactFiles, { embedder: { dimension }, counts }: Manifest): Embedding {
  const { terms: joined, weights } = checkedJsonOf(files, { file: 'projection.json', schema: projectionSchema });
  const terms = joined === '' ? [] : joined.split(' ');
  const projection = signedBytesOf(files, 'projection.bin');
  const vectors = signedBytesOf(files, 'vectors.bin');
  if (weights.length !== terms.length) throw damaged('projection.json', '的权重数与词数不符');
  if (projection.length !== terms.length * dimension) throw damaged('projection.bin', '的行数与词数不符');
  if (vectors.length !== counts.passages * dimension) throw damaged('vectors.bin', '的行数与段落数不符');
  return { dimension, terms, weights, projection, vectors };
}

/** The same function, computing the value of each key once. */
function lazily<Value>(compute: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>();
  return function computeOnce(key) {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}

function ofReport(sources: Sources, report: string): StoredSource {
  const source = sources.get(report);
  if (source === undefined) throw new RangeError(`Cannot find report ${report} in the artefact`);
  return source;
}
