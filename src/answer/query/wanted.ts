import type { UnitFamily, WantedKind } from './query.ts';
import questionUnits from './question-units.json' with { type: 'json' };

/** The unit and kind of figure that words ask for. */
export interface Wanted {
  readonly unit: UnitFamily | null;
  readonly unitWord: string;
  /** The unit is only the likelier one. */
  readonly softUnit: boolean;
  readonly kind: WantedKind | null;
}

const TARGET =
  /目标|计划|打算|预期(?!寿命)|预计|力争|拟(?!人)|准备(?!金)|规划多|要(?:新?[建增]|达到|培育|改造|完成|做到|解决|出|编|实现|打造|减|提|新|开|办|发|培|招|种|修|控|去掉|退出|压|淘汰|关停|筹|争取|设|引|投)|要(?!花|交|带|付|缴|等|多少|几|用|准备)[^，。的要]{1,4}(?:多少|几)/u;
const DONE = /实际|完成了?多少|已经?|实现了/u;
const FROM_TO =
  /从多少.{0,6}[到变至]|从.{0,4}(?:涨|升|提|降|增|减).{0,3}到|(?:涨|升|提高|提升|提|降|减|增|扩大|增加|上调)(?:了)?到|原来|原先|以前.*(?:现在|如今|多少)|变成多少/u;
const CHANGE =
  /同比|环比|增幅|增速|涨幅|跌幅|降幅|增长(?:了)?(?:多少|百分|几|率)|[涨跌](?:了)?(?:多少|百分|几)|(?:多|少)了?(?:百分之|几成)|(?<![减增])(?:多|少)了(?:多少|几)|[多少](?:发|卖|造|建|收|领|交|投|增)了?(?:百分之)?(?:多少|几)|(?:下降|减少|上升|提高|提升|增加)(?:了)?(?:多少|百分|几)|比(?:上|前|去)一?年.{0,12}(?:[多少高低](?!少)|增|减|涨|跌)|几倍|长了多少|(?:升|降|掉|减|跌|涨|增产|减产)了?(?:多少|百分|几)|(?:增|涨|升|多|高|快)[^，。]{0,4}还是[^，。]{0,3}(?:减|跌|降|少|低|慢)|(?:减|跌|降|少|低|慢)[^，。]{0,4}还是[^，。]{0,3}(?:增|涨|升|多|高|快)|幅度/u;
const RANK = /第几|排名|名次|位次|排第/u;
const SHARE = /占比|占.{0,12}(?:百分之|多少|比例|比重)|比重|份额/u;

/** What kind of noun is counted: 多少志愿者, 多少慰问金. */
const COUNTED_NOUNS: readonly { readonly pattern: RegExp; readonly unit: UnitFamily; readonly word: string }[] = [
  {
    pattern:
      /多少(?:钱|元)|(?:拿|领|发|挣|给|补|赔|捐|缴|交)(?:到|了)?(?:多少|几)(?:[了呢啊？?\s]|$)|(?:多少|几)[^，。？多少几的]{0,6}(?:金|款|费|资|税|补助|补贴|投入|损失)(?!人|户|项|机|类|牌|融|属|额)|(?:补助|补贴|损失|工资|收入|费用|花费|开支|经费|善款|捐款|结余|投资)(?:一共|总共|合计|大概|共)?(?:是|有|要|达到?)?多少(?!人|户|家|个|次|名)/u,
    unit: 'money',
    word: '元',
  },
  {
    pattern:
      /(?:多少|几)[^，。？多少几的]{0,5}(?:人|者|员|工(?![资钱程作会业厂艺伤])|生(?![猪活产育态物意])|老人|儿童|孩子|朋友|群众|居民|村民|农民|宝宝|新人|孤儿|对象)(?!次|机|口|家庭|站|会|院|考|证|数|均)|(?:多少|几)[^，。？多少几]{1,8}的(?:人|老人|孩子|儿童)(?![次口])|(?:人员|老人|儿童|学生|教师|老师|医生|护士|职工|党员|志愿者|农民工|[陪护法教导技]师|[陪审护调理]员)(?:一共|总共|共|现在|目前)?(?:有|是|达)?(?:多少|几)(?![家户个所间项件次万条])/u,
    unit: 'person',
    word: '人',
  },
];

/** A phrase with a question word tells more than the name of a measure: 销售额排第几 asks for a rank. */
const ASKING = /多少|几|第|百分/u;
const ASKING_BONUS = 10;

/** The kind of noun counted: of two that fit, the one whose noun ends first (多少农民工要回工资 counts people). */
function countedNoun(text: string): (typeof COUNTED_NOUNS)[number] | undefined {
  const found = COUNTED_NOUNS.flatMap((noun) => {
    const match = noun.pattern.exec(text);
    return match === null ? [] : [{ noun, end: match.index + match[0].length }];
  });
  return found.sort((a, b) => a.end - b.end)[0]?.noun;
}

