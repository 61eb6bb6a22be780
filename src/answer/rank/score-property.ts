import type { CorpusFigure } from '../corpus/corpus-figure.ts';
import type { Ask } from '../query/query.ts';
import type { Wanted } from './weigh-concepts.ts';
import { WEIGHTS } from './weights.ts';

/** Words that any amount may carry. */
const TOTAL_WORDS = /各级各类|各类|总量|总数|总额|总计|人数|数量|数额|户数|规模|共计|累计|全市|全省|全国|全年/gu;

/** What a property may carry over from its sentence: remarks in brackets, verbs of stating. */
const NOISE = /[(（][^()（）]*[)）]|实现|达到|完成/gu;

/** Share of a property's characters that what was asked accounts for. */
export function precisionOf(property: string, { concepts, words }: Wanted): number {
  if (property === '') return 0;
  let rest = property.replace(NOISE, '').replace(TOTAL_WORDS, '');
  const length = rest.length;
  if (length === 0) return 1;
  for (const { concept } of concepts) for (const { text } of concept.alternatives) rest = rest.replaceAll(text, '');
  const foreign = [...rest].filter((character) => !words.includes(character)).length;
  return 1 - foreign / length;
}

const INCREMENT = /增加|新增|减少|新建|新开|新登记|净增/u;

/** Words that narrow a thing to some of its kind. */
const SUBSET =
  /[一二三四五]级|[省市县国]家?级|公立|民营|公办|民办|农村|乡村|城镇|城市|女性|男性|中医|外商|国有|私人|未成年|其中|其余/gu;
const ROUNDED = /(?:突破|超过?|逾)\d/u;
/** What is left of a whole: 其余3个县. */
const REST = /其[余它他]/u;
/** What follows it is a part of what stands before. */
const AMONG = /其中/u;
/** A level kept over years is no amount of one: 连续13年稳定在430亿斤以上. */
const HELD = /(?:稳定|保持|控制)在|连续\d+年/u;
const GROWN = /新[增加建添开设]|增加|多了|扩建/u;
const SUM = /总数|总量|总计|累计/u;
const FALL = /减少|下降|降低|少了|跌/u;
const RISE = /提高|增加|上升/u;
const ROSE = /提高|增加|上升|增长|涨|多了/u;
/** What is made or sold in a year is not what there is: 新能源汽车产量, 新能源汽车保有量. */
const FLOW = /产量|销量|招生|毕业生/u;
const FLOW_ASKED = /产|造|销|卖|打|收|种|做|招|录取|毕业|新生/u;
const STREAK = /连续.*[数次年]$|届数$|年数$/u;
const TOTAL_ASKED = /总|一共|共有|全部|现在|目前|如今|到底/u;
const STREAK_ASKED = /连续|几[年届次]|多少[年届次]/u;

/** What may stand around the noun of a plain statement: 其中，出口达8897.0亿元. */
const LEADS = /^(?:其中|全[市省州县国年]|年末|截至|现|共计?|一共|累计|对)+/u;
const TAILS = /(?:总额|总量|总数|数量?|达到?|为|是|有|共计?|约|增?至)+$/u;

const LONGEST_SUBJECT = 16;
/** Words this near mean the same and no kind of it. */
const SAME = 0.8;

/** A thing asked that the subject matches so well stands in it. */
const HELD_BY_SUBJECT = 0.5;

/** Whether the words right before a figure are all that was asked and nothing else. */
function isBare(item: string, { concepts }: Wanted, { least }: { least: number }): boolean {
  const subject = (/^[^\d*•]*/u.exec(item)?.[0] ?? '').replace(LEADS, '').replace(TAILS, '').trim();
  if (subject === '' || subject.length > LONGEST_SUBJECT) return false;
  let rest = subject;
  for (const { concept } of concepts) {
    for (const { text, strength } of concept.alternatives) if (strength >= least) rest = rest.replaceAll(text, '');
  }
  if (rest !== '') return false;
  return concepts.every(
    ({ concept, known, match }) => concept.role !== 'thing' || !known || match(subject) >= HELD_BY_SUBJECT,
  );
}

