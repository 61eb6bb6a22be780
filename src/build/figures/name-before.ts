import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import { stripTail, stripVerbs, tidy } from './phrase.ts';
import type { Reading } from './reading.ts';
import { isCounting, type Slot } from './slot.ts';
import { anyOf } from './words.ts';

/** 生活补贴标准提高到一级200元、二级150元 */
const GRADE = '(?:[一二三四五六七八九十]{1,3}|[A-Da-d甲乙丙丁])[级类档等]';
const GRADE_LAST = new RegExp(`${GRADE}$`, 'u');
const GRADE_FIRST = new RegExp(`^${GRADE}`, 'u');

/** 带动消费1200万元: the noun alone says too little. */
const DOING = /(?:带动|吸引|促成|提供|促进|实现)(?:消费|就业|创业|观众|客流|服务|增收|销售)$/u;
/** 人均产值7.4万元，按平均汇率计算为1.1万美元 */
const CONVERTED = /^(?:按|折合)[^，]{0,20}(?:计算|折算|换算)(?:为|达|约|约为|约合)?$/u;
/** 由月人均420元、年人均2400元 */
const PERIOD_ONLY = /^(?:[月年]人均|人均每[月年]|每人每[月年])$/u;
/** 九、人口 年末全县总人口: a heading whose line break was lost. */
const LOST_HEADING = /^[一二三四五六七八九十]{1,3}、\p{Script=Han}{2,8}?(?=年末|全年|截至)/u;
/** 通畅工程2018年计划任务5座 */
const TASK_IS = /^.{2,}任务(?:是|为)(?=.{2})/u;
const TASK = /(?<=.{2})(?:(?:19|20)\d\d年度?)?(?:(?:计划|目标|年度)任务|(?:考核|计划|目标)指标)$/u;

/** The name before an amount, without what introduces it; a verb that tells which things are meant stays. */
export function namedBefore(before: string): string {
  const grade = GRADE_LAST.exec(before)?.[0] ?? '';
  const rest = before.slice(0, before.length - grade.length);
  const graded = grade !== '' && rest !== '' && stripTail(rest) !== rest;
  if (graded) return `${grade}${namedBefore(rest)}`;
  if (CONVERTED.test(before) || PERIOD_ONLY.test(before)) return '';
  const words = stripTail(before).replace(LOST_HEADING, '').replace(TASK, '').replace(TASK_IS, '');
  const named = shorten(tidy(stripVerbs(words)));
  return named.length === 2 ? (DOING.exec(words)?.[0] ?? named) : named;
}

/** 资助贫困大学生45名，每人资助5000元 */
const PER_HEAD =
  /^(?:每[人户名家个所处村]|人均|户均|平均每[人户名家个所处村])(?:补助|资助|发放|救助|奖励|补贴|慰问|支持)?$/u;
const GIVING = /^(?:资助|救助|慰问|补助|发放|走访|帮扶|奖励)|(?:人数|户数)$/gu;
/** 敬老院9所，床位1260张 */
const PLACES_OF = /^(?:总|核定|设置|开放|设计)?床位(?:数|总数)?$/u;

/** The name of an amount that is told of the one before it, or null where it names its own thing. */
export function leaningOn(named: string, slot: Slot, last: Reading): Named | null {
  if (slot.link === 'item' && new RegExp(`^${GRADE}$`, 'u').test(named)) {
    const property = `${named}${last.property.replace(GRADE_FIRST, '')}`;
    return { property, subject: property };
  }
  if (slot.sentence !== last.slot.sentence) return null;
  if (PER_HEAD.test(named))
    return { property: `${stripVerbs(last.property).replace(GIVING, '')}${named}`, subject: last.subject };
  const holder = PLACES_OF.test(named) && /[院所家处个]/u.test(last.slot.mention.unit) ? last.subject : '';
  return holder === '' || holder.includes('床位') ? null : { property: `${holder}${named}`, subject: holder };
}

const EXAMPLES = new RegExp(`^(新\\p{Script=Han}{2}|${anyOf('keptVerbs')})?(.{3,})等(?![级候待额次离])(.{2,})$`, 'u');

/** 新入驻甲公司、乙公司等企业30余家: examples are no part of what is counted. */
export function withoutExamples(named: string, { unit }: Mention): string {
  const listed = isCounting(unit) ? EXAMPLES.exec(named) : null;
  return listed === null ? named : `${listed[1] ?? ''}${listed[3]}`;
}

/** 支出救助资金 as a person says it: 救助资金支出. */
export function orderMoney(property: string, { unit }: Mention): string {
  if (!/元|^$/u.test(unit) && unit !== '') return property;
  const order = /^(支出|筹集|募集|销售|减免|征收)(.{3,14})$/u.exec(property);
  if (order === null) return property;
  const ending: Readonly<Record<string, string>> = { 筹集: '筹集额', 募集: '募集额', 销售: '销售额', 征收: '征收额' };
  return `${order[2]}${ending[order[1]!] ?? order[1]}`;
}

const INNER_DONE = new RegExp(`^.{2,}(?:成功|完成|共(?=${anyOf('keptVerbs')}))(?=.{4})`, 'u');
const INNER_HAVE = /^.*(?:建成|共有|现有|已有|拥有|达到(?!或)|先后|累计|已经|已帮助|实现|共计)(?=.{3})/u;
/** 第一产业实现增加值 */
const DONE_MEASURE = new RegExp(`(?<=.{2})(?:完成|实现)(?=(?:主营业务|营业)?(?:${anyOf('attributes')})$)`, 'u');
const LONG_NAME = 12;
const LONGEST_NAME = 22;

/** A long clause keeps only what follows its last verb of having or finishing. */
function shorten(named: string): string {
  const done = named.length > LONG_NAME ? named.replace(INNER_DONE, '') : named;
  if (done.length > LONGEST_NAME) return done.replace(INNER_HAVE, '');
  return done
    .replace(DONE_MEASURE, '')
    .replace(
      /(?<=.{2})(?:共|合计|共计|累计|总共)(?=(?:获得|资助|签订|投入|死亡|实现|创|完成|发放|招|销售|募|筹|造成|注册))/u,
      '',
    );
}