/** A counting word right after the question word: 多少只, 几枚. */
const COUNTING_WORD =
  /(?:多少|几)([列趟班幅级只头枚台辆部套艘架册本篇首株棵颗粒门所间栋幢座处条项块片张件例宗起封期批场届班支队组群级种类款笔单份顶])/u;

/** 几个亿元项目 counts projects. */
const SIZE_CLASS = /((?:多少|几)[个家])[百千]?[万亿]元?级?(?=\p{Script=Han})/gu;

/** Nouns that begin with what may be a counting word: 多少支农资金, 多少部队. */
const NOUN_OF_COUNTER =
  /(多少|几)(?=支(?:农|出|付|持|援|教|部|书)|部(?:队|门|长|委|级)|门(?:诊|牌|面|户|店)|本(?:科|地|市|省|县|级|金|土)|种(?:植|子|业|粮)|台(?:风|账|胞|商)|条(?:件|例)|场(?:所|馆|地)|对(?:象|口|外)|项目|批(?:示|发)|座谈|期刊|名单|件数|位置|块钱)/gu;

/** The family of the longest phrase in the text. */
function unitOf(given: string): Pick<Wanted, 'unit' | 'unitWord'> & { asked: boolean } {
  const text = given.replace(SIZE_CLASS, '$1').replace(NOUN_OF_COUNTER, '$1 ');
  let best: { length: number; unit: string; word: string } | null = null;
  for (const { phrases, unit, word } of questionUnits) {
    for (const phrase of phrases) {
      if (!text.includes(phrase)) continue;
      const length = phrase.length + (ASKING.test(phrase) ? ASKING_BONUS : 0);
      if (best === null || length > best.length) best = { length, unit, word };
    }
  }
  const noun = countedNoun(text);
  if (best === null || (best.length <= ASKING_BONUS && noun !== undefined)) {
    const counter = COUNTING_WORD.exec(text)?.[1];
    if (noun === undefined && counter !== undefined && best === null)
      return { unit: 'count', unitWord: counter, asked: true };
    return noun === undefined
      ? { unit: null, unitWord: '', asked: false }
      : { unit: noun.unit, unitWord: noun.word, asked: true };
  }
  const family = familyOf(best.unit);
  const word = family === 'count' ? (COUNTING_WORD.exec(text)?.[1] ?? best.word) : best.word;
  return { unit: family, unitWord: word, asked: best.length > ASKING_BONUS };
}

const FAMILIES: readonly UnitFamily[] = [
  'person',
  'household',
  'money',
  'percent',
  'rank',
  'multiple',
  'area',
  'date',
  'days',
  'weight',
  'count',
];

function familyOf(name: string): UnitFamily {
  return FAMILIES.find((family) => family === name) ?? 'other';
}

/** The kind of figure asked for, or null when the words do not say. */
export function wantedKind(text: string): WantedKind | null {
  if (RANK.test(text)) return 'rank';
  if (TARGET.test(text) && !DONE.test(text)) return 'target';
  if (FROM_TO.test(text)) return 'from_to';
  if (CHANGE.test(text)) return 'change_rate';
  if (SHARE.test(text)) return 'share';
  return DONE.test(text) ? 'actual' : null;
}

/** Nouns whose figures are mostly of one unit. */
const NAMED_MEASURES: readonly { readonly pattern: RegExp; readonly unit: UnitFamily }[] = [
  { pattern: /天数(?:是|有|为|达|到|多|呢|吗|[\s？?]|$)/u, unit: 'days' },
  { pattern: /(?<![汇利])率(?:是|有|为|达|到|高|低|多|怎|呢|吗|[\s？?]|$)/u, unit: 'percent' },
  {
    pattern:
      /(?:费用?|款|(?<!基|奖)金|收入|营收|支出|利润|余额|结余|顺差|逆差|产值|总产值|投资|增加值|销售额|零售额|出口额|gdp)(?:是|有|为|达|各|多少|[\s，,？?]|$)/u,
    unit: 'money',
  },
];

/** Reads the wanted unit and kind out of a piece of a question. */
export function findWanted(text: string): Wanted {
  const { asked, ...unit } = unitOf(text);
  const kind = wantedKind(text);
  // 销售额同比增长多少 names a measure in money and asks for its change.
  if (kind === 'change_rate' && !asked) return { unit: null, unitWord: '', softUnit: false, kind };
  const named =
    kind === 'change_rate'
      ? undefined
      : NAMED_MEASURES.find(
          ({ pattern }) =>
            /多少|几/u.exec(text.slice(0, pattern.exec(text)?.index ?? 0)) === null && pattern.test(text),
        );
  if (unit.unit === null && named !== undefined) return { unit: named.unit, unitWord: '', softUnit: true, kind };
  return { ...unit, softUnit: false, kind };
}
