import type { AnswerFigure } from '../../core/answer.ts';
import type { Block } from '../../core/block.ts';
import type { QuoteBook } from '../compose/quote-book.ts';
import { KIND_LABELS, showCells, showRaw } from '../compose/show-figure.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';

/** A figure that has found room in a reply. */
export interface ShownFigure {
  readonly entry: CorpusFigure;
  /** Index into the answer's figures. */
  readonly index: number;
  readonly figure: AnswerFigure;
}

/** Enters figures into a book; those that find no room are left out. */
export function enterFigures(book: QuoteBook, entries: readonly CorpusFigure[]): readonly ShownFigure[] {
  const entered = entries.flatMap((entry) => {
    const index = book.addFigure(entry);
    return index === null ? [] : [{ entry, index }];
  });
  const figures = book.figures();
  return entered.map((one) => ({ ...one, figure: figures[one.index]! }));
}

/** Place and time of a figure: 甲市 2018年. */
export function cellOf(corpus: Corpus, { entry, figure }: ShownFigure): string {
  const [place, time] = showCells(figure, { cumulative: false, report: corpus.reports[entry.report]! });
  return `${place} ${time}`;
}

/** The place and time that all figures share, or null. */
export function sharedCell(corpus: Corpus, shown: readonly ShownFigure[]): string | null {
  const cells = new Set(shown.map((one) => cellOf(corpus, one)));
  const [cell] = cells;
  return cells.size === 1 && cell !== undefined ? cell : null;
}

interface LineOptions {
  /** Whether place and time stand in each line, and whether the property does. */
  readonly cell: boolean;
  readonly property: boolean;
}

/** Under the lines of the figures of each quote that quote with its citation. */
export function figureBlocks(
  corpus: Corpus,
  { book, shown, line }: { book: QuoteBook; shown: readonly ShownFigure[]; line: LineOptions },
): readonly Block[] {
  const quoteBlocks = Map.groupBy(book.blocks(), (block) => ('quote' in block ? block.quote : -1));
  return [...Map.groupBy(shown, ({ figure }) => figure.quote)].flatMap(([quote, own]) => [
    ...own.map((one): Block => ({ type: 'line', text: lineOf(corpus, one, line), figures: [one.index] })),
    ...(quoteBlocks.get(quote) ?? []),
  ]);
}

function lineOf(corpus: Corpus, shown: ShownFigure, { cell, property }: LineOptions): string {
  const { entry, figure } = shown;
  const notes = [KIND_LABELS[figure.kind], entry.figure.cumulative ? '累计数' : ''].filter((note) => note !== '');
  const subject = [...(cell ? [cellOf(corpus, shown)] : []), ...(property ? [figure.property] : [])].join(' ');
  return `${subject}${notes.map((note) => `（${note}）`).join('')} ${showRaw(figure.raw)}`;
}

/** What a reader must know of the reports quoted, each once. */
export function doubtBlocks(corpus: Corpus, entries: readonly CorpusFigure[]): readonly Block[] {
  const notes = entries.flatMap(({ report }) => corpus.reports[report]!.report.doubts.map(({ note }) => note));
  return [...new Set(notes)].map((text) => ({ type: 'caveat', text }));
}
