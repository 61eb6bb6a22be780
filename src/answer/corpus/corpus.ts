import type { Artefact } from '../../core/artefact.ts';
import type { CleanText } from '../../core/clean-text.ts';
import type { Divisions } from '../../core/divisions.ts';
import type { OffsetMap } from '../../core/offset-map.ts';
import type { Report } from '../../core/report.ts';
import { overlaps, type Span } from '../../core/span.ts';
import { matchView } from '../match-view.ts';
import { type CorpusFigures, createCorpusFigures } from './corpus-figures.ts';
import { countPairs, type PairCounts } from './count-pairs.ts';
import { doubtedYears, inferPeriod, inferRegion } from './infer-subject.ts';
import { parsePeriod, type YearSpan } from './period.ts';
import { shortRegion } from './region.ts';
import { SENTENCE_END, splitSpan } from './text-bounds.ts';

/** What of the artefact answering needs; a test can write one by hand. */
export type Library = Pick<
  Artefact,
  'manifest' | 'reports' | 'sections' | 'passages' | 'figures' | 'vocabulary' | 'source' | 'cleanText' | 'damage'
>;

/** A report ready to be matched: clean text, its folded view and the way back to the source. */
export interface CorpusReport {
  readonly report: Report;
  readonly index: number;
  readonly clean: CleanText;
  readonly folded: string;
  /** Title, folded. */
  readonly foldedTitle: string;
  readonly toSource: OffsetMap;
  /** Region to compare by; empty when unknown. */
  readonly region: string;
  readonly period: YearSpan | null;
  /** Place that a report with none, or a hidden one, is thought to be about. */
  readonly inferredRegion: string | null;
  /** Period that a report with none is thought to be of, as in `Report.period`. */
  readonly inferredPeriod: string | null;
  /** Years that the report also claims for itself where it contradicts itself. */
  readonly doubtedYears: readonly number[];
}

/** A sentence in clean positions of its report. Garbled text makes none: it is never quoted. */
export interface Sentence extends Span {
  readonly report: number;
  readonly passage: number;
  readonly folded: string;
  /** Heading path, folded. */
  readonly heading: string;
  readonly plan: boolean;
  /** Of its section where that states one, else of its report. */
  readonly period: YearSpan | null;
}

/** Everything answering looks at, made once from the artefact. */
export interface Corpus {
  readonly library: Library;
  readonly reports: readonly CorpusReport[];
  readonly sentences: readonly Sentence[];
  readonly figures: CorpusFigures;
  readonly sentencesByPassage: ReadonlyMap<number, readonly number[]>;
  /** Number of sentences that hold a character bigram. */
  readonly bigrams: PairCounts;
}

function readReport(library: Library, { index, divisions }: { index: number; divisions: Divisions }): CorpusReport {
  const report = library.reports[index]!;
  const clean = library.cleanText(report.id);
  const inferredRegion = inferRegion(report, divisions);
  const inferredPeriod = inferPeriod(report);
  return {
    ...{
      report,
      index,
      clean,
      inferredRegion,
      inferredPeriod,
      folded: matchView(clean.text),
      foldedTitle: matchView(report.title),
      toSource: clean.map.invert(),
    },
    region: shortRegion(inferredRegion ?? report.region ?? ''),
    period: parsePeriod(report.period ?? inferredPeriod),
    doubtedYears: doubtedYears(report),
  };
}

/** Headings from the outermost to a section's own, joined by ` › `; the titles a reader is shown, or their folded view. */
export function headingPath(library: Pick<Library, 'sections'>, section: number): string {
  const headings: string[] = [];
  for (let at: number | null = section; at !== null; at = library.sections[at]?.parent ?? null) {
    const heading = library.sections[at]?.heading ?? '';
    if (heading !== '') headings.unshift(heading);
  }
  return headings.join(' › ');
}

function readSentences(library: Library, reports: readonly CorpusReport[]): Sentence[] {
  const byId = new Map(reports.map((report) => [report.report.id, report]));
  const headings = library.sections.map((_, section) => matchView(headingPath(library, section)));
  return library.passages.flatMap((passage, index) => {
    const report = byId.get(passage.report)!;
    const heading = headings[passage.section] ?? '';
    const section = library.sections[passage.section];
    const plan = section?.plan ?? false;
    const period = parsePeriod(section?.period ?? null) ?? report.period;
    const garbled = library.damage(passage.report).garbled.map((span) => report.clean.map.mapSpan(span));
    const readable = splitSpan(report.folded, report.clean.map.mapSpan(passage), SENTENCE_END).filter(
      (span) => !garbled.some((damage) => overlaps(span, damage)),
    );
    return readable.map((span) => ({
      ...{ ...span, report: report.index, passage: index, heading, plan, period },
      folded: report.folded.slice(span.start, span.end),
    }));
  });
}

function groupByPassage(items: readonly { readonly passage: number }[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  items.forEach(({ passage }, index) => {
    const group = groups.get(passage);
    if (group === undefined) groups.set(passage, [index]);
    else group.push(index);
  });
  return groups;
}

/** Reads the artefact into what answering looks at: sentences, and figures with the words around them. */
export function createCorpus(library: Library, divisions: Divisions): Corpus {
  const reports = library.reports.map((_, index) => readReport(library, { index, divisions }));
  const sentences = readSentences(library, reports);
  return {
    ...{ library, reports, sentences },
    figures: createCorpusFigures(library, { reports, sentences }),
    sentencesByPassage: groupByPassage(sentences),
    bigrams: countPairs(sentences.map(({ folded }) => folded)),
  };
}
