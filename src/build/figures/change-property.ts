import { baseOf, type Group, itemOf } from './coordination.ts';
import { type Named, namedBefore } from './count-property.ts';
import { shortPredicate, splitCounted } from './counted.ts';
import { lastBase, type Memory } from './memory.ts';
import { stripTail, stripVerbs, tidy } from './phrase.ts';
import { CHANGE } from './role.ts';
import { withRank } from './shared-head.ts';
import { withMeasure, withSubject } from './subject.ts';
import { anyOf } from './words.ts';

const YEAR_OR_PLAN = '(?:上年|去年|前年|年初|上月|上季度?|同期|“?十[一二三四五六七八九]五”?|(?:19|20)\\d\\d年?)';
const COMPARISON = new RegExp(
  `(?:与上年(?:同期)?相比|同比|环比|同口径|[比较]${YEAR_OR_PLAN}(?:同期)?[^，]{0,14}?(?=分别|均|增|减|提|下|上|多|少|高|低|改|回|净|扩|缩|降|升|$)|按可比(?:价格|口径)(?:计算)?|按不变价格(?:计算)?|扣除[^，]{0,10}?因素(?:后|影响)?)`,
  'gu',
);
const QUALIFIER = /(?:年均|月均|日均|实际|名义|累计|平均|人均|合计|净)+$/u;
const NAMED_CHANGE = /(?:增速|增幅|降幅|涨幅|跌幅|增长率|增长速度|下降率)$/u;
const MULTIPLE_OF = /(?:是|为|相当于|达到?|约为)[^，]{0,12}的$/u;
/** 高于全国平均水平2个百分点 */
const ABOVE = /^(.*?)(高于|低于|高出|快于|慢于|优于|好于|领先)([^，]{1,14})$/u;
const NEW_THING = /(?:新增|净增|增加|减少|多增|少增)([^到至，]{2,10})$/u;

/** What a change belongs to, with how it is told: 低保对象增长率, 参保人数比上年末增加. */
export function changeProperty(group: Group, memory: Memory): Named {
  const { before, mention, after } = group.first;
  const relative = mention.form !== 'amount' && mention.form !== 'point';
  const named = NAMED_CHANGE.exec(stripTail(before));
  if (named !== null) {
    const phrase = stripTail(before);
    const alone = /^(?:年均|平均|同比|名义|实际|其)*(?:增速|增幅|降幅|涨幅|跌幅|增长率|增长速度|下降率)$/u.test(
      stripVerbs(phrase),
    );
    return subject(
      alone ? { phrase: '', suffix: stripVerbs(phrase), group, memory } : { phrase, suffix: '', group, memory },
    );
  }
  const above = ABOVE.exec(before);
  if (above !== null)
    return subject({ phrase: above[1] ?? '', suffix: `${above[2]}${tidy(above[3] ?? '')}`, group, memory });
  if (mention.form === 'multiple' && MULTIPLE_OF.test(before)) {
    const suffix = `相当于${/((?:19|20)\d\d年|上年|去年|“?十[一二三四五]?五”?(?:期?末|期间)?)/u.exec(before)?.[0] ?? ''}倍数`;
    return subject({ phrase: before.replace(/(?:是|为|相当于|达到?|约为)[^，]{0,12}的$/u, ''), suffix, group, memory });
  }
  if (/翻了?$/u.test(before))
    return subject({
      phrase: before.replace(/(?:[一二三四五六七八九十]年[来内]?)?翻了?$/u, ''),
      suffix: '翻番',
      group,
      memory,
    });
  const thing = NEW_THING.exec(before);
  if (thing !== null && CHANGE.exec(before) === null)
    return { property: tidy(stripLeadOf(before)), subject: thing[1] ?? '' };
  const verb =
    /^[^\s]*?(?=了|约|近|超|达|分别|均|都|率|幅|逾|总|合|各|不|高达|:|：|$)/u.exec(
      CHANGE.exec(before)?.[0] ?? '',
    )?.[0] ?? '';
  const cut = before.slice(0, CHANGE.exec(before)?.index ?? before.length);
  const compared = cut.match(COMPARISON)?.join('') ?? '';
  const rest = cut
    .replace(COMPARISON, '')
    .replace(/分别|(?<![年月日人户平])均|都|各$/gu, '')
    .replace(/(?:[由从](?:上年|去年)的?|要|将|预期|力争|计划|目标|[一二三四五六七八九十]年来?)+$/u, '');
  const qualifier = QUALIFIER.exec(rest)?.[0] ?? '';
  const dated = /(?:比|较)(?:(?:19|20)\d\d年|“?十[一二三四五六七八九]五”?末?)/u.exec(compared)?.[0] ?? '';
  const told = relative
    ? `${dated}${qualifier}${verb}${verb === '' ? '变化' : ''}${mention.form === 'multiple' ? '倍数' : '率'}`
    : `${compared.slice(0, 12)}${qualifier}${verb}`;
  const noun = splitCounted(after);
  const own =
    mention.form === 'amount' && noun.noun !== '' && !/^(?:以上|左右)/u.test(noun.noun)
      ? tidy(noun.noun) + shortPredicate('')
      : '';
  return subject({ phrase: rest.slice(0, rest.length - qualifier.length), suffix: `${own}${told}`, group, memory });
}

function stripLeadOf(before: string): string {
  return before.replace(/^(?:全[市省县区国]|我[市省县区国])/u, '');
}

interface Subject {
  readonly phrase: string;
  readonly suffix: string;
  readonly group: Group;
  readonly memory: Memory;
}

const BARE_SUBJECT = new RegExp(`^(?:${anyOf('adverbs')}|的|率|额)*$`, 'u');

/** Finds what changes: named before the verb, one item of a list each, or the amounts before. */
function subject({ phrase, suffix, group, memory }: Subject): Named {
  const named = BARE_SUBJECT.test(phrase) ? '' : namedBefore(phrase);
  const changed = named === '' ? unnamed(group, memory) : completed(itemOf(named, group), group, memory);
  return { property: `${changed}${suffix}`, subject: changed };
}

function completed(named: string, { first }: Group, memory: Memory): string {
  return withMeasure(withSubject(withRank(named, memory), first, memory), memory);
}

/** What a bare 增长8% or 增加12万人 tells of. */
function unnamed(group: Group, memory: Memory): string {
  const base = lastBase(memory);
  const near = base !== undefined && base.slot.sentence === group.first.sentence;
  const alike = group.first.mention.form !== 'amount' || base?.slot.mention.unit === group.first.mention.unit;
  const topic = itemOf(memory.topic, group);
  if (near && base.role === 'share' && group.first.mention.form === 'point') return base.property;
  return topic !== '' && !(near && alike) ? topic : baseOf(memory, group) || topic;
}
