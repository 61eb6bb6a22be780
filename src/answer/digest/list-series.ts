import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { parsePeriod } from '../corpus/period.ts';
import { matchView } from '../match-view.ts';
import { unitFamily } from '../rank/unit-family.ts';
import { isSayable } from './telling-figures.ts';

/** What one figure must share with another to be of the same series. */
function seriesKey({ figure: { property, unit, kind, cumulative } }: CorpusFigure): string {
  const measure = matchView(unit).replace(/[\s万亿]/gu, '');
  const family = unitFamily({ unit, kind });
  const role = kind === 'previous' ? 'actual' : kind;
  return [matchView(property), family === 'person' ? family : measure, role, cumulative].join('|');
}

/** Whether a figure says of itself exactly what, where and when, in a report that does not contradict itself on that. */
function isCertain(corpus: Corpus, { figure, report, region }: CorpusFigure): boolean {
  const { doubts } = corpus.reports[report]!.report;
  const isDoubted = doubts.some(({ about }) => about === 'period' || about === 'region' || about === 'title');
  const isExact = figure.value !== null && figure.approx === null && !figure.masked;
  const isComparable = figure.kind !== 'rank' && figure.kind !== 'target' && figure.unit !== '';
  return (
    isExact && isComparable && !isDoubted && region !== '' && isSayable(figure.property) && yearOf(figure) !== null
  );
}

function yearOf({ period }: CorpusFigure['figure']): number | null {
  const span = parsePeriod(period);
  return span !== null && span.first === span.last ? span.first : null;
}

/**
 * The figures of each property that several places or years have: one a place and year, places in the order of the reports,
 * years ascending. Only figures that are certain.
 */
export function listSeries(corpus: Corpus): readonly (readonly CorpusFigure[])[] {
  const groups = Map.groupBy(
    corpus.figures.all().filter((figure) => isCertain(corpus, figure)),
    seriesKey,
  );
  return [...groups.values()].flatMap((figures) => {
    const cells = new Map<string, CorpusFigure>();
    for (const figure of figures) {
      const cell = `${figure.region} ${figure.figure.period}`;
      if (!cells.has(cell)) cells.set(cell, figure);
    }
    const series = [...cells.values()];
    if (series.length < 2) return [];
    const places = [...new Set(series.map(({ region }) => region))];
    const rank = (one: CorpusFigure): number => places.indexOf(one.region) * 10_000 + (yearOf(one.figure) ?? 0);
    return [series.sort((a, b) => rank(a) - rank(b))];
  });
}
