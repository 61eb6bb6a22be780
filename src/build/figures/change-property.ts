import { baseOf, type Group, itemOf } from './coordination.ts';
import { splitCounted } from './counted.ts';
import { lastBase, type Memory } from './memory.ts';
import { namedBefore } from './name-before.ts';
import type { Named } from './named.ts';
import { stripTail, stripVerbs, tidy } from './phrase.ts';
import { CHANGE } from './role.ts';
import { withRank } from './shared-head.ts';
import { withMeasure, withSubject } from './subject.ts';
import { anyOf } from './words.ts';

const YEAR_OR_PLAN = '(?:上年|去年|前年|年初|上月|上季度?|同期|“?十[一二三四五六七八九]五”?|(?:19|20)\\d\\d年?)';
const COMPARISON = new RegExp(
  `(?:(?:与|同|和)[^，]{1,10}(?:相比|比较)|同比|环比|同口径|(?:相比|[比较])${YEAR_OR_PLAN}(?:同期)?[^，]{0,14}?(?=分别|均|增|减|提|下|上|多|少|高|低|改|回|净|扩|缩|降|升|$)|按(?:可比|当年|不变|现行?)(?:价格?|口径)(?:计算)?|扣除[^，]{0,10}?因素(?:后|影响)?)`,
  'gu',
);
const QUALIFIER = /(?:[一二两三四五六七八九十]年(?=平均|年均|累计)|年均|月均|日均|实际|名义|累计|平均|人均|合计|净)+$/u;
const CHANGE_NAME = '(?:增速|增幅|降幅|涨幅|跌幅|增长率|增长速度|下降率)';
const NAMED_CHANGE = new RegExp(`${CHANGE_NAME}$`, 'u');
/** 年均增速 5.7%: what grows was said before. */
const NAME_ALONE = new RegExp(`^(?:年均|平均|同比|名义|实际|其)*${CHANGE_NAME}$`, 'u');
/** 是上年的2.3倍 */
const MULTIPLE_OF = /(?:是|为|相当于|达到?|约为)[^，]{0,12}的$/u;
const BASE_TIME = /(?:19|20)\d\d年|上年|去年|“?十[一二三四五]?五”?(?:期?末|期间)?/u;
/** 高于全国平均水平2个百分点 */
const ABOVE = /^(.*?)(高于|低于|高出|快于|慢于|优于|好于|领先)([^，]{1,14})$/u;
const DOUBLED = /(?:[一二三四五六七八九十]年[来内]?)?翻了?$/u;
const NEW_THING = /(?:新增|净增|增加|减少|多增|少增)([^到至，]{2,10})$/u;
/** Words around a verb of change that belong neither to it nor to what changes. */
const SHARED_OUT = /分别|(?<![年月日人户平])均|都|各$/gu;
const PLANNED = /(?:[由从](?:上年|去年)的?|要|将|预期|力争|计划|目标|[一二三四五六七八九十]年来?)+$/u;
const VERB = /^[^\s]*?(?=了|约|近|超|达|分别|均|都|率|幅|逾|总|合|各|不|高达|:|：|$)/u;
const DATED = /(?:比|较)(?:(?:19|20)\d\d年|“?十[一二三四五六七八九]五”?末?)/u;
const LONGEST_COMPARISON = 12;

/** What a change belongs to, with how it is told: 低保对象增长率, 参保人数比上年末增加. */
export function changeProperty(group: Group, memory: Memory): Named {
  const { before } = group.first;
  const thing = CHANGE.test(before) ? null : NEW_THING.exec(before);
  const told = toldByName(group) ?? (thing === null ? toldByVerb(group) : null);
  if (told !== null) return subject({ ...told, group, memory });
  return { property: tidy(before.replace(/^(?:全[市省县区国]|我[市省县区国])/u, '')), subject: thing?.[1] ?? '' };
}

/** What stands before a change, with the words that tell it. */
interface Told {
  readonly phrase: string;
  readonly suffix: string;
}

/** A change told by a noun or a comparison and not by a verb of change; null when it is not. */
function toldByName({ first: { before, mention } }: Group): Told | null {
  const phrase = stripTail(before);
  if (NAMED_CHANGE.test(phrase)) {
    const name = stripVerbs(phrase);
    return NAME_ALONE.test(name) ? { phrase: '', suffix: name } : { phrase, suffix: '' };
  }
  const above = ABOVE.exec(before);
  if (above !== null) return { phrase: above[1] ?? '', suffix: `${above[2]}${tidy(above[3] ?? '')}` };
  if (mention.form === 'multiple' && MULTIPLE_OF.test(before))
    return { phrase: before.replace(MULTIPLE_OF, ''), suffix: `相当于${BASE_TIME.exec(before)?.[0] ?? ''}倍数` };
  return DOUBLED.test(before) ? { phrase: before.replace(DOUBLED, ''), suffix: '翻番' } : null;
}

function toldByVerb({ first: { before, mention, after } }: Group): Told {
  const change = CHANGE.exec(before);
  const verb = VERB.exec(change?.[0] ?? '')?.[0] ?? '';
  const lead = before.slice(0, change?.index ?? before.length);
  const compared = lead.match(COMPARISON)?.join('') ?? '';
  const rest = lead.replace(COMPARISON, '').replace(SHARED_OUT, '').replace(PLANNED, '');
  const qualifier = QUALIFIER.exec(rest)?.[0] ?? '';
  const phrase = rest.slice(0, rest.length - qualifier.length);
  if (mention.form === 'point')
    return { phrase, suffix: `${compared.slice(0, LONGEST_COMPARISON)}${qualifier}${verb}` };
  if (mention.form === 'amount') {
    const noun = tidy(splitCounted(after).noun);
    return { phrase, suffix: `${noun}${compared.slice(0, LONGEST_COMPARISON)}${qualifier}${verb}` };
  }
  const measure = mention.form === 'multiple' ? '倍数' : '率';
  return { phrase, suffix: `${DATED.exec(compared)?.[0] ?? ''}${qualifier}${verb || '变化'}${measure}` };
}

interface Subject extends Told {
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
