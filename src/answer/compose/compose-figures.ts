import type { AnswerFigure } from '../../core/answer.ts';
import type { Block, Reply } from '../../core/block.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Query } from '../query/query.ts';
import type { ChosenFigure, Selection } from '../select/select-figures.ts';
import { caveatsFor } from './caveats.ts';
import { differenceText, NO_DIFFERENCE_TEXT, noDifference } from './difference.ts';
import { premiseNote } from './premise.ts';
import { createQuoteBook, type QuoteBook } from './quote-book.ts';
import { replyOf } from './reply.ts';
import { showCells, showRaw, showSubject } from './show-figure.ts';

interface Shown {
  readonly chosen: ChosenFigure;
  readonly index: number;
}

/** Enters figures into the book in the order they are shown: all main ones first, as they answer what was asked. */
function enter(book: QuoteBook, groups: readonly (readonly ChosenFigure[])[]): Shown[] {
  const ordered = [
    ...groups.flatMap((group) => group.filter(({ role }) => role !== 'sibling')),
    ...groups.flatMap((group) => group.filter(({ role }) => role === 'sibling')),
  ];
  const shown: Shown[] = [];
  for (const chosen of ordered) {
    const index = book.addFigure(chosen.hit.entry);
    if (index !== null && !shown.some((other) => other.index === index)) shown.push({ chosen, index });
  }
  return shown;
}

function isCumulative({ chosen }: Shown): boolean {
  return chosen.hit.entry.figure.cumulative;
}

/** One figure: the number first, then what it is of; a companion on a line of its own. */
function singleBlocks(
  shown: readonly Shown[],
  { figures, corpus }: { figures: readonly AnswerFigure[]; corpus: Corpus },
): Block[] {
  return shown.flatMap((one): Block[] => {
    const figure = figures[one.index]!;
    const subject = {
      text: showSubject(figure, {
        cumulative: isCumulative(one),
        report: corpus.reports[one.chosen.hit.entry.report]!,
      }),
      figures: [one.index],
    };
    if (one.chosen.role === 'main')
      return [
        { type: 'headline', text: showRaw(figure.raw), figures: [one.index] },
        { type: 'line', ...subject },
      ];
    return one.chosen.role === 'companion'
      ? [{ type: 'line', text: `${showRaw(figure.raw)} · ${subject.text}`, figures: [one.index] }]
      : [];
  });
}

/** A row of a table; columns that are empty stand for nothing in its text. */
function row(cells: readonly string[], figures?: readonly number[]): Block {
  const text = cells.filter((cell) => cell !== '').join(' ');
  return { type: 'line', text, cells, ...(figures !== undefined && { figures }) };
}

/** Several figures: a line each, with place and time before the number and its quote behind it. */
function tableBlocks(
  shown: readonly Shown[],
  { figures, corpus }: { figures: readonly AnswerFigure[]; corpus: Corpus },
): Block[] {
  return shown
    .filter(({ chosen }) => chosen.role !== 'sibling')
    .map((one) => {
      const report = corpus.reports[one.chosen.hit.entry.report]!;
      return row(showCells(figures[one.index]!, { cumulative: isCumulative(one), report }), [one.index]);
    });
}

function missingBlocks(selections: readonly Selection[]): { blocks: Block[]; echo: string[] } {
  const missing = selections.filter(({ groups, shared }) => groups.length === 0 && !shared).map(({ ask }) => ask);
  const texts = missing.map(({ region, period, label }) => ({
    place: region?.name ?? '',
    time: period?.label ?? '',
    label,
  }));
  return {
    blocks: texts.map(({ place, time, label }) => row([place, time, '报告里没有', label === '' ? '' : `“${label}”`])),
    echo: texts.flatMap(({ place, time, label }) => [place, time, label]).filter((text) => text !== ''),
  };
}

/** The difference of the two figures compared, or why there is none. */
function differenceBlocks(shown: readonly Shown[], figures: readonly AnswerFigure[]): Block[] {
  const mains = shown.filter(({ chosen }) => chosen.role === 'main');
  const [a, b] = mains;
  if (a === undefined || b === undefined || mains.length !== 2) return [];
  const pair = [figures[a.index]!, figures[b.index]!] as const;
  const reason = isCumulative(a) === isCumulative(b) ? noDifference(...pair) : 'scope';
  const text = reason === null ? differenceText(...pair) : NO_DIFFERENCE_TEXT[reason];
  return text === null ? [] : [{ type: 'line', text, figures: [a.index, b.index] }];
}

/** What the report says to a number that the question states. */
function premiseBlocks(question: string, shown: readonly Shown[]): { blocks: Block[]; echo: string[] } {
  const main = shown.find(({ chosen }) => chosen.role === 'main');
  const note = main === undefined ? null : premiseNote(question, main.chosen.hit.entry.figure);
  if (note === null) return { blocks: [], echo: [] };
  return { blocks: [{ type: 'caveat', text: note.text }], echo: [note.raw] };
}

/** The answer to a question for one or several figures. */
export function composeFigures(
  corpus: Corpus,
  { query, selections }: { query: Query; selections: readonly Selection[] },
): Reply {
  const book = createQuoteBook(corpus);
  const groups = selections.flatMap((selection) => selection.groups);
  const shown = enter(book, groups);
  const figures = book.figures();
  const compared = query.shape === 'comparison';
  const single = groups.length === 1 && selections.length === 1;
  const missing = missingBlocks(selections);
  const body = single ? singleBlocks(shown, { figures, corpus }) : tableBlocks(shown, { figures, corpus });
  const intro: Block[] =
    !compared && !single && selections.length === 1 ? [{ type: 'headline', text: '多份报告符合，由近到远：' }] : [];
  const reservations = shown
    .filter(({ chosen }) => chosen.role === 'main')
    .map(({ chosen }) => ({
      report: chosen.hit.entry.report,
      fit: chosen.hit.fit,
      asked:
        selections.find(({ groups: own }) => own.some((group) => group.includes(chosen)))?.ask.period?.label ?? null,
    }));
  const caveats = caveatsFor(corpus, { query, reservations });
  const premise = single ? premiseBlocks(query.question, shown) : { blocks: [], echo: [] };
  const blocks = [
    ...intro,
    ...body,
    ...missing.blocks,
    ...(compared ? differenceBlocks(shown, figures) : []),
    ...book.blocks(),
    ...premise.blocks,
    ...caveats.blocks,
  ];
  return replyOf(
    { type: 'answer', reason: null, figures, quotes: book.quotes() },
    { blocks, echo: [...missing.echo, ...premise.echo, ...caveats.echo] },
  );
}
