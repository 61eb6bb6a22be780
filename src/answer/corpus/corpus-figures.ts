import type { Figure } from '../../core/figure.ts';
import type { Corpus, CorpusReport, Library, Sentence } from './corpus.ts';
import { CorpusFigure, regionOf } from './corpus-figure.ts';
import { once } from './once.ts';
import { parsePeriod, type YearSpan } from './period.ts';

/** The figures of the reports. Those of a report are read when one of them is first asked for. */
export interface CorpusFigures {
  /** Those of all reports, in their order and that of the text. */
  all(): readonly CorpusFigure[];
  /** Those of a passage, in the order of the text. */
  inPassage(passage: number): readonly CorpusFigure[];
  /** Whether a report gives a figure for a place, by its compared form. */
  isAbout(report: CorpusReport, region: string): boolean;
  /** The periods that the figures of a report state, each once. */
  periodsIn(report: CorpusReport): readonly YearSpan[];
}

/** What figures are read from: a report, its figures and its sentences. */
interface FigureSource {
  readonly report: CorpusReport;
  readonly figures: readonly Figure[];
  readonly sentences: readonly Sentence[];
}

/** The figures that stand in a sentence. */
function readFigures({ report, figures, sentences }: FigureSource): CorpusFigure[] {
  const spans = figures.map((figure) => report.clean.map.mapSpan(figure));
  const found: CorpusFigure[] = [];
  let sentence = 0;
  figures.forEach((figure, i) => {
    const at = spans[i]!;
    // Both are in the order of the text.
    while (sentence < sentences.length && sentences[sentence]!.end <= at.start) sentence++;
    if (sentence === sentences.length || at.start < sentences[sentence]!.start) return;
    const [before, after] = [spans[i - 1], spans[i + 1]];
    found.push(new CorpusFigure({ report, figure, at, before, after, sentences, sentence }));
  });
  return found;
}

/** What one report's figures give, each when first asked for. */
function readLate(source: FigureSource) {
  const { report, figures } = source;
  const all = once(() => readFigures(source));
  return {
    all,
    byPassage: once(() => Map.groupBy(all(), ({ passage }) => passage)),
    regions: once(() => new Set([...new Set(figures.map(({ region }) => region))].map((one) => regionOf(one, report)))),
    periods: once(() => [...new Set(figures.map(({ period }) => period))].flatMap((one) => parsePeriod(one) ?? [])),
  };
}

export function createCorpusFigures(
  library: Pick<Library, 'figures' | 'passages'>,
  { reports, sentences }: Pick<Corpus, 'reports' | 'sentences'>,
): CorpusFigures {
  const figuresOf = Map.groupBy(library.figures, ({ report }) => report);
  const sentencesOf = Map.groupBy(sentences, ({ report }) => report);
  const read = reports.map((report) =>
    readLate({
      report,
      figures: figuresOf.get(report.report.id) ?? [],
      sentences: sentencesOf.get(report.index) ?? [],
    }),
  );
  const indices = new Map(reports.map(({ report, index }) => [report.id, index]));
  return {
    all: once(() => read.flatMap(({ all }) => all())),
    inPassage(passage) {
      const report = indices.get(library.passages[passage]?.report ?? '') ?? -1;
      return read[report]?.byPassage().get(passage) ?? [];
    },
    isAbout: ({ index }, region) => read[index]!.regions().has(region),
    periodsIn: ({ index }) => read[index]!.periods(),
  };
}
