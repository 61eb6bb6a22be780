import { anyOf } from './words.ts';

const YEAR = '(?:(?:19|20)\\d\\d|[二〇零一二三四五六七八九]{4})';
const TIME = new RegExp(
  `^(?:[Xx×*]{1,4}年(?:\\d{1,2}月)?|“?十[一二三四五六七八九]?五”?(?:以来|期间|时期|末)?|(?:到|至|截至|截止)?${YEAR}(?:年度?|(?![\\d.万亿千百个元]))(?:[-—至到]${YEAR}年)?(?:上半年|下半年|[一二三四]季度)?(?:底|末|初)?(?:以来)?` +
    `|(?:到|至|截[至止]到?)?\\d{1,2}月(?:份|底|末)?(?:\\d{1,2}[日号])?(?:开始|起|前)?|[\\p{Script=Han}]{2,4}期间|[1-9]\\d?[-—至]\\d{1,2}月(?:份)?|(?:截至|截止)?(?:年初|年末|年底|年中|年内|期末|月末)|全年度?|(?:今|去|上|前|本|当|明)年(?:以来|末|底|初|度)?` +
    `|\\d{1,2}日|上半年|下半年|[一二三四]季度|(?:过去|近|这)?[一二两三四五六七八九十\\d]+年(?:来|间|内|(?=分别|累计|共|净增|平均))|过去一年|一年来|改革以来|同期|当前|日前|近年来|\\d+个月内)`,
  'u',
);
/** 【概况】 before the text it heads */
const HEADING = /^【[^】]{1,12}】\s*/u;
/** Numbers of items: 二是, 15., (三). */
const ORDINAL =
  /^(?:[一二三四五六七八九十]+是要?|第?[一二三四五六七八九十]+、(?!第)|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?:(?!\d)|(?=(?:19|20)\d\d年)))/u;
const LEAD = new RegExp(
  `^(?:${anyOf('adverbs', 'scopes')}|连续第[一二三四五六七八九十\\d]+[年次届](?:居|位居)?|等(?=.{2}))`,
  'u',
);
/** Ways of doing, which a name may also begin with (有效发明专利): dropped before a verb only. */
const MANNER = new RegExp(
  `^(?:${anyOf('manners')})(?=${anyOf('weakVerbs', 'keptVerbs', 'manners')}|制定|提高|增强)`,
  'u',
);
const PREPOSITION = new RegExp(`^(?:${anyOf('prepositions')})(?=.{3})`, 'u');
/** A place as the doer: 某县完成…. */
const PLACE_LEAD = new RegExp(
  `^(?:\\p{Script=Han}{1,7}?(?:省|(?<!城)市|县|(?<![社园小地城郊山库片])区|自治州|(?<![城乡村集])镇|(?<!城)乡|街道|旗)[、和及与]?)+(?=(?:已|共|累计|先后|率先|成功|新增|全年|${anyOf('weakVerbs')}))`,
  'u',
);
/** An office as the doer: 该总会接收…, 区民政局走访…. */
const OFFICE_LEAD =
  /^(?:该|本)?\p{Script=Han}{0,7}(?:总会|慈善会|慈善协会|民政局|政府|管理局|[^大教]委|该局|我局|我会|我院|我校|我办|我站|我中心)(?:及时|积极|全年|本年度|年度|累计|共)*(?=接收|接受|接待|走访|慰问|发放|救助|资助|帮扶|募集|筹集|支出|拨付|受理|办理|查处|组织|开展|举办|完成|投入|安排)/u;
/** Ends that look like copulas and are not. */
const TAIL_GUARD =
  /(?:[人户年月日亩平]均|国有|公有|私有|享有|持有|所有|行为|作为|统计|审计|设计|会计|民居|邻居|迁居|定居|移居|新居|方向|动向|自由|理由|事由|发达|雷达|存在|现在|目的|标的|改制|夏至|冬至|解放军|一致|[应针面结绝核校比]对|[签节条合公履预契集]约|[公]共|[就附]近)$/u;
