import type { Figure } from '../../core/figure.ts';
import type { CorpusReport } from './corpus.ts';
import { FigureContext, type Surroundings } from './figure-context.ts';
import { parsePeriod, type YearSpan } from './period.ts';
import { isMaskedRegion, shortRegion } from './region.ts';

/** The region to compare a figure of a report by: its own where it names one, or its report's. */
export function regionOf(region: string | null, report: CorpusReport): string {
  return region === null || isMaskedRegion(region) ? report.region : shortRegion(region);
}

/** A figure with the words around it. */
export class CorpusFigure extends FigureContext {
  readonly figure: Figure;
  readonly report: number;
  readonly passage: number;
  /** Region to compare by: the figure's own, or its report's. */
  readonly region: string;
  readonly period: YearSpan | null;

  constructor(surroundings: Surroundings) {
    super(surroundings);
    const { figure, report, sentences, sentence } = surroundings;
    this.figure = figure;
    this.report = report.index;
    this.passage = sentences[sentence]!.passage;
    this.region = regionOf(figure.region, report);
    this.period = parsePeriod(figure.period) ?? report.period;
  }
}
