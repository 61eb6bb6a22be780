import { ARTEFACT_FILES, type ArtefactFile } from '../../core/artefact-file.ts';
import { type Columns, toColumns } from '../../core/columns.ts';
import type { Figure } from '../../core/figure.ts';
import type { Passage } from '../../core/passage.ts';
import type { Section } from '../../core/section.ts';
import { createManifest } from './create-manifest.ts';
import type { IndexContent, IndexedDocument } from './index-content.ts';
import { type SourcePositions, toSourcePositions } from './source-positions.ts';

/** The bytes of every file of the artefact, in the order of `ARTEFACT_FILES`. */
export type ArtefactBytes = ReadonlyMap<ArtefactFile, Uint8Array>;

/** The same content gives the same bytes: fields are written in a fixed order, and nothing of the machine or the day. */
export function createArtefactFiles(content: IndexContent): ArtefactBytes {
  const positions = content.documents.map(({ document, passages }) => toSourcePositions(document, passages));
  const tables = createTables(content.documents, positions);
  const { terms, weights, projection, vectors } = content.embedding;
  const files: Record<Exclude<ArtefactFile, 'manifest.json'>, Uint8Array> = {
    'reports.json': json(positions.map(({ report }) => report)),
    'sources.json': json(content.documents.map((indexed, i) => toStoredSource(indexed, positions[i]!))),
    'sections.json': json(tables.sections),
    'passages.json': json(tables.passages),
    'figures.json': json(tables.figures),
    'orama.json': json(content.orama.saved),
    'postings.bin': content.orama.postings,
    'vocabulary.txt': new TextEncoder().encode(content.vocabulary),
    'projection.json': json({ terms: terms.join(' '), weights }),
    'projection.bin': new Uint8Array(projection.buffer),
    'vectors.bin': new Uint8Array(vectors.buffer),
  };
  const manifest = createManifest({ content, reports: positions.map(({ report }) => report), files });
  const all = { ...files, 'manifest.json': json(manifest) };
  return new Map(ARTEFACT_FILES.map((name) => [name, all[name]]));
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

function toStoredSource({ document }: IndexedDocument, { garbled, repaired }: SourcePositions) {
  const { id, source, edits } = document;
  return { id, source, edits: toColumns(edits, ['start', 'end', 'text', 'rule']), garbled, repaired };
}

type Stored<Row> = Omit<Row, 'report'> & { readonly report: number };

const SECTION_COLUMNS = ['report', 'start', 'end', 'heading', 'label', 'level', 'parent', 'plan', 'period'] as const;
const PASSAGE_COLUMNS = ['report', 'start', 'end', 'section'] as const;
const FIGURE_COLUMNS = [
  'report',
  'start',
  'end',
  'value',
  'min',
  'max',
  'unit',
  'approx',
  'kind',
  'masked',
  'cumulative',
  'property',
  'region',
  'period',
  'partOf',
] as const;

/** The tables over all reports: `report` becomes an index, and indices of sections count on through the reports. */
function createTables(documents: readonly IndexedDocument[], positions: readonly SourcePositions[]) {
  const sections: Stored<Section>[] = [];
  const passages: Stored<Passage>[] = [];
  const figures: Stored<Figure>[] = [];
  positions.forEach((document, report) => {
    const first = sections.length;
    for (const section of document.sections) {
      sections.push({ ...section, report, parent: section.parent === null ? null : section.parent + first });
    }
    for (const passage of document.passages) passages.push({ ...passage, report, section: passage.section + first });
    for (const figure of documents[report]!.figures) figures.push({ ...checked(figure, documents[report]!), report });
  });
  return {
    sections: toColumns(sections, SECTION_COLUMNS) satisfies Columns<Stored<Section>>,
    passages: toColumns(passages, PASSAGE_COLUMNS) satisfies Columns<Stored<Passage>>,
    figures: toColumns(figures, FIGURE_COLUMNS) satisfies Columns<Omit<Stored<Figure>, 'raw'>>,
  };
}

/** `raw` is not stored but read back from the source, so it must stand there. */
function checked(figure: Figure, { document }: IndexedDocument): Figure {
  const text = document.source.slice(figure.start, figure.end);
  if (figure.raw === text) return figure;
  throw new Error(
    `Figure "${figure.raw}" of ${document.id} is "${text}" in the source at ${figure.start}-${figure.end}`,
  );
}
