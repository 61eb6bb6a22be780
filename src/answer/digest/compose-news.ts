import type { Block, Reply } from '../../core/block.ts';
import { createQuoteBook, MAX_QUOTES } from '../compose/quote-book.ts';
import { replyOf } from '../compose/reply.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import { doubtBlocks, enterFigures, figureBlocks } from './figure-blocks.ts';
import { isTelling, topicsOfFigures } from './telling-figures.ts';

/** A report that the index has gained since the last digest, or that reads otherwise now. */
export interface ReportChange {
  readonly report: string;
  readonly kind: 'new' | 'changed';
}

interface NewsRequest {
  readonly changes: readonly ReportChange[];
  /** Only figures of these topics; all when empty. */
  readonly topics: readonly string[];
  /** Topics whose figures come first. */
  readonly follows: readonly string[];
}

const HEADLINES: Readonly<Record<ReportChange['kind'], string>> = { new: '新收录的报告', changed: '内容有更新的报告' };
const MORE = '还有别的报告，用 /reports 看全部。';
/** Figures shown of a report. */
const PER_REPORT = 2;
/** A number from here on is one that a headline would give. */
const LARGE = 1000;

/** The headline figures of reports that have changed; null when none of them has a figure to show. */
export function composeNews(corpus: Corpus, { changes, topics, follows }: NewsRequest): readonly Reply[] {
  return (['new', 'changed'] as const).flatMap((kind) => {
    const reports = changes.filter((change) => change.kind === kind).map(({ report }) => report);
    const chosen = reports
      .map((report) => headlineFigures(corpus, { report, topics, follows }))
      .filter(({ length }) => length > 0);
    return chosen.length === 0 ? [] : [compose(corpus, HEADLINES[kind], chosen)];
  });
}

function compose(corpus: Corpus, headline: string, chosen: readonly (readonly CorpusFigure[])[]): Reply {
  const book = createQuoteBook(corpus);
  const listed = chosen.slice(0, MAX_QUOTES);
  // The first figure of each report, then the second ones while there is room.
  const entries = Array.from({ length: PER_REPORT }, (_, rank) => listed.flatMap((own) => own[rank] ?? [])).flat();
  const shown = enterFigures(book, entries);
  const blocks: Block[] = [
    { type: 'headline', text: headline },
    ...figureBlocks(corpus, { book, shown, line: { cell: true, property: true } }),
    ...(chosen.length > listed.length ? [{ type: 'line' as const, text: MORE }] : []),
    ...doubtBlocks(corpus, entries),
  ];
  const answer = { type: 'answer' as const, reason: null, figures: book.figures(), quotes: book.quotes() };
  return replyOf(answer, { blocks, echo: [] });
}

function headlineFigures(
  corpus: Corpus,
  { report, topics, follows }: Omit<NewsRequest, 'changes'> & { readonly report: string },
): readonly CorpusFigure[] {
  const index = corpus.reports.findIndex((one) => one.report.id === report);
  const weighed = corpus.figures
    .all()
    .filter((one) => one.report === index && isTelling(one))
    .map((one) => ({ one, topics: topicsOfFigures([one]) }))
    .filter((found) => topics.length === 0 || found.topics.some((topic) => topics.includes(topic)))
    .map((found) => ({
      one: found.one,
      weight: Number(found.topics.some((topic) => follows.includes(topic))) * 2 + Number(isLarge(found.one)),
    }));
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, PER_REPORT)
    .map(({ one }) => one);
}

function isLarge({ figure: { value, kind } }: CorpusFigure): boolean {
  return kind === 'actual' && (value ?? 0) >= LARGE;
}
