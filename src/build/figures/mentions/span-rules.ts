import type { Span } from '../../../core/span.ts';
import names from './names.json' with { type: 'json' };

/** A stretch of text whose numbers are no quantities. */
export interface SpanRule {
  readonly name: string;
  readonly reason: string;
  /** Global; every repetition in it is bounded, so that a pass over a text takes time linear in its length. */
  readonly pattern: RegExp;
  /** Whether it also holds for a single expression, which has no slogans and no sections. */
  readonly always?: true;
}

const YEAR = '(?:1[89]|20)\\d\\d';
const DASH = '[-—–~～至到]{1,2}';
const HAN = '[一二两三四五六七八九十]';
const FIXED = [...names.fixed].sort((a, b) => b.length - a.length).join('|');

const DATE_RULES: readonly SpanRule[] = [
  {
    name: 'date and time',
    reason: '2019-03-20 11:24:15',
    pattern: new RegExp(`(?<!\\d)${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]{0,3}\\d{1,2}:\\d{2}(?::\\d{2})?)?`, 'gu'),
    always: true,
  },
  {
    name: 'clock',
    reason: '11:24, 8时30分',
    pattern:
      /(?<!\d)\d{1,2}(?::\d{2}){1,2}|(?<![\d.])(?:[01]?\d|2[0-4]) ?(?:时(?!代|尚|空|间|长|段|效|序|速|刻)|点(?=\d{1,2}分|半|钟|整))(?: ?\d{1,2} ?分)?/gu,
    always: true,
  },
  {
    name: 'year',
    reason: 'a calendar year, a span or list of years',
    pattern: new RegExp(
      `(?<!\\d)(?:${YEAR} ?(?:${DASH} ?|[、和与及] ?)){0,4}${YEAR} {0,2}年(?:[底末初中度代]|以来|来)?`,
      'gu',
    ),
    always: true,
  },
  {
    name: 'bare years',
    reason: '2021-2035, 2016-20年',
    pattern: new RegExp(`(?<![\\d.])${YEAR} ?${DASH} ?(?:${YEAR}(?!\\d)|\\d\\d ?年)`, 'gu'),
    always: true,
  },
  { name: 'Han year', reason: '二〇二三年', pattern: /[一二][〇零○Oo0一二三四五六七八九]{3}年/gu, always: true },
  { name: 'short year', reason: '’08年, 90年代', pattern: /[‘’']\d\d年|(?<![\d.])[1-9]0年代/gu, always: true },
  {
    name: 'month',
    reason: 'a month of the calendar',
    pattern:
      /(?<![\d.个])\d{1,2} ?(?:[-—~～至到、和与]{1,2}\d{1,2})? ?月(?:份|底|末|初|中旬|上旬|下旬)?|(?<![个一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])(?:[至到、和]十?[一二三四五六七八九])?月(?:份|底|末|初|中旬|上旬|下旬)?/gu,
    always: true,
  },
  {
    name: 'day',
    reason: 'a day of the calendar',
    pattern:
      /(?<![\d.])\d{1,2} ?(?:[-—~～至到、和]{1,2}\d{1,2})? ?[日号](?!元|均|处理|产|供|线|楼|文)|[一二三]?十?[一二三四五六七八九十]日(?!元|均|游)/gu,
    always: true,
  },
  {
    name: 'quarter',
    reason: '一季度, 前三季度',
    pattern: /(?<!个)(?<!\d)(?:[1-4]|[一二三四])(?:[-—至到、](?:[1-4]|[一二三四]))?季度/gu,
  },
  {
    name: 'plan period',
    reason: '十四五',
    pattern: /十[一二三四五六七]五(?:期间|时期|规划|末|以来|开局|收官)?|[一二三四五六七八九]五(?:计划|规划|普法)/gu,
  },
  {
    name: 'period',
    reason: '近十年, 五年来, 4个月内: when, not how long',
    pattern: new RegExp(
      `(?:近|过去|未来|今后|最近|这|此前|之后|用|力争|再用|今明|新|为期)的? ?(?:\\d{1,2}|${HAN}{1,3}|[几数]十?)(?:[-—至到]\\d{1,2})?多?个?(?:年|月|天|周|学年|季度|月份)(?:[来内里间]|多?来|时间|左右)?|(?<![\\d.])(?<!(?:压缩|缩短|控制|缩减|压减|精简|提速)[到至在为])(?:\\d{1,3}|${HAN}{1,3}|[几数]十?)(?:多|个多)?(?:个?(?:年|月|天|周|工作日|小时|世纪))(?:以来|[来内前后间里]|之[内前后]|时间|期(?!限)|行动|规划|计划|目标|任务|攻坚|周期|改造|滚动|制|倍增|提升|大变样|见)`,
      'gu',
    ),
  },
];

const CODE_RULES: readonly SpanRule[] = [
  {
    name: 'address',
    reason: 'a web address',
    pattern: /(?:https?:\/\/|www\.)[^\s，。；）)》”"]{1,200}/gu,
    always: true,
  },
  {
    name: 'document number',
    reason: '〔2019〕10号, 2024-00017',
    pattern: /[〔[【(（]\d{4}[〕\]】)）] ?第? ?\d{1,5} ?号|(?<!\d)\d{4,20}(?:[-/]\d{3,6}){1,2}(?!\d)/gu,
    always: true,
  },
  { name: 'note mark', reason: 'a number in brackets', pattern: /[[［]\d{1,3}[\]］]/gu },
  {
    name: 'telephone',
    reason: 'a telephone number',
    pattern: /(?<!\d)(?:0\d{2,3}[-—]\d{7,8}|1[3-9]\d{9}|[48]00[-—]?\d{3}[-—]?\d{4})(?!\d)/gu,
    always: true,
  },
  {
    name: 'service number',
    reason: '12345热线',
    pattern: /(?<!\d)\d{3,6}(?=[^\d，。；\n]{0,6}(?:热线|专线|平台|电话|客服))/gu,
  },
  {
    name: 'letters before',
    reason: 'PM2.5, HL-3, G20: digits after a letter belong to a name',
    pattern: /PM[_\s]{0,2}(?:2\.5|10)|[A-Za-z]{1,12}[-]?\d{1,8}(?:\.\d{1,4})?(?![\d.]{0,8}(?:%|[万亿]?[元人家个]))/gu,
  },
  {
    name: 'letter after',
    reason: '4A级, 5G, 3D: a digit with a letter is a name',
    pattern: /(?<![\d.])\d{1,2}[ADGKSVBCHT](?![A-Za-z0-9])(?!\/|·)/gu,
  },
  {
    name: 'combination',
    reason: '9+3, 6+8+X, 1+N are names',
    pattern: /[\dA-Za-z一二三四五六七八九十]{1,6}(?:\+[\dA-Za-z一二三四五六七八九十]{1,6}){1,6}/gu,
  },
  {
    name: 'rate of exchange',
    reason: '1美元兑: a denominator',
    pattern: /(?<!\d)100?(?:美元|欧元|英镑|日元|港元|元人民币|元)(?=兑|对人民币|折)/gu,
  },
];

const NAME_RULES: readonly SpanRule[] = [
  { name: 'title', reason: 'a number in a title belongs to the title', pattern: /《[^》\n]{1,60}》/gu },
  {
    name: 'quoted name',
    reason: 'a short quoted text with a number is a name; a longer one when it starts with the number',
    pattern:
      /[“「『‘][^“”「」『』‘’，。；\n]{1,12}[”」』’]|[“「『](?=[\d零一二两三四五六七八九十百千万双])[^“”「」『』。；\n]{1,18}[”」』]|"(?=[\d一二两三四五六七八九十百千万双])[^"，。；、\s]{1,8}"(?=[一-龥])/gu,
  },
  {
    name: 'fixed phrase',
    reason: 'political phrases, places and names with a number',
    pattern: new RegExp(`(?<![\\d.余多几数近超逾约过上] ?)(?:${FIXED})`, 'gu'),
  },
  {
    name: 'list of N',
    reason: '十大, 六大工程',
    pattern: new RegExp(`(?<![\\d.])(?:\\d{1,2}|${HAN}{1,3})大(?![于多约学小量])`, 'gu'),
  },
  {
    name: 'congress',
    reason: '十九大, 十九届二中、三中全会',
    pattern:
      /(?<!连续)[一二三四五六七八九十]{1,3}(?:大(?![多约于量学])|届(?:[一二三四五六七八九十]{1,2}[中次](?:、[一二三四五六七八九十]{1,2}[中次]){0,5})?)|[一二三四五六七八九十]{1,2}[中次](?:、[一二三四五六七八九十]{1,2}[中次]){0,5}(?:全会|全体会议|会议|党代会|代表大会)/gu,
  },
  {
    name: 'life circle',
    reason: '15分钟生活圈, 24小时值班, 8小时平均浓度: parts of names',
    pattern:
      /(?:\d{1,3}[-—]?\d{0,3}|[一半])(?:分钟|小时|刻钟)[^，。；\d]{0,8}圈|一刻钟、|\d{1,3}小时(?:过境)?免签|(?:24|7×24)小时(?=[^，。；\d]{0,6}(?:服务|值班|值守|热线|在线|自助|开放|不打烊|监控|待命|不间断|全天候))|\d{1,2}小时(?:滑动)?平均(?:浓度|值)/gu,
  },
];

const ORDER_RULES: readonly SpanRule[] = [
  {
    name: 'ordinal',
    reason: '第四届, 第二轮: an order, not a count',
    pattern:
      /第 ?(?:\d{1,4}|[零一二三四五六七八九十百]{1,5})(?! ?[位名](?!书记|代表))(?:个|届|次|批|轮|期|季度|产业|年|步|条|款|章|节|项|类|种|代|阶段|方阵|梯队|医院|人民)?/gu,
  },
  {
    name: 'first ones',
    reason: '首批, 前三年, 前10位, 头三个月: an order, or those who lead one',
    pattern: new RegExp(
      `首(?:个|批|次|家|届|单|条|例|台|座|部|轮|期|年|季度|套|只|艘)|(?<![目提之以日此当空从])前 ?(?:\\d{1,4}|${HAN}{1,3}|[百千]) ?(?:位|名|强|家|个?季度?|个?月|年|天|周|个)?|[头上下](?:\\d{1,2}|${HAN}{1,2})(?:个?季度?|个?月|年|天|周|个学期)`,
      'gu',
    ),
  },
  {
    name: 'level',
    reason: '两级, 三级医院, 一等奖, 五星级, 一号: a level or grade',
    pattern: new RegExp(
      `(?<![\\d.])(?:\\d{1,3}(?:\\.\\d)?|${HAN}{1,3})(?:[-—至到、](?:\\d{1,2}|${HAN}{1,2}))?(?:级|等(?:奖|功|以上|级)?|星|甲|线|流|代|本|号|楼|档|环)(?![0-9元])|(?<![\\d.])(?:\\d{1,2}|${HAN}{1,2})路(?=公交|车)|超?(?:\\d[\\d.]{0,5})?[十百千万亿]{1,2}元?(?:以上)?级`,
      'gu',
    ),
  },
  {
    name: 'class of water',
    reason: '三类海水, 劣四类: a class',
    pattern: /劣 ?[一二三四五1-5]类|优于?[一二三四五]类|(?<!\d)[一二三四五]类(?=海水|水|功能区|及以|或)/gu,
  },
  {
    name: 'phase',
    reason: '一期工程, 二到三层: a stage or storey',
    pattern:
      /[一二三四五六七八九](?:[、和至到][一二三四五六七八九])?期|[一二三四五六七八九][至到、][一二三四五六七八九][层楼]/gu,
  },
  {
    name: 'league',
    reason: '500强, 百强县',
    pattern: /(?<!\d)(?:\d{1,4}|[一二三四五六七八九十百千]{1,3})强(?!度|化)/gu,
  },
  {
    name: 'version',
    reason: '2.0版',
    pattern: /\d{1,2}\.\d{1,2}(?:版(?!权)|时代|升级版)/gu,
  },
];

const MEASURE = '(?:元|千伏|千瓦|人|平方米|亩|吨|个|张|公里|米|公斤|床|户)';
const GROUP = '(?:企业|项目|产业|集群|小微|县|镇|村|园区|工业|单位|固定|重大|大项目|储蓄|开发区|城市|组织|家庭|群体)';

/** Named straight after an amount they are a kind (百亿元企业); with 资金 after them the amount is meant. */
const KIND =
  '(?:重大|重点)?(?:企业|项目|产业|集群|县|镇|村|园区|开发区|城市)(?!资金|建设|扶持|补助|补贴|贷款|支持|奖|经费|投资)';

const GROUP_RULES: readonly SpanRule[] = [
  {
    name: 'age group',
    reason: '60周岁以上老人, 0-14岁人口: who is meant, not how many',
    pattern:
      /(?:百|[五六七八九]十)岁(?:及?以[上下])?|(?:不满|未满|年满|满)\d{1,3} ?周?岁|(?<!\d)\d{1,3} ?(?:周?岁)?[-—~～至到]{1,2}\d{1,3} ?周?岁|(?<!\d)(?<!(?:提高|提升|达|延长|增加|稳定|保持|超过)[到至在]?)\d{1,3} ?周?岁(?:[(（][含不及满]{1,2}\d{0,3}周?岁?[)）])?(?:及?以[上下]|(?=人口|老人|老年|儿童|妇女|劳动|青少年|青年|幼儿|婴幼儿|少年|女性|男性|群体|的|至|到|居民|户籍))/gu,
  },
  {
    name: 'threshold',
    reason: '2000万元及以上, 亿元以上项目, 市值超过200亿元的企业: who is meant',
    pattern: new RegExp(
      [
        `[\\d十百千万亿][\\d.,]{0,9}[ 万亿千百]{0,3}${MEASURE}(?:[(（]含[)）])?及以[上下]`,
        `\\d[\\d.,]{0,9}[ 万亿千百]{0,3}个?(?:年|月|天|小时|分钟)及以[上下]`,
        `[\\d十百千万亿][\\d.,]{0,9}[ 万亿千百]{0,3}元以[上下]的?[^，。；、\\d]{0,8}${GROUP}`,
        `\\d{1,5}[万亿]以[上下]的?(?:投资|重大|重点|工业|产业)?(?:项目|企业|产业|园区)`,
        `(?<![\\d.])(?:\\d{1,4}|[一两三五十]?)[十百千万亿]{1,2}元(?:规模)?${KIND}`,
        `(?:超过?|超出|过|达|小于|大于|低于|高于|不足|不超过|不低于)\\d{0,6}(?:\\.\\d{1,2})? ?[十百千万亿]{0,2}${MEASURE}的[^，。；\\d]{0,6}${GROUP}`,
        `超[十百千万亿]{1,3}元(?=的|、[^，。；]{1,20}超[十百千万亿]{1,3}元的)`,
        `(?:超过|不足|满)\\d{1,3}年的`,
      ].join('|'),
      'gu',
    ),
  },
  {
    name: 'denominator',
    reason: '每万名, 每10万人, 万人拥有量: what a rate is for',
    pattern:
      /每(?:隔)? ?(?:\d{1,6}|[一二两三四五六七八九十])?[十百千万亿]{0,2}(?:个?(?:[年月周天日]|季度)|公里|平方公里|平方米|立方米|千瓦时|亩|吨|公斤|斤|人次|人|名|户|家|件|个|张|位)?|(?<!\d)1?0?[十百千万亿]{1,2}(?:人|人口|吨|元|公里|辆车)(?=[^，。；\d]{0,8}(?:死亡|拥有|发病|事故|能耗|消耗))/gu,
  },
  {
    name: 'rating of a line',
    reason: '500千伏变电站: what kind it is',
    pattern: /(?:±? ?\d{1,4} ?千伏(?:[、和]|及以[上下])?){1,3}(?=[一-龥])/gu,
  },
];

/** In no order of weight: a number that any of them covers is left out. */
export const SPAN_RULES: readonly SpanRule[] = [
  ...DATE_RULES,
  ...CODE_RULES,
  ...NAME_RULES,
  ...ORDER_RULES,
  ...GROUP_RULES,
];

/** Spans of the text that hold no quantities, in no order. */
export function findExcluded(folded: string, rules: readonly SpanRule[]): readonly Span[] {
  return rules
    .flatMap((rule) => [...folded.matchAll(rule.pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
