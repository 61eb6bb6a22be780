import type { FigureKind } from '../../core/figure.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { topicsOf } from './topic.ts';

/** Kinds that tell what was reached; plans, limits and earlier values are left to those who ask. */
const TOLD: ReadonlySet<FigureKind> = new Set(['actual', 'share', 'change_rate']);
/** Longest property shown, in UTF-16 code units: a line of a digest is read at a glance. */
const LONGEST_PROPERTY = 20;

/** Whether a figure can stand in a digest without a question before it. */
export function isTelling({ figure }: CorpusFigure): boolean {
  const { kind, masked, value, unit, property } = figure;
  return TOLD.has(kind) && !masked && value !== null && unit !== '' && isSayable(property);
}

/** Whether a property says what is counted in few words. */
export function isSayable(property: string): boolean {
  return /\p{Script=Han}{2}/u.test(property) && property.length <= LONGEST_PROPERTY;
}

/** Index of the smallest section that a figure stands in. */
export function sectionOf({ library }: Corpus, { passage }: CorpusFigure): number {
  return library.passages[passage]?.section ?? -1;
}

/** The topics of figures: by their properties and headings, else by their sentences. */
export function topicsOfFigures(figures: readonly CorpusFigure[]): readonly string[] {
  const headings = new Set(figures.map(({ words }) => words.heading));
  const named = topicsOf([...headings, ...figures.map(({ words }) => words.property)].join('\n'));
  return named.length > 0 ? named : topicsOf(figures.map(({ words }) => words.sentence).join('\n'));
}

/** What tells one figure from all others: its report and place. */
export function figureKey({ figure }: CorpusFigure): string {
  return `${figure.report}@${figure.start}`;
}
