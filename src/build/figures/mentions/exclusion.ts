import type { Span } from '../../../core/span.ts';
import type { Candidate } from './candidate.ts';
import names from './names.json' with { type: 'json' };
import { countsHan } from './unit.ts';

/** A stretch of text whose numbers are no quantities. Patterns are global and bounded, so that a pass over a text is linear. */
interface SpanRule {
  readonly name: string;
  readonly reason: string;
  readonly pattern: RegExp;
}

const YEAR = '(?:1[89]|20)\\d\\d';
const DASH = '[-—–~～至到]{1,2}';

export const SPAN_RULES: readonly SpanRule[] = [
  { name: 'url', reason: 'an address', pattern: /(?:https?:\/\/|www\.)[^\s，。；）)》”"]{1,200}/gu },
  { name: 'title', reason: 'a number in a title belongs to the title', pattern: /《[^》\n]{1,60}》/gu },
  { name: 'document number', reason: '国发〔2019〕10号', pattern: /[〔[【(（]\d{4}[〕\]】)）] ?第? ?\d{1,5} ?号/gu },
  { name: 'footnote', reason: 'a note mark in brackets', pattern: /[[［]\d{1,3}[\]］]/gu },
  {
    name: 'slogan',
    reason: 'a short quoted text with a number is a name',
    pattern: /[“"‘'「『][^“”"‘’'「」『』，。；\n]{1,12}[”"’'」』]/gu,
  },
  {
    name: 'quoted name',
    reason: 'a quotation that starts with a number names something',
    pattern: /[“「『](?=[\d零一二两三四五六七八九十百千万双])[^“”「」『』，。；\n]{1,18}[”」』]/gu,
  },
  {
    name: 'combination',
    reason: '9+3, 6+8+X, 1+N are names',
    pattern: /[\dA-Za-z一二三四五六七八九十]{1,6}(?:\+[\dA-Za-z一二三四五六七八九十]{1,6}){1,6}/gu,
  },
  {
    name: 'date and time',
    reason: '2019-03-20 11:24:15',
    pattern: new RegExp(`(?<!\\d)${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]*\\d{1,2}:\\d{2}(?::\\d{2})?)?`, 'gu'),
  },
  {
    name: 'clock',
    reason: '11:24, 8时30分',
    pattern:
      /(?<!\d)\d{1,2}(?::\d{2}){1,2}|(?<![\d.])(?:[01]?\d|2[0-4]) ?(?:时(?!代|尚|空|间|长)|点(?=\d{1,2}分|半|钟|整))(?: ?\d{1,2} ?分)?/gu,
  },
  {
    name: 'year',
    reason: 'a calendar year or span of years',
    pattern: new RegExp(
      `(?<!\\d)(?:${YEAR} ?(?:${DASH} ?|[、和与及] ?)){0,4}${YEAR} {0,2}[年\\u5e74](?:[底末初中度代]|以来|来)?`,
      'gu',
    ),
  },
  { name: 'bare years', reason: '2021-2035', pattern: new RegExp(`(?<![\\d.])${YEAR} ?${DASH} ?${YEAR}(?!\\d)`, 'gu') },
  { name: 'year span', reason: '2016-20年', pattern: new RegExp(`(?<!\\d)${YEAR} ?${DASH} ?\\d\\d ?年`, 'gu') },
  { name: 'han year', reason: '二〇二三年', pattern: /[一二][〇零○Oo0一二三四五六七八九]{3}年/gu },
  {
    name: 'short year',
    reason: '’08年, 98年',
    pattern: /[‘’'](?:\d\d)年|(?<![\d.近超约余多续为达满过])[89]\d年(?=代|[初末底])/gu,
  },
  {
    name: 'month',
    reason: 'a month of the calendar',
    pattern:
      /(?<![\d.个])\d{1,2} ?(?:[-—~～至到、和与]{1,2}\d{1,2})? ?月(?:份|底|末|初|中旬|上旬|下旬)?|(?<![个一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])(?:[至到、和]十?[一二三四五六七八九])?月(?:份|底|末|初|中旬|上旬|下旬)?/gu,
  },
  {
    name: 'day',
    reason: 'a day of the calendar',
    pattern:
      /(?<![\d.])\d{1,2} ?(?:[-—~～至到、和]{1,2}\d{1,2})? ?日(?!元|均|处理|产|供)|[一二三]?十?[一二三四五六七八九十]日(?!元|均|游)/gu,
  },
  {
    name: 'code',
    reason: 'digits that follow a letter belong to a name: PM2.5, HL-3, G20',
    pattern: /[A-Za-z]{1,12}[-]?\d{1,8}(?:\.\d{1,4})?(?![\d.]*(?:%|[万亿]?[元人家个]))/gu,
  },
  {
    name: 'grade',
    reason: '4A级, 5G, 3D: a digit with a letter is a name',
    pattern: /(?<![\d.])\d{1,2}[ADGKSVBCHT](?![A-Za-z0-9])(?!\/|·)/gu,
  },
  {
    name: 'phone',
    reason: 'a telephone number',
    pattern: /(?<!\d)(?:0\d{2,3}[-—]\d{7,8}|1[3-9]\d{9}|[48]00[-—]?\d{3}[-—]?\d{4})(?!\d)/gu,
  },
  {
    name: 'congress',
    reason: '十九大, 十九届二中全会',
    pattern:
      /[一二三四五六七八九十]{1,3}(?:大(?![多约于量学])|届(?:[一二三四五六七八九十]{1,2}[中次](?:、[一二三四五六七八九十]{1,2}[中次]){0,5})?)|[一二三四五六七八九十]{1,2}[中次](?:、[一二三四五六七八九十]{1,2}[中次]){0,5}(?:全会|全体会议|会议|党代会|代表大会)/gu,
  },
  {
    name: 'plan period',
    reason: '十四五',
    pattern: /十[一二三四五六七]五(?:期间|时期|规划|末|以来|开局|收官)?|[一二三四五六七八九]五(?:计划|规划|普法)/gu,
  },
  {
    name: 'ordinal',
    reason: '第四届, 第二轮, 首批: an order, not a count',
    pattern:
      /第 ?(?:\d{1,4}|[零一二三四五六七八九十百]{1,5})(?! ?[位名](?!书记|代表))(?:个|届|次|批|轮|期|季度|产业|年|步|条|款|章|节|项|类|种|代|阶段|方阵|梯队|医院|人民)?/gu,
  },
  {
    name: 'firsts',
    reason: '首批, 首个, 前三季度, 头三年',
    pattern:
      /首(?:个|批|次|家|届|单|条|例|台|座|部|轮|期|年|季度|套|只|艘)|[前头后上下](?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个?季度?|个?月|年|天|周|个学期)/gu,
  },
  {
    name: 'quarter',
    reason: '一季度, 第三季度',
    pattern: /(?<!个)(?:[1-4]|[一二三四])(?:[-—至到、](?:[1-4]|[一二三四]))?季度/gu,
  },
  {
    name: 'list of N',
    reason: '十大, 六大工程',
    pattern: /(?:\d{1,2}|[一二两三四五六七八九十]{1,3})大(?![于多约学小量])/gu,
  },
  {
    name: 'level',
    reason: '两级, 三级医院, 一等奖, 五星级: a level or grade',
    pattern:
      /(?:\d{1,2}(?:\.\d)?|[一二两三四五六七八九十]{1,3})(?:[-—至到、](?:\d{1,2}|[一二三四五六七八九十]{1,2}))?(?:级|等(?:奖|功|以上|级)?|星|甲|线|流|代|本|号|楼|路|档|环)(?![0-9元])/gu,
  },
  {
    name: 'phase',
    reason: '一期工程, 二期: a stage',
    pattern: /[一二三四五六七八九]{1}(?:[、和至][一二三四五六七八九])*期/gu,
  },
  {
    name: 'strong',
    reason: '500强, 百强县',
    pattern: /(?:前)?(?:\d{1,4}|[一二三四五六七八九十百千]{1,3})强(?!度|化)/gu,
  },
  {
    name: 'age group',
    reason: '60周岁以上老人: who is meant, not how many',
    pattern:
      /(?:不满|未满|年满|满)?\d{1,3} ?(?:周?岁)?(?:[-—~～至到]{1,2}\d{1,3})? ?周?岁(?:[(（]?[含不及]{1,2}\d{0,2}周?岁?[)）]?)?(?:及?以[上下]|(?=人口|老人|老年|儿童|妇女|劳动|青少年|青年|幼儿|婴幼儿|少年|女性|男性|群体|的|至|到|居民|户籍))/gu,
  },
  {
    name: 'threshold',
    reason: '2000万元及以上企业: who is meant',
    pattern:
      /\d[\d.,]{0,9}[ 万亿千百]{0,3}(?:元|千伏|千瓦|人|平方米|亩|吨|个|张|公里|米|公斤)(?:[(（]含[)）])?(?:及|\(含\))以[上下]|\d[\d.,]{0,9}[ 万亿千百]{0,3}元以[上下](?:的?(?:工业|企业|项目|产业|重大|单位|固定|大项目|投资项目|储蓄))|超?(?:\d[\d.]{0,5})?[十百千万亿]{1,2}元?(?:以上)?级/gu,
  },
  {
    name: 'denominator',
    reason: '每万名, 每10万人: what a rate is for',
    pattern:
      /每(?:隔)? ?(?:\d{1,6}|[一二两三四五六七八九十])?[十百千万亿]{0,2}(?:个?(?:[年月周天日]|季度)|公里|平方公里|平方米|立方米|千瓦时|亩|吨|公斤|斤|人次|人|名|户|家|件|个|张|位)?/gu,
  },
  {
    name: 'window',
    reason: '近十年, 五年来, 4个月内: a period, no amount',
    pattern:
      /(?:近|过去|未来|今后|最近|前|后|这|此前|之后|用|力争|再|今明|再用|为期|未来)的? ?(?:\d{1,3}|[一二两三四五六七八九十百几数]{1,4})(?:[-—至到]\d{1,2})?多?(?:个?(?:年|月|天|周|学年|季度|月份))(?:[来内里间]|多?来|时间|左右)?|(?:\d{1,3}|[一二两三四五六七八九十百几数]{1,4})多?(?:个?(?:年|月|天|周|工作日|小时|世纪))(?:以来|[来内前后间里]|之[内前后]|时间|期(?!限)|行动|规划|计划|目标|任务|攻坚|周期|改造|滚动|制|倍增|提升|大变样|见)/gu,
  },
  {
    name: 'slogan without quotes',
    reason: 'fixed phrases and places with a number',
    pattern: new RegExp(
      `(?<![\\d.余多几数])(?:${[...names.slogans].sort((a, b) => b.length - a.length).join('|')})`,
      'gu',
    ),
  },
  {
    name: 'version',
    reason: '12345热线, 12306: a service number',
    pattern: /(?<!\d)\d{3,6}(?=[^\d，。；\n]{0,6}(?:热线|专线|平台|电话|服务便民|客服))/gu,
  },
  {
    name: 'life circle',
    reason: '15分钟生活圈, 24小时服务: names',
    pattern:
      /\d{1,3}[-—]?\d{0,3}(?:分钟|小时)[^，。；\d]{0,8}圈|(?:24|7×24)小时(?=[^，。；\d]{0,6}(?:服务|值班|值守|热线|在线|自助|开放|不打烊|监控|待命))/gu,
  },
];

/** Spans of the text that hold no quantities, sorted by start. */
export function findExcluded(folded: string): readonly Span[] {
  const spans = SPAN_RULES.flatMap((rule) =>
    [...folded.matchAll(rule.pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, rule: rule.name })),
  );
  return spans.sort((a, b) => a.start - b.start);
}

/** What a rule sees of a candidate. */
interface Sight {
  readonly candidate: Candidate;
  readonly number: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
}

interface CandidateRule {
  readonly name: string;
  readonly reason: string;
  readonly rejects: (sight: Sight) => boolean;
}

const isCount = (s: Sight): boolean => s.candidate.unitRead?.unitClass === 'count';
const isHan = (s: Sight): boolean => s.candidate.numeral?.script === 'han';
const PERIOD = /^(?:年|周年|个月|个半月|天|周|个星期|小时|个小时|个工作日|工作日|个季度|学年|世纪|分钟)$/u;
const LENGTH =
  /(?:连续|持续|历时|历经|缩短|压缩|延长|提前|平均|寿命|为|达|达到|共|至|增加|减少|第|超过|超|期限|工期|天数|时间|时长|年限|由|从|保持|连|满|稳定|长达|坚持|累计|约|数)$/u;

export const CANDIDATE_RULES: readonly CandidateRule[] = [
  {
    name: 'malformed',
    reason: 'a run of numerals that is no number',
    rejects: (s) => s.candidate.numeral?.malformed === true,
  },
  {
    name: 'bare multiplier',
    reason: '万元, 千年: a multiplier alone counts only with an approximator',
    rejects: (s) =>
      s.candidate.numeral?.bareScale === true &&
      s.candidate.approx === null &&
      !(/(?:突破|达到?|跨越|迈上|站上|首破|破)$/u.test(s.before) && s.number.length > 0 && !/^[级大强]/u.test(s.after)),
  },
  {
    name: 'bare number',
    reason: 'a number without unit, multiplier or approximator says nothing',
    rejects: (s) =>
      s.candidate.form === 'amount' &&
      s.unit === '' &&
      !s.candidate.masked &&
      s.candidate.numeral !== null &&
      (!/[万亿]/u.test(s.number) || (isHan(s) && s.candidate.approx === null && !/^(?:$|[，。、；])/u.test(s.after))),
  },
  {
    name: 'one',
    reason: '一个, 一批: an article',
    rejects: (s) =>
      s.number === '一' &&
      (isCount(s) || /^(?:年|天|周|小时|分|度|方|里|码|两|担|尺|寸|块|毛|角|岁|个月|秒)$/u.test(s.unit)),
  },
  {
    name: 'two as a name',
    reason: '二次, 二类: 二 before a counting word orders',
    rejects: (s) => s.number === '二' && isCount(s),
  },
  {
    name: 'han before rare unit',
    reason: '四方, 三面, 五省: mostly names',
    rejects: (s) =>
      isHan(s) &&
      !s.candidate.numeral!.bareScale &&
      s.candidate.approx === null &&
      s.candidate.numeral!.value < 100 &&
      s.candidate.unitRead !== null &&
      !countsHan(s.candidate.unitRead.base),
  },
  {
    name: 'name before',
    reason: 'a letter, plus or point before the number',
    rejects: (s) => /[A-Za-z+.·]$/u.test(s.before) && !/[%元]/u.test(s.unit),
  },
  {
    name: 'part of a word',
    reason: '唯一, 之一, 初三',
    rejects: (s) =>
      isHan(s) &&
      /[唯之统单逐专同万初进独划归合第周星期零]$/u.test(s.before) &&
      s.number.length === 1 &&
      !s.before.endsWith('星期'),
  },
  {
    name: 'period',
    reason: 'a stretch of time that says when',
    rejects: (s) =>
      PERIOD.test(s.unit) &&
      s.candidate.min === null &&
      s.candidate.approx === null &&
      Number.isInteger(s.candidate.value) &&
      !LENGTH.test(s.before) &&
      (isHan(s) ||
        !/^(?:天|小时|分钟|个工作日|工作日)$/u.test(s.unit) ||
        /^(?:内|后|前|以来|来|之内|里)/u.test(s.after)),
  },
  {
    name: 'geography',
    reason: '26县, 四镇: places, mostly named',
    rejects: (s) => /^[省市县区镇乡村国]$/u.test(s.unit) && s.candidate.approx === null && isHan(s),
  },
];

/** Name of the first rule that rejects the candidate, or null. */
export function rejectedBy(folded: string, candidate: Candidate): string | null {
  const sight: Sight = {
    candidate,
    number: folded.slice(candidate.numeral?.start ?? candidate.numberStart, candidate.numberEnd),
    before: folded.slice(Math.max(0, candidate.start - 8), candidate.start).replace(/\s+$/u, ''),
    after: folded.slice(candidate.end, candidate.end + 8),
    unit: candidate.unitRead?.base ?? candidate.unit,
  };
  return CANDIDATE_RULES.find((rule) => rule.rejects(sight))?.name ?? null;
}
