import type { FigureKind } from '../../core/figure.ts';
import type { Reading } from './reading.ts';
import { plain } from './slot.ts';
import { anyOf } from './words.ts';

/** Where a reading stands, for what its words alone do not tell. */
export interface Setting {
  readonly folded: string;
  /** The section tells of plans. */
  readonly plan: boolean;
  /** Year of the report, or null. */
  readonly year: number | null;
}

/** A plan told in the clause itself. */
const CLAUSE_PLAN =
  /(?:^(?:今年|全年|年初|年内|全[市县区省]|我[市县区省局])*计划(?!生育|单列|内|外)|力争|确保|保证|争取(?=$|在|到|达|完成|实现|建|新|使|用|突破|\d|超)|拟(?!定|写|人|态)|有望|预期(?!寿命)|预计(?:全年|到|今年|明年)|(?:将|要)(?:达到?|新增|建成|完成|实现|突破|投入|新建|投资|建设|培育|打造|力争)|(?<=^.{0,8})计划(?=$|于|在|用|到|再|新|修建|购置|发放|资助|救助|今年|明年|年内|全年|完成|建|投|实施|安排|改造|开工|培训|组织|举办|总|引进|培育|打造|实现|招|发|筹|推出|开展|解决)|目标(?:值|任务)?(?:是|为|定为|:|：)|任务(?:为|是)|(?:计划|目标|年度)任务$|^(?!.*(?:完成|实现|落实|承担|执行|开展|接受|超)).{2,}(?:任务|考核指标|任务数|目标数)$|年度?计划(?=完成|建|新|投|实施|开工|改造|总)|下一步|明年)/u;
/** A plan that the following clauses of the sentence share. */
const SENTENCE_PLAN =
  /(?:(?<=(?:^|，).{0,8})计划(?=用|再|新|今年|明年|年内|全年|完成|建|投|实施|安排|改造|开工|培训)|目标(?:任务)?(?:是|为|:|：)|下一步|明年|力争)/u;
const DONE = /(?:已|截[至止]|目前|累计|完成了|实际)/u;
const LIMIT_NAME = new RegExp(
  `(?:${anyOf('limitHeads')}|(?<!类)标准(?:比例|(?:月|年)?人均|每人每[月年]|月均|年均))$`,
  'u',
);
const LIMIT_AFTER =
  /^(?:的|为)?(?:基础|统一|补助|救助|奖励|发放)?(?:标准|比例)(?:的|给予|发放|补助|筹集|执行|进行|予以|，|$|对|为)/u;
const GRANT = /(?:给予|按照?|每[人户年月亩村]{1,3}(?:补助|补贴|奖励|发放|给予|不超过)|补助比例|报销)[^，。]{0,14}$/u;

/** The first kind that fits, in the order of `FigureKind`: previous, target, rank, limit, change rate, share, actual. */
export function kindOf(reading: Reading, setting: Setting): FigureKind {
  if (reading.previous) return 'previous';
  if (isTarget(reading, setting)) return 'target';
  if (reading.role === 'rank') return 'rank';
  if (isLimit(reading)) return 'limit';
  if (reading.role === 'change') return 'change_rate';
  return reading.role === 'share' ? 'share' : 'actual';
}

/** 每人每年发放1000元 */
const PER_HEAD = /(?:每[人户名亩](?:每[年月天])?|人均每[年月])(?:发放|补助|补贴|给予|奖励|资助|救助)?$/u;
/** 2300元作为新的扶贫标准 */
const NEW_LIMIT = /^[^，]{0,14}(?:作为|定为|确定为)[^，]{0,12}(?:标准|线)/u;

function isTarget({ slot }: Reading, { folded, plan, year }: Setting): boolean {
  const clause = plain(folded, slot.clause.start, slot.mention.start);
  if (plan && !/(?:截[至止]|已(?:建成|完成|达|经))/u.test(clause)) return true;
  if (CLAUSE_PLAN.test(clause)) return !/[“《][^”》]*(?:计划|确保|力争)[^”》]*[”》]/u.test(clause);
  const before = plain(folded, slot.sentence.start, slot.clause.start);
  const named = /(?:到|至)(20\d\d)年/u.exec(clause)?.[1] ?? /(?:^|，)到(20\d\d)年(?:底|末)?，$/u.exec(before)?.[1];
  if (named !== undefined && year !== null && Number(named) > year) return true;
  return SENTENCE_PLAN.test(before) && !DONE.test(plain(folded, slot.clause.start, slot.clause.end));
}

function isLimit({ slot, role, property }: Reading): boolean {
  if (role !== 'count' && !/标准比例$/u.test(property)) return false;
  const { after, before, mention } = slot;
  if (LIMIT_AFTER.test(after) || NEW_LIMIT.test(after)) return mention.unit !== '类' && mention.unit !== '个';
  if (mention.form === 'percent' && /标准的$/u.test(before)) return true;
  if (mention.form === 'amount' && !/元|^$|万|亿/.test(mention.unit)) return false;
  if (LIMIT_NAME.test(property)) return true;
  if (mention.unit === '元' && PER_HEAD.test(before)) return true;
  return (
    GRANT.test(before) && /^(?:的?(?:比例|标准)|的?(?:一次性)?(?:补助|补贴|奖励|救助|奖补|资助|报销|减免))/u.test(after)
  );
}
