import type { Answer, Quote } from '../core/answer.ts';
import type { Block, Reply } from '../core/block.ts';
import type { GateLibrary } from './check-reply.ts';
import { MAX_QUOTES } from './compose/quote-book.ts';
import { figuresInQuote } from './figures-in-quote.ts';
import type { GateFailure } from './gate-failure.ts';
import { boldSpan } from './quote/bold-span.ts';
import { citationOf, displayOf, MAX_QUOTE_LENGTH, placeOf, quoteUrl } from './quote/make-quote.ts';
import { sameFigure } from './same-figure.ts';

function failure(detail: string): GateFailure {
  return { gate: 'quote', detail };
}

/** Compares a quote with its source: text, place, title, link and what is displayed. */
function checkQuote(quote: Quote, library: GateLibrary): GateFailure[] {
  const report = library.reports.find(({ id }) => id === quote.report);
  if (report === undefined) return [failure(`no report ${quote.report}`)];
  const { start, end } = quote;
  const where = `${quote.report}#${start}-${end}`;
  const source = library.source(quote.report);
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= source.length))
    return [failure(`bad span ${where}`)];
  const found: GateFailure[] = [];
  if (end - start > MAX_QUOTE_LENGTH) found.push(failure(`${where} is longer than ${MAX_QUOTE_LENGTH}`));
  if (source.slice(start, end) !== quote.text) found.push(failure(`text differs from the source at ${where}`));
  if (quote.title !== report.title) found.push(failure(`title of ${where}`));
  if (quote.place !== placeOf(library, quote)) found.push(failure(`place of ${where}`));
  if (quote.url !== quoteUrl(quote)) found.push(failure(`link of ${where}`));
  if (quote.display !== displayOf(library, quote)) found.push(failure(`display of ${where}`));
  return found;
}

/** Compares a drawn block with the quote it is of, and a row with its columns. */
function checkBlock(block: Block, { answer, library }: { answer: Answer; library: GateLibrary }): GateFailure[] {
  if (block.type === 'line' && block.cells !== undefined) {
    const same = block.text === block.cells.filter((cell) => cell !== '').join(' ');
    return same ? [] : [failure('a row differs from its columns')];
  }
  if (block.type !== 'quote' && block.type !== 'citation') return [];
  const quote = answer.quotes[block.quote];
  if (quote === undefined) return [failure(`block of a quote that is not there: ${block.quote}`)];
  if (block.type === 'citation') {
    const same = block.text === citationOf(quote) && block.url === quote.url;
    return same ? [] : [failure(`citation ${block.quote} differs from its quote`)];
  }
  if (block.text !== quote.display) return [failure(`quote block ${block.quote} differs from its quote`)];
  return isOfFigures(block, { answer, library }) ? [] : [failure(`bold in quote ${block.quote} is no figure`)];
}

/** Whether each span that is drawn bold is that of a figure which the answer gives, or says to be hidden; one after the other. */
function isOfFigures(
  { quote: at, bold }: Extract<Block, { type: 'quote' }>,
  { answer, library }: { answer: Answer; library: GateLibrary },
): boolean {
  const quote = answer.quotes[at];
  if (bold.length === 0 || quote === undefined) return true;
  const given = answer.figures.filter((figure) => figure.quote === at);
  const held = figuresInQuote(quote, library).filter((figure) =>
    answer.type === 'masked' ? figure.masked : given.some((one) => sameFigure(one, figure)),
  );
  const spans = held.flatMap((figure) => boldSpan(library, { quote, figure }) ?? []);
  return bold.every(
    ({ start, end }, i) =>
      (i === 0 || start >= bold[i - 1]!.end) && spans.some((span) => span.start === start && span.end === end),
  );
}

/** The quote gate: every quote stands in its source, character for character, and is drawn as it stands. */
export function checkQuotes({ answer, blocks }: Reply, library: GateLibrary): GateFailure[] {
  const found = answer.quotes.flatMap((quote) => checkQuote(quote, library));
  found.push(...blocks.flatMap((block) => checkBlock(block, { answer, library })));
  if (answer.quotes.length > MAX_QUOTES) found.push(failure(`more than ${MAX_QUOTES} quotes`));
  if (answer.text !== blocks.map(({ text }) => text).join('\n')) found.push(failure('text differs from the blocks'));
  return found;
}