const WEAK_VERB = new RegExp(`^(?:${anyOf('weakVerbs')})(?:了|着|起|好|出)?(?![、(])`, 'u');
const NAME_GUARD = new RegExp(
  `^(?:${anyOf('nounGuards')}|(?:改善|改造|提升|建设|整治|治理|修复|保护|加固|完善|拓展|推进|安置|保障|服务)(?:工程|领域))`,
  'u',
);
const COPULA = new RegExp(`(?:${anyOf('copulas')})$`, 'u');
/** A leading 和, 与 or 及 joins, but for the words that begin with it. */
const EDGE_START = /^(?:[\s的、，,。：:；;.)）”》’\-—·*•]|和(?![谐美平睦善解])|与(?!会)|及(?![时格第]))+/u;
const EDGE_END = /[\s、，,。：:；;(（“《‘\-—·*•]+$/u;
/** Explanations in brackets, not parts of a name such as 基金(会) or R&D. */
const EXPLANATION = /[(（][^()（）]{7,}[)）]/gu;
const BECAUSE = /^因[^，]{2,20}?而(?=.{2})/u;
const PREPOSITIONAL =
  /^(?:在|据|按照?|通过|根据|围绕|针对|经)[^“《]{0,24}?(?:中|(?<!以)上|方面|领域|(?<!以)下|里|基础上|统计|测算|口径计算|方式|原则)(?=.{2})/u;

/** What closes a list of tasks and is no part of a name. */
const LIST_END =
  /(?<!高|平|中|同|初|优)(?:等(?:各项|各类|重点|重要)?(?:建设)?(?:任务|工作|内容|方面|情况|举措|做法)?)$/u;

/** Whether a phrase begins with a name that only looks like a verb (销售额). */
export function startsName(phrase: string): boolean {
  return NAME_GUARD.test(phrase);
}

/** Takes off the front what only introduces: time, adverbs, 全市, prepositional phrases. */
export function stripLead(phrase: string): string {
  let rest = phrase;
  for (let previous = ''; previous !== rest; ) {
    previous = rest;
    rest = rest.replace(HEADING, '').replace(EDGE_START, '').replace(ORDINAL, '').replace(TIME, '');
    if (NAME_GUARD.test(rest)) return rest;
    rest = rest
      .replace(PREPOSITIONAL, '')
      .replace(BECAUSE, '')
      .replace(LEAD, '')
      .replace(PLACE_LEAD, '')
      .replace(OFFICE_LEAD, '')
      .replace(MANNER, '');
    if (!NAME_GUARD.test(rest) && !/^以.代/u.test(rest)) rest = rest.replace(PREPOSITION, '');
  }
  return rest;
}

/** Takes off the front verbs of doing that say nothing of what is counted (建成, 完成), where something is left. */
export function stripVerbs(phrase: string): string {
  let rest = stripLead(phrase);
  for (;;) {
    if (NAME_GUARD.test(rest)) return rest;
    const next = stripLead(rest.replace(WEAK_VERB, ''));
    if (next === rest || next === '') return next;
    rest = next;
  }
}

/** 222项指标中有169项 */
const WITHIN = /(?<=.{2}[^其集之期初高])中$/u;

/** 从2012年的, before the amounts that a change starts from */
const START_OF_CHANGE =
  /(?:分别)?[从由](?:原来的?|上年的?|去年的?|(?:19|20)\d\d年(?:底|末)?的?)?(?:(?:每人)?每[月年]|[月年]人均)?(?<=[^从由])$/u;

/** Takes off the end what only leads to the amount: 达, 为, 共有, 提高到. */
export function stripTail(phrase: string): string {
  let rest = phrase.replace(START_OF_CHANGE, '');
  for (let previous = ''; previous !== rest; ) {
    previous = rest;
    rest = rest.replace(EDGE_END, '').replace(WITHIN, '');
    if (TAIL_GUARD.test(rest)) return rest;
    rest = rest.replace(COPULA, '');
  }
  return rest;
}

/** A phrase without explanations in brackets, running totals and the 的 that a name does without. */
export function tidy(phrase: string): string {
  const named = phrase
    .replace(EXPLANATION, '')
    .replace(/累[计积](?!结余)/gu, '')
    .replace(/(?<=.)的(?=.)/gu, '')
    .replace(EDGE_START, '')
    .replace(EDGE_END, '')
    .replace(/(?<=.)的$/u, '');
  return unbalanced(named.replace(LIST_END, ''));
}

/** Drops quotation marks and brackets whose partner was cut off. */
function unbalanced(phrase: string): string {
  let rest = phrase;
  for (const [open, close] of ['“”', '《》', '()', '（）', '‘’'] as const) {
    const opens = rest.split(open!).length;
    const closes = rest.split(close!).length;
    if (opens !== closes) rest = rest.replaceAll(open!, '').replaceAll(close!, '');
  }
  return rest;
}

const ONLY_VERB = new RegExp(`^(?:首批|首期|分批|再次)?(?:${anyOf('keptVerbs', 'weakVerbs')}|等|了)+$`, 'u');

/** Whether a phrase says only what is done, not with what. */
export function isVerbOnly(phrase: string): boolean {
  return ONLY_VERB.test(phrase);
}

/** Whether the text before an amount names nothing that is counted. */
export function isBare(before: string): boolean {
  const rest = stripVerbs(stripTail(before));
  return rest === '' || isVerbOnly(rest);
}
