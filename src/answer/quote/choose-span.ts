import type { Span } from '../../core/span.ts';
import type { CorpusReport } from '../corpus/corpus.ts';
import { CLAUSE_END, PART_END, stretchAround, trimSpan } from '../corpus/text-bounds.ts';
import { MAX_QUOTE_LENGTH } from './make-quote.ts';

/** What of a report choosing looks at. */
type Text = Pick<CorpusReport, 'folded' | 'toSource'>;

/** Length that a quote is widened to, clause by clause, in clean characters. */
const COMFORTABLE = 110;

function sourceLength(report: Text, span: Span): number {
  const source = report.toSource.mapSpan(span);
  return source.end - source.start;
}

/** The clause next to a span on one side, or null at the sentence's edge. */
function widen(
  report: Text,
  { span, within, side }: { span: Span; within: Span; side: 'before' | 'after' },
): Span | null {
  if (side === 'before') {
    if (span.start <= within.start) return null;
    const at = Math.max(within.start, span.start - 1);
    const { start } = stretchAround(report.folded, { start: at, end: at, within, marks: CLAUSE_END });
    return { start, end: span.end };
  }
  if (span.end >= within.end) return null;
  const at = Math.min(within.end, span.end + 1);
  return {
    start: span.start,
    end: stretchAround(report.folded, { start: at, end: at, within, marks: CLAUSE_END }).end,
  };
}

/**
 * What to quote for something at a span: its sentence if short, else its part of the sentence, else as many clauses around it
 * as are comfortable. All spans are clean positions; the result fits a quote.
 */
export function chooseSpan(report: Text, { at, sentence }: { at: Span; sentence: Span }): Span {
  const whole = trimSpan(report.folded, sentence);
  if (whole.end - whole.start <= COMFORTABLE && sourceLength(report, whole) <= MAX_QUOTE_LENGTH) return whole;
  const part = stretchAround(report.folded, { ...at, within: sentence, marks: PART_END });
  const within = part.end - part.start <= COMFORTABLE ? part : sentence;
  let span = stretchAround(report.folded, { ...at, within: sentence, marks: CLAUSE_END });
  for (let grew = true; grew; ) {
    grew = false;
    for (const side of ['before', 'after'] as const) {
      const wider = widen(report, { span, within, side });
      if (wider === null || wider.end - wider.start > COMFORTABLE || sourceLength(report, wider) > MAX_QUOTE_LENGTH)
        continue;
      span = wider;
      grew = true;
    }
  }
  return fitQuote(report, { span: trimSpan(report.folded, span), at });
}

/** A span cut to what fits a quote, never losing what it is for. */
function fitQuote(report: Text, { span, at }: { span: Span; at: Span }): Span {
  let { start, end } = span;
  while (sourceLength(report, { start, end }) > MAX_QUOTE_LENGTH && end > at.end) end--;
  while (sourceLength(report, { start, end }) > MAX_QUOTE_LENGTH && start < at.start) start++;
  return { start, end };
}
