import type { Memory } from './memory.ts';
import { lastBase } from './memory.ts';
import type { Role } from './reading.ts';
import type { Slot } from './slot.ts';
import { anyOf } from './words.ts';

const LOOSE_TAIL =
  '(?:了|约|近|超|超过|达|达到|分别|均|都|为|率为|率达|幅度为|幅度达|逾|突破|总计|合计|各|不低于|不超过|不少于|高达|:|：)*$';
/** A change told by its verb, with nothing but an approximator between it and the amount. */
export const CHANGE = new RegExp(`(?:${anyOf('changeVerbs')})${LOOSE_TAIL}`, 'u');
/** A change told by its name. */
const CHANGE_NAME = new RegExp(
  `(?<!自然)(?:增速|增幅|降幅|涨幅|跌幅|增长率|增长速度|下降率|增长幅度)(?:最高|平均)?${LOOSE_TAIL}`,
  'u',
);
const COMPARED =
  /(?:同比|环比|[比较](?:上年|去年|前年|上月|上季|年初|前|原|同期|“?十[一二三四五六七八九]五|(?:19|20)\d\d年?|改革前|前一年|计划|预算|全[国省市]|规划)|同口径|年均|平均每年)/u;
/** What may stand before the verb of a change whose subject was named in the clause before. */
const ELLIPTIC =
  /^(?:并|又|再|还|且|也|均|都|分别|约|共|累计|净|实际|同比|环比|其中|全年|年均|每年|平均|人均|户均|每人|每月|月均|日均|合计|[一二两三四五六七八九十\d]+年(?:来|间|内)?)*$/u;
const LEVEL_REACHED = /(?:到|至|为|成)(?:约|近|超|超过|了)*$/u;
const SHARE_NAME = new RegExp(
  `(?:占比|比重|份额|占有率|(?<=中.{2,20})比例)(?:保持|稳定|提高|提升|上升|下降|降低|增加|扩大)?(?:到|至|在)?${LOOSE_TAIL}`,
  'u',
);
/** 完成全年任务的84% is a rate of its own. */
export const FULFILLED = /(?:任务|目标|计划|预算|指标)的$/u;
/** 由医保报销后的 65% */
const START_OF_CHANGE = /(?:从|由)[^从由，]{0,10}的$/u;
/** 占比由 36.8% */
const CHANGE_START = /(?:从|由)(?:原来的?|上年的?|去年的?|(?:19|20)\d\d年的?)?$/u;
const SHARE_VERB = /占(?!地|用|道|领|线|有率|补)[^占]*$/u;
const RUN = /(?:连续|连年|接连)$/u;
const RUN_UNIT = /^(?:年|届|次|个?月|个?季度|天|期|轮|批|度|个年度|周)$/u;

/** How an amount is to be read in its place. */
export function roleOf(slot: Slot, memory: Memory): Role {
  const { mention, before, link } = slot;
  if (mention.form === 'rank') return 'rank';
  if (RUN.test(before) && RUN_UNIT.test(mention.unit)) return 'run';
  const last = memory.readings.at(-1);
  if (last?.previous === true && last.role === 'share' && LEVEL_REACHED.test(before)) return 'share';
  if (link === 'item' && before === '' && last !== undefined && last.slot.mention.form === mention.form)
    if (last.role === 'change' || last.role === 'share') return last.role;
  if (isShare(slot)) return 'share';
  return isChange(slot, memory) ? 'change' : 'count';
}

function isShare({ mention, before, after }: Slot): boolean {
  if (mention.form === 'amount') return false;
  if (mention.form === 'fraction' && /^(?:的|[^，]{1,12}(?:占|为))/u.test(after)) return true;
  if (mention.form !== 'percent' && mention.form !== 'fraction') return false;
  if (SHARE_NAME.test(before.replace(CHANGE_START, ''))) return true;
  const share = SHARE_VERB.exec(before);
  if (share !== null) return !CHANGE.test(before) || LEVEL_REACHED.test(before);
  if (FULFILLED.test(before)) return false;
  return (
    (/[^比较年]的$/u.test(before) && !START_OF_CHANGE.test(before)) ||
    (mention.form === 'fraction' && /全[国省市县区]$/u.test(before))
  );
}

function isChange(slot: Slot, memory: Memory): boolean {
  const { mention, before, after } = slot;
  if (mention.form === 'multiple' || mention.form === 'point') return true;
  if (CHANGE_NAME.test(before)) return mention.form !== 'amount';
  if (mention.form === 'amount' && COMPARED.test(before) && /新增$/u.test(before)) return true;
  if (COMPARED.test(before) && /(?:新增|净增|增加|减少|多增|少增)[^到至]{0,10}$/u.test(before)) return true;
  if (mention.form === 'percent' && /(?:高于|低于|高出|快于|慢于)[^，]{1,10}$/u.test(before)) return true;
  const change = CHANGE.exec(before);
  if (change === null || LEVEL_REACHED.test(before)) return false;
  const compared = slot.compared || COMPARED.test(before);
  if (mention.form === 'percent' || mention.form === 'fraction') return change[0].length > 1 || compared;
  if (compared) return true;
  return after === '' && change[0].length > 1 && isElliptic(before.slice(0, change.index), slot, memory);
}

/** Whether a bare 增加216万人 tells the change of the amount before it. */
function isElliptic(lead: string, slot: Slot, memory: Memory): boolean {
  if (!ELLIPTIC.test(lead) || slot.link !== 'none') return false;
  const base = lastBase(memory);
  if (base === undefined) return /均|每人|每月/u.test(lead);
  const unit = (other: Slot): string => other.mention.unit;
  return unit(base.slot) === unit(slot) || /均|每人|每月/u.test(lead);
}

/** Whether the amount is the side that a change starts from: 从A提高到B. `between` is the text up to the next amount. */
export function isPrevious(slot: Slot, between: string): boolean {
  const rises =
    /^[^。；]{0,6}?(?:提高|提升|增加|增长|增至|下降|降低|降|减少|减|扩大|上升|上调|下调|调整|统一调|调|升|缩短|压缩|压减|跃升|攀升|发展|扩展|延长|拓展|扩容|回升|回落|转为|转|变)[^，。；]{0,16}$/u;
  if (
    !rises.test(between) ||
    !/(?:到|至|为|成|增至|升至|转为增长|转为下降)(?:了|约|近|超|超过|每人每月|每人每年|每月|[月年]?人均|每人|目前的|现在的|(?:(?:19|20)\d\d年(?:底|末|\d{1,2}月)?)?的|当地[^，]*的)*$/u.test(
      between,
    )
  )
    return false;
  return /(?:从|由)[^从由，。]*$/u.test(slot.before) || /(?:上年|去年|原先|原来|此前)的?$/u.test(slot.before);
}
