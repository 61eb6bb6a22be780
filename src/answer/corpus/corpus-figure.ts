import type { Figure } from '../../core/figure.ts';
import { FigureContext, type Surroundings } from './figure-context.ts';
import { parsePeriod, type YearSpan } from './period.ts';
import { isMaskedRegion, shortRegion } from './region.ts';

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
    this.region = figure.region === null || isMaskedRegion(figure.region) ? report.region : shortRegion(figure.region);
    this.period = parsePeriod(figure.period) ?? report.period;
  }
}
