import { type ArtefactFile, type ArtefactFiles, checkedJsonOf, damaged } from './artefact-file.ts';
import { figuresSchema, passagesSchema, sectionsSchema } from './artefact-schema.ts';
import { type Columns, countRows } from './columns.ts';
import type { Figure } from './figure.ts';
import type { Passage } from './passage.ts';
import type { Section } from './section.ts';
import type { Span } from './span.ts';

/** A report that rows of the tables point into. */
interface TableSource {
  readonly id: string;
  readonly source: string;
}

type Sources = readonly TableSource[];

/** The tables of the artefact, each row with the id of its report. Rows are written out: copying by key is slow at start-up. */
export function parseTables(files: ArtefactFiles, sources: Sources) {
  const sections = parseSections(files, sources);
  const passages = parsePassages(files, sources);
  const lost = passages.find(({ section }) => sections[section] === undefined);
  if (lost !== undefined) throw damaged('passages.json', `指向不存在的章节 ${lost.section}`);
  return { sections, passages, figures: parseFigures(files, sources) };
}

/** The number of rows. */
export function expectColumns<Row extends object>(file: ArtefactFile, columns: Columns<Row>): number {
  try {
    return countRows(columns);
  } catch (error) {
    throw damaged(file, '各列长度不一', error);
  }
}

/** The report of a row, whose span must lie inside it. */
function sourceOf(
  { report, start, end }: Span & { readonly report: number },
  { file, sources }: { file: ArtefactFile; sources: Sources },
): TableSource {
  const source = sources[report];
  if (source !== undefined && 0 <= start && start <= end && end <= source.source.length) return source;
  throw damaged(file, `的区间 ${start}-${end} 超出报告 ${report}`);
}

function parseSections(files: ArtefactFiles, sources: Sources): Section[] {
  const file = 'sections.json';
  const columns = checkedJsonOf(files, { file, schema: sectionsSchema });
  return Array.from({ length: expectColumns(file, columns) }, (_, i) => {
    const [start, end] = [columns.start[i]!, columns.end[i]!];
    return {
      report: sourceOf({ report: columns.report[i]!, start, end }, { file, sources }).id,
      start,
      end,
      heading: columns.heading[i]!,
      label: columns.label[i]!,
      level: columns.level[i]!,
      parent: columns.parent[i] ?? null,
      plan: columns.plan[i]!,
      period: columns.period[i] ?? null,
    };
  });
}

function parsePassages(files: ArtefactFiles, sources: Sources): Passage[] {
  const file = 'passages.json';
  const columns = checkedJsonOf(files, { file, schema: passagesSchema });
  return Array.from({ length: expectColumns(file, columns) }, (_, i) => {
    const [start, end] = [columns.start[i]!, columns.end[i]!];
    const { id } = sourceOf({ report: columns.report[i]!, start, end }, { file, sources });
    return { report: id, start, end, section: columns.section[i]! };
  });
}

function parseFigures(files: ArtefactFiles, sources: Sources): Figure[] {
  const file = 'figures.json';
  const columns = checkedJsonOf(files, { file, schema: figuresSchema });
  return Array.from({ length: expectColumns(file, columns) }, (_, i) => {
    const [start, end] = [columns.start[i]!, columns.end[i]!];
    const { id, source } = sourceOf({ report: columns.report[i]!, start, end }, { file, sources });
    return {
      report: id,
      start,
      end,
      value: columns.value[i] ?? null,
      min: columns.min[i] ?? null,
      max: columns.max[i] ?? null,
      unit: columns.unit[i]!,
      approx: columns.approx[i] ?? null,
      kind: columns.kind[i]!,
      masked: columns.masked[i]!,
      cumulative: columns.cumulative[i]!,
      property: columns.property[i]!,
      region: columns.region[i] ?? null,
      period: columns.period[i] ?? null,
      partOf: columns.partOf[i] ?? null,
      raw: source.slice(start, end),
    };
  });
}
