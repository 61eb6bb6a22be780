import { fold } from '../../core/fold.ts';
import { splitCounted } from './counted.ts';
import { withoutMeasure } from './measure.ts';
import type { Mention } from './mention.ts';
import { isBare, stripTail } from './phrase.ts';
import type { Clause, Sentence } from './sentence.ts';
import { isIn } from './words.ts';

/** How an amount follows the one before it. */
export type Link =
  /** The first in its clause. */
  | 'none'
  /** After 、 or 和: an item of the same list. */
  | 'item'
  /** Directly behind it: 237户542人. */
  | 'adjacent'
  /** In the same clause, with words between. */
  | 'run';

/** An amount in its place in the sentence. Texts are folded, without white space and note marks. */
export interface Slot {
  /** With its unit folded, as all rules know it. */
  readonly mention: Mention;
  /** The unit as the text writes it. */
  readonly unit: string;
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly clauseIndex: number;
  readonly link: Link;
  /** An earlier clause of the sentence opens a comparison: 与上年相比，医院增加40个、床位增加…. */
  readonly compared: boolean;
  /** From the start of the clause, or the end of the amount before, to the amount. */
  readonly before: string;
  /** From the amount to the end of the clause or the next amount. */
  readonly after: string;
}

const LIST_MARK = '(?:、|和(?![美谐平])|及其|(?<![惠涉普波])及(?!时)|与|以及|或)';
const LIST_MARK_FIRST = new RegExp(`^${LIST_MARK}`);
const LIST_MARK_LAST = new RegExp(`${LIST_MARK}$`);
/** Note marks ([5], [注3]) and white space. */
const NOISE = /\[(?:注?\d{1,3})\]|\s+|\?$/g;

const COMPARING = /(?:^|[，,])(?:与|同|和)(?:上年|去年|前年|上月|同期|(?:19|20)\d\d年)[^，]{0,4}(?:相比|比较)[，,]/u;

/** 27个项目投资完成率100%: the first name ends where the second begins. */
const GENERIC_FIRST = /^(?:项目|企业|村|县|社区|乡镇|街道)(?=[^、的]{2,12}率)/u;

/** A slice of the text as properties are made of it. */
export function plain(folded: string, start: number, end: number): string {
  return folded.slice(start, end).replace(NOISE, '');
}

/** Whether things are counted by the unit (46家X), so that their name follows. */
export function isCounting(unit: string): boolean {
  const base = unit.replace(/\(.*?\)/g, '');
  return base !== '' && !isIn('measureUnits', base) && !/[米瓦吨元亩升时克里]$|\//.test(base);
}

/** The amounts of a sentence in their places. */
export function readSlots(folded: string, sentence: Sentence, mentions: readonly Mention[]): Slot[] {
  const slots: Slot[] = [];
  sentence.clauses.forEach((clause, clauseIndex) => {
    const inside = mentions.filter((mention) => mention.start >= clause.start && mention.start < clause.end);
    let link: Link = 'none';
    const compared = COMPARING.test(plain(folded, sentence.start, clause.start));
    let before = plain(folded, clause.start, inside[0]?.start ?? clause.end);
    inside.forEach((written, i) => {
      const mention = { ...written, unit: fold(written.unit) };
      const next = inside[i + 1];
      const gap = plain(folded, mention.end, next?.start ?? clause.end);
      const split =
        next === undefined
          ? { after: gap, before: '', link }
          : splitGap(gap, { mention, before, rate: next.form !== 'amount' });
      const { unit } = written;
      slots.push({ mention, unit, sentence, clause, clauseIndex, compared, link, before, after: split.after });
      ({ before, link } = split);
    });
  });
  return slots;
}

interface Left {
  readonly mention: Mention;
  readonly before: string;
  /** The next amount is a rate or rank, which the whole gap leads to. */
  readonly rate: boolean;
}

/** Shares the text between two amounts out to them. */
function splitGap(gap: string, left: Left): { after: string; before: string; link: Link } {
  if (gap === '') return { after: '', before: '', link: 'adjacent' };
  if (/^[，,]/u.test(gap)) return { after: gap, before: gap.slice(1), link: 'run' };
  const rest = gap.replace(LIST_MARK_FIRST, '');
  if (rest !== gap) return { after: '', before: rest, link: 'item' };
  const item = gap.replace(LIST_MARK_LAST, '');
  if (item !== gap) return { after: item, before: '', link: 'item' };
  if (!isCounting(left.mention.unit)) return { after: gap, before: gap, link: 'run' };
  const running = gap.replace(/(?:已|均|都)?(?:连续|连年)$/u, '');
  if (running !== gap) return { after: running, before: gap, link: 'run' };
  const mark = gap.indexOf('、');
  if (mark > 0 && !/[“《(]/.test(gap.slice(0, mark)))
    return { after: gap.slice(0, mark), before: gap.slice(mark + 1), link: 'item' };
  const name = nameInGap(gap);
  if (name !== null) return { after: name, before: gap, link: 'run' };
  const among = /^([^中]{2,8})中(?=[^心小央部]{2})/u.exec(gap);
  if (among !== null) return { after: among[1]!, before: gap.slice(among[0].length), link: 'run' };
  const named = !left.rate && isBare(left.before) ? splitCounted(gap).noun : '';
  return { after: gap, before: gap.slice(named.length), link: 'run' };
}

/** 27个项目投资完成率100%, 28家公司实现收入5亿元: the first name, where the second can be told from it. */
function nameInGap(gap: string): string | null {
  const generic = GENERIC_FIRST.exec(gap)?.[0];
  if (generic !== undefined) return generic;
  const doer = /^(.{2,10}?)(?:实现|完成|达成).{2,}$/u.exec(gap)?.[1];
  if (doer !== undefined) return doer;
  const whole = stripTail(gap).replace(/(?:同比|均)*(?:增长|下降|上涨|提高|改善|上升)$/u, '');
  const owner = /^(.{2,}?)(?:水质|空气质量|环境质量)?\p{Script=Han}{2}率$/u.exec(whole)?.[1] ?? withoutMeasure(whole);
  return owner === whole ? null : owner;
}
