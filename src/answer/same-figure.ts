import type { AnswerFigure } from '../core/answer.ts';
import type { Figure } from '../core/figure.ts';

/** Whether a figure of an answer is a given one of the reports, apart from place and time, which it may have from its report. */
export function sameFigure(a: AnswerFigure, b: Figure): boolean {
  return (
    a.raw === b.raw &&
    a.value === b.value &&
    a.min === b.min &&
    a.max === b.max &&
    a.unit === b.unit &&
    a.approx === b.approx &&
    a.kind === b.kind &&
    a.property === b.property
  );
}
