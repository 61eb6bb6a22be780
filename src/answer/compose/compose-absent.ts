import type { AbsentReason } from '../../core/answer.ts';
import type { Block, Reply } from '../../core/block.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Ask } from '../query/query.ts';
import type { FigureHit } from '../rank/rank-figures.ts';
import { listHoldings } from '../select/inventory.ts';
import { createQuoteBook } from './quote-book.ts';
import { replyOf } from './reply.ts';
import { showRaw, showSubject } from './show-figure.ts';

/** Opens the line of what the reports hold. */
export const HELD = '已收录：';
const MAX_HOLDINGS = 12;
const HELP =
  '我只回答政府工作报告里有的内容：问一个地方、一段时间的数字或做法，我给出原文和出处。例如问某市某年的低保对象人数、福利彩票销售额、新增养老床位。';

/** 甲市 2023年、2018年；乙市 2018年 */
export function holdingsText(corpus: Corpus): string {
  return listHoldings(corpus)
    .slice(0, MAX_HOLDINGS)
    .map(({ region, periods }) => `${region} ${periods.join('、')}`.trim())
    .join('；');
}

/** The reply to small talk: what can be asked. */
export function composeHelp(corpus: Corpus): Reply {
  const blocks: Block[] = [
    { type: 'headline', text: HELP },
    { type: 'line', text: `${HELD}${holdingsText(corpus)}` },
  ];
  return replyOf({ type: 'absent', reason: 'off_topic', figures: [], quotes: [] }, { blocks, echo: [] });
}

interface Absence {
  readonly ask: Ask;
  readonly reason: AbsentReason;
  /** The nearest figure that is something else, shown as such. */
  readonly nearest: FigureHit | null;
}

/** What is missing, what is held, and the nearest figure, labelled as something else. */
export function composeAbsent(corpus: Corpus, { ask, reason, nearest }: Absence): Reply {
  const place = ask.region?.name ?? '';
  const time = ask.period?.label ?? '';
  const subject = ask.label === '' ? '这方面的内容' : `“${ask.label}”${ask.unit === null ? '的内容' : '的数'}`;
  const blocks: Block[] = [
    {
      type: 'headline',
      text: `报告里没有${[place, time].filter((part) => part !== '').join('')}${place + time === '' ? '' : '的'}${subject}。`,
    },
  ];
  const held = holdingsText(corpus);
  if (held !== '') blocks.push({ type: 'line', text: `${HELD}${held}` });
  const book = createQuoteBook(corpus);
  const index = nearest === null ? null : book.addFigure(nearest.entry);
  const figures = book.figures();
  if (nearest !== null && index !== null) {
    const figure = figures[index]!;
    blocks.push({
      type: 'line',
      text: `另见（不是所问）：${showSubject(figure, { cumulative: nearest.entry.figure.cumulative, report: corpus.reports[nearest.entry.report]! })} ${showRaw(figure.raw)}`,
      figures: [index],
    });
    blocks.push(...book.blocks());
  }
  const answer = { type: 'absent' as const, reason, figures, quotes: book.quotes() };
  return replyOf(answer, { blocks, echo: [ask.label, time, place].filter((part) => part !== '') });
}
