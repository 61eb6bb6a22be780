import type { Answer, AnswerFigure, Quote } from '../../core/answer.ts';
import type { GoldFigure, GoldItem } from './gold.ts';

export const MEASURES = [
  'right',
  'exact',
  'figure_any',
  'quote1',
  'quote',
  'masked',
  'absent',
  'answered',
  'verbatim',
  'grounded',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Hits and trials of a measure. */
export interface Tally {
  readonly hits: number;
  readonly trials: number;
}

/** An item with the answer given and whether it is right. */
export interface Judged {
  readonly gold: GoldItem;
  readonly answer: Answer;
  readonly right: boolean;
  /** Trials this item contributes to each measure. */
  readonly trials: Readonly<Partial<Record<Measure, readonly boolean[]>>>;
}

/** Text of a report as decoded. */
type SourceOf = (report: string) => string;

const FIGURES_READ = 10;
const QUOTES_READ = 5;
/** A longer quote points at nothing. */
const LONGEST_QUOTE = 400;
const LEAST_OVERLAP = 0.5;
const RELATIVE_TOLERANCE = 1e-6;

function normal(unit: string | null): string {
  return (unit ?? '').normalize('NFKC').trim();
}

/** Counting words vary (人, 名, 位); money and rates do not stand for anything else. */
function unitsMatch(a: string | null, b: string | null): boolean {
  const [x, y] = [normal(a), normal(b)];
  if (x === y || x.includes(y) || y.includes(x)) return true;
  const groups = [['元'], ['%', '百分点', '个百分点']];
  return groups.every((group) => group.some((word) => x.includes(word)) === group.some((word) => y.includes(word)));
}

function sameFigure(found: AnswerFigure, wanted: GoldFigure): boolean {
  if (found.value === null || wanted.value === null) return false;
  const tolerance = RELATIVE_TOLERANCE * Math.max(1, Math.abs(wanted.value));
  return Math.abs(found.value - wanted.value) <= tolerance && unitsMatch(found.unit, wanted.unit);
}

/** Whether a quote lies on a gold quote: at least half of the shorter of the two. */
function meets(
  quote: Quote,
  { evidence, source }: { evidence: GoldItem['evidence'][number]; source: SourceOf },
): boolean {
  if (quote.report !== evidence.report || quote.end - quote.start > LONGEST_QUOTE) return false;
  const text = source(evidence.report);
  for (let at = text.indexOf(evidence.quote); at >= 0; at = text.indexOf(evidence.quote, at + 1)) {
    const shared = Math.min(quote.end, at + evidence.quote.length) - Math.max(quote.start, at);
    const shorter = Math.min(evidence.quote.length, Math.max(1, quote.end - quote.start));
    if (shared > 0 && shared >= LEAST_OVERLAP * shorter) return true;
  }
  return false;
}

function judgeAnswer(
  gold: GoldItem,
  { answer, source }: { answer: Answer; source: SourceOf },
): Judged['trials'] & { right: readonly boolean[] } {
  const { figures, quotes } = { figures: answer.figures.slice(0, FIGURES_READ), quotes: answer.quotes };
  const wanted = gold.evidence.flatMap((evidence) => evidence.figures);
  const answered = answer.type === 'answer';
  const [first] = quotes;
  const quote1 = first !== undefined && gold.evidence.some((evidence) => meets(first, { evidence, source }));
  const reports = [...new Set(gold.evidence.map(({ report }) => report))];
  const met = reports.every((report) =>
    gold.evidence.some(
      (evidence) =>
        evidence.report === report && quotes.slice(0, QUOTES_READ).some((quote) => meets(quote, { evidence, source })),
    ),
  );
  const common = { answered: [answered], quote1: [quote1], quote: [met] };
  if (wanted.length === 0) return { ...common, exact: [answered && met], right: [answered && met] };
  const head = figures.slice(0, wanted.length + 1);
  const [best] = figures;
  const exact =
    answered &&
    best !== undefined &&
    wanted.some((want) => sameFigure(best, want)) &&
    wanted.every((want) => head.some((figure) => sameFigure(figure, want)));
  const any = wanted.every((want) => figures.some((figure) => sameFigure(figure, want)));
  return { ...common, exact: [exact], figure_any: [any], right: [exact] };
}

/** Judges one answer against its gold item; the measures are those of the README. */
export function judge(gold: GoldItem, { answer, source }: { answer: Answer; source: SourceOf }): Judged {
  const verbatim = answer.quotes.map(
    ({ report, start, end, text }) => text !== '' && source(report).slice(start, end) === text,
  );
  const grounded = answer.figures
    .slice(0, FIGURES_READ)
    .map(({ raw }) => raw !== '' && answer.quotes.some(({ text }) => text.includes(raw)));
  const common = { verbatim, grounded };
  if (gold.answer_type === 'absent') {
    const right = answer.type === 'absent';
    return { gold, answer, right, trials: { ...common, absent: [right], right: [right] } };
  }
  if (gold.answer_type === 'masked') {
    const quoted = answer.quotes
      .slice(0, QUOTES_READ)
      .some((quote) => gold.evidence.some((evidence) => meets(quote, { evidence, source })));
    const right = answer.type === 'masked' && quoted;
    return { gold, answer, right, trials: { ...common, masked: [right], right: [right] } };
  }
  const trials = judgeAnswer(gold, { answer, source });
  return { gold, answer, right: trials.right.includes(true), trials: { ...common, ...trials } };
}

/** How many of the trials of one question are hits. */
export function tallyOf(trials: readonly boolean[] = []): Tally {
  return { hits: trials.filter(Boolean).length, trials: trials.length };
}

/** A tally in percent. */
export function percent({ hits, trials }: Tally): number {
  return (100 * hits) / trials;
}
