import type { AnswerFigure } from '../core/answer.ts';
import type { Block, Reply } from '../core/block.ts';
import type { Report } from '../core/report.ts';
import type { GateLibrary } from './check-reply.ts';
import { HELD } from './compose/compose-absent.ts';
import { maskedText } from './compose/compose-masked.ts';
import { differenceText } from './compose/difference.ts';
import { INFERRED, showRaw } from './compose/show-figure.ts';
import { inferPeriod } from './corpus/infer-subject.ts';
import { formatPeriod } from './corpus/period.ts';
import { isMaskedRegion, shortRegion } from './corpus/region.ts';
import { figuresInQuote } from './figures-in-quote.ts';
import type { GateFailure } from './gate-failure.ts';
import { sameFigure } from './same-figure.ts';
import { checkSentence } from './sentence-gate.ts';

/** A number in Arabic digits, or a Han numeral other than a lone 一 (一种, 另一). */
const NUMBER = /[\d０-９]|[二三四五六七八九十百千万亿两〇零]|一(?=[\d一二三四五六七八九十百千万亿〇零])/u;
const INFERRED_PLACE = new RegExp(`(\\p{Script=Han}+)${INFERRED}`, 'gu');
const PERIOD_LABEL = /^(?:\d{4}(?:—\d{4})?年)?(?:[上下]半年)?$/u;
/** A mention stands alone between these; never `\b` or `\w`, for which Han characters are part of a word. */
const BEFORE = /[\s：（·]/u;
const AFTER = /[\s（）。·]/u;

function failure(detail: string): GateFailure {
  return { gate: 'number', detail };
}

interface Context {
  readonly reply: Reply;
  readonly library: GateLibrary;
}

/** Whether a figure of the answer is one that its quote holds, with the place and time that its report gives it. */
function checkFigure(figure: AnswerFigure, { reply: { answer }, library }: Context): GateFailure[] {
  const quote = answer.quotes[figure.quote];
  if (quote === undefined) return [failure(`figure ${figure.raw} has no quote`)];
  if (!quote.text.includes(figure.raw)) return [failure(`quote does not hold ${figure.raw}`)];
  const report = library.reports.find(({ id }) => id === quote.report);
  const held = figuresInQuote(quote, library).some(
    (candidate) =>
      sameFigure(figure, candidate) &&
      (figure.period === candidate.period || figure.period === report?.period) &&
      (figure.region === candidate.region || figure.region === report?.region),
  );
  return held ? [] : [failure(`no such figure in the quote: ${figure.raw}`)];
}

/** Takes every occurrence of words out of a text where they stand alone. */
function takeOut(text: string, { words, bounded }: { words: string; bounded: boolean }): string {
  if (words === '') return text;
  let rest = text;
  for (let at = rest.indexOf(words); at >= 0; at = rest.indexOf(words, at + 1)) {
    const [before, after] = [rest[at - 1], rest[at + words.length]];
    if (bounded && ((before !== undefined && !BEFORE.test(before)) || (after !== undefined && !AFTER.test(after))))
      continue;
    rest = `${rest.slice(0, at)}${' '.repeat(words.length)}${rest.slice(at + words.length)}`;
  }
  return rest;
}

/** Takes out every occurrence of a name or period that no digit precedes. */
function takeOutName(text: string, words: string): string {
  let rest = text;
  for (let at = rest.indexOf(words); words !== '' && at >= 0; at = rest.indexOf(words, at + 1)) {
    if (/[\d０-９.]/u.test(rest[at - 1] ?? '')) continue;
    rest = `${rest.slice(0, at)}${' '.repeat(words.length)}${rest.slice(at + words.length)}`;
  }
  return rest;
}

/** Takes out places and periods marked as inferred, where the doubts of a report name them. */
function takeOutInferred(text: string, reports: readonly Report[]): string {
  let rest = text;
  for (const report of reports) {
    const period = inferPeriod(report);
    if (period !== null) rest = takeOutName(rest, `${formatPeriod(period)}${INFERRED}`);
    const notes = report.doubts.map(({ note }) => note).join('\n');
    rest = rest.replace(INFERRED_PLACE, (found, name: string) =>
      notes.includes(shortRegion(name)) ? ' '.repeat(found.length) : found,
    );
  }
  return rest;
}

/** What is left of a line about figures without what they license: mention, property, place, time, number of the quote. */
function restOfFigureBlock(
  text: string,
  { figures, reports }: { figures: readonly AnswerFigure[]; reports: readonly Report[] },
): string {
  if (figures.length === 2 && text === differenceText(figures[0]!, figures[1]!)) return '';
  let rest = text;
  const ordered = [...figures].sort((a, b) => b.raw.length - a.raw.length);
  for (const { property, region } of ordered)
    for (const words of [property, region ?? '']) rest = takeOut(rest, { words, bounded: true });
  for (const { raw } of ordered) rest = takeOut(rest, { words: showRaw(raw), bounded: true });
  for (const { period } of ordered)
    rest = takeOut(rest, { words: period === null ? '' : formatPeriod(period), bounded: true });
  rest = takeOutInferred(rest, reports);
  for (const { quote } of ordered) rest = takeOut(rest, { words: `[${quote + 1}]`, bounded: true });
  return rest;
}