/** An increase or a part of a total answers less well when neither was asked for. */
export function totalScore(
  { figure, words, at, sentence }: CorpusFigure,
  { ask, wanted, precision }: { ask: Ask; wanted: Wanted; precision: number },
): number {
  const isSum = SUM.test(words.property);
  const grown = GROWN.test(ask.text) || INCREMENT.test(wanted.words);
  const increment = grown === isSum && (isSum || INCREMENT.test(words.property)) ? WEIGHTS.increment : 0;
  const narrowed = (words.property.match(SUBSET) ?? []).some(
    (word) => !wanted.words.includes(word) && !ask.text.includes(word),
  );
  const streak = STREAK.test(words.property) && !STREAK_ASKED.test(ask.text) ? WEIGHTS.streak : 0;
  const vague = !/[\d０-９*•]/u.test(figure.raw) ? WEIGHTS.vague : ROUNDED.test(words.item) ? WEIGHTS.rounded : 0;
  const total =
    TOTAL_ASKED.test(ask.text) && (isSum || figure.cumulative || /总/u.test(words.property)) ? WEIGHTS.total : 0;
  const held = HELD.test(words.item) && !HELD.test(ask.text) ? WEIGHTS.held : 0;
  const narrower = sentence.start < at.start && AMONG.test(words.sentence.slice(0, at.start - sentence.start));
  // What is called by another word and is a part of something is seldom all that was asked: 社会组织……，其中社会团体.
  const whole = !GROWN.test(ask.text) || INCREMENT.test(words.property);
  const bare = whole && isBare(words.item, wanted, { least: narrower || figure.partOf !== null ? 1 : SAME });
  const isPart =
    narrowed ||
    (REST.test(words.item) && !REST.test(ask.text)) ||
    narrower ||
    (figure.partOf !== null && precision < 1);
  const part = bare ? WEIGHTS.bare : isPart ? WEIGHTS.part : 0;
  const turned =
    (FALL.test(ask.text) && RISE.test(words.property)) || (ROSE.test(ask.text) && FALL.test(words.property))
      ? WEIGHTS.turned
      : 0;
  const flow = FLOW.test(words.property) && !FLOW_ASKED.test(ask.text) ? WEIGHTS.flow : 0;
  return total + held + increment + streak + vague + part + turned + flow;
}

const EACH_ASKED = /每[人个月户名一万千]|一个月|人均|平均|月均|户均/u;
const EACH = /人均|平均|月均|户均|次均|日均|村均|校均|亩均|床均|标准|每/u;

const PER_HEAD = /人均|户均|次均|平均每|^每/u;

/** How well the noun counted stands with the figure itself: the neighbour of an enumeration has its own. */
export function countedScore({ words }: CorpusFigure, { ask, wanted }: { ask: Ask; wanted: Wanted }): number {
  const counted = wanted.concepts.find(({ concept }) => concept.asked === ask.counted?.asked);
  if (counted === undefined) return 0;
  const own = Math.max(counted.match(words.property), counted.match(words.item));
  return own >= WEIGHTS.counted.least ? WEIGHTS.counted.own * own : WEIGHTS.counted.other;
}

/** A rate for one where one is asked. */
export function eachScore({ figure, words }: CorpusFigure, ask: Ask): number {
  if (!EACH_ASKED.test(ask.text)) return PER_HEAD.test(words.property) ? WEIGHTS.each.unasked : 0;
  const isEach = EACH.test(words.property) || figure.unit.includes('/') || figure.kind === 'limit';
  return isEach ? WEIGHTS.each.is : WEIGHTS.each.isNot;
}

const SHORTEST_SAID = 6;
const LONGEST_SAID = 10;

/** A property that the question says word for word: the longer, the less it is another one. */
export function saidScore({ property }: CorpusFigure, { text }: Ask): number {
  if (property.length < SHORTEST_SAID || !text.includes(property)) return 0;
  return (WEIGHTS.said * Math.min(property.length, LONGEST_SAID)) / LONGEST_SAID;
}