/** Whether every place of a line 已收录：临湖市 2021年、2018年；… stands with periods of its own reports. */
function isTrueHoldings(text: string, reports: readonly Report[]): boolean {
  return text.split('；').every((entry) => {
    const [place = '', labels = ''] = entry.split(' ');
    const own = reports.filter(
      ({ region }) => region === place || (place.endsWith(INFERRED) && (region === null || isMaskedRegion(region))),
    );
    const known = own.flatMap((report) => {
      const inferred = inferPeriod(report);
      return [
        ...(report.period === null ? [] : [formatPeriod(report.period)]),
        ...(inferred === null ? [] : [`${formatPeriod(inferred)}${INFERRED}`]),
      ];
    });
    return labels === '' || labels.split('、').every((label) => known.includes(label));
  });
}

/** What is left of a line without figures: what is held, and words of the question: in quotation marks, or a period or place. */
function restOfPlainBlock(text: string, { echo, library }: { echo: readonly string[]; library: GateLibrary }): string {
  if (library.reports.some(({ doubts }) => doubts.some(({ note }) => note === text))) return '';
  if (text.startsWith(HELD)) return isTrueHoldings(text.slice(HELD.length), library.reports) ? '' : text;
  let rest = text;
  for (const words of echo) rest = takeOut(rest, { words: `“${words}”`, bounded: false });
  const names = echo.filter((words) => PERIOD_LABEL.test(words) || !/[\d０-９]/u.test(words));
  for (const words of [...names].sort((a, b) => b.length - a.length)) rest = takeOutName(rest, words);
  return rest;
}

/** Whether a line is the sentence that says a number is hidden, with a mention that a quote hides. */
function isMaskedSentence(text: string, { reply: { answer }, library }: Context): boolean {
  if (answer.type !== 'masked') return false;
  const hidden = answer.quotes.flatMap((quote) => figuresInQuote(quote, library)).filter(({ masked }) => masked);
  return ['', ...hidden.map(({ raw }) => raw)].some((raw) => text === maskedText(raw));
}

/** The reports whose quotes hold the figures. */
function reportsOf(figures: readonly AnswerFigure[], { reply, library }: Context): Report[] {
  const ids = new Set(figures.map(({ quote }) => reply.answer.quotes[quote]?.report));
  return library.reports.filter(({ id }) => ids.has(id));
}

/**
 * Whether a headline is the mention of its figure, and the row of a table has it in a column: also where no digit is in it.
 * A headline that lists what its figures are about parts the words by dots.
 */
function namesFigure(block: Block, figures: readonly AnswerFigure[]): boolean {
  const isRow = block.type === 'line' && block.cells !== undefined;
  const isMention = block.type === 'headline' && !block.text.includes(' · ');
  if (figures.length === 0 || !(isRow || isMention)) return true;
  const places = isRow ? (block.cells ?? []) : [block.text];
  return figures.some(({ raw }) => places.includes(showRaw(raw)));
}

function checkBlock(block: Block, { reply, library }: Context): GateFailure[] {
  if (block.type === 'quote' || block.type === 'citation') return [];
  if (block.type === 'line' && block.mentions !== undefined) return checkSentence(block, reply.answer);
  if (isMaskedSentence(block.text, { reply, library })) return [];
  const indices = block.type === 'caveat' ? undefined : block.figures;
  const figures = (indices ?? []).flatMap((index) => reply.answer.figures[index] ?? []);
  if (!namesFigure(block, figures)) return [failure(`“${block.text}” is not the mention of its figure`)];
  const rest =
    figures.length > 0
      ? restOfFigureBlock(block.text, { figures, reports: reportsOf(figures, { reply, library }) })
      : restOfPlainBlock(block.text, { echo: reply.echo ?? [], library });
  const number = NUMBER.exec(rest);
  return number === null ? [] : [failure(`“${number[0]}” in “${block.text}” is no figure of a quote`)];
}

/**
 * The number gate: every number in the bot's own words is the mention of a figure that stands in one of the quotes (same
 * digits, same unit), the difference of two such figures, or part of a name or period of a report or of the question.
 */
export function checkNumbers(reply: Reply, library: GateLibrary): GateFailure[] {
  const { answer, blocks } = reply;
  return [
    ...answer.figures.flatMap((figure) => checkFigure(figure, { reply, library })),
    ...blocks.flatMap((block) => checkBlock(block, { reply, library })),
    ...(answer.type === 'masked' && !blocks.some((block) => isMaskedSentence(block.text, { reply, library }))
      ? [failure('a masked reply does not say what is hidden')]
      : []),
    ...(answer.type === 'masked' && answer.figures.length > 0 ? [failure('a masked answer gives a figure')] : []),
  ];
}
