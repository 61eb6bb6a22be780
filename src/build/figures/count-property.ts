import { isGeneric, shortPredicate, splitCounted } from './counted.ts';
import type { Memory } from './memory.ts';
import { stripLead, stripTail, stripVerbs, tidy } from './phrase.ts';
import type { Slot } from './slot.ts';
import { isCounting } from './slot.ts';
import { withSubject } from './subject.ts';
import { anyOf, isIn } from './words.ts';

const KEPT_VERB = new RegExp(`(?:${anyOf('keptVerbs')})$`, 'u');
const ONLY_VERB = new RegExp(`^(?:${anyOf('keptVerbs', 'weakVerbs')}|等)+$`, 'u');
const UNIT_PROPERTIES: Readonly<Record<string, string>> = {
  户: '户数',
  人: '人数',
  名: '人数',
  批: '批次',
  批次: '批次',
  人次: '人次',
  户次: '户次',
  部: '部数',
  集: '集数',
  家次: '家次',
  次: '次数',
  场: '场次',
  场次: '场次',
  期: '期数',
  岁: '年龄',
  层: '层数',
};

/** What a plain amount counts. */
export function countProperty(slot: Slot, memory: Memory, predicate: string): string {
  const { before, after, mention } = slot;
  const counted = splitCounted(after);
  const named = namedBefore(before);
  if (takesName(slot, counted.noun, named)) {
    const noun = tidy(counted.noun);
    return nounProperty({ noun, predicate: shortPredicate(counted.predicate || predicate), slot, memory });
  }
  if (counted.noun === '' && counted.predicate !== '' && isIn('personUnits', mention.unit)) {
    const doing = shortPredicate(counted.predicate);
    if (named === '' && doing !== '') return `${doing}${unitProperty(mention.unit)}`;
    if (named !== '' && doing !== '' && !isVerbOnly(named)) return `${doing}${named}${unitProperty(mention.unit)}`;
  }
  if (named === '' || isVerbOnly(named)) return carried(slot, memory, named);
  return withSubject(slot.link === 'item' ? withListVerb(named, memory) : named, slot, memory);
}

/** The name before an amount, without what introduces it; a verb that tells which things are meant stays. */
export function namedBefore(before: string): string {
  return shorten(tidy(stripVerbs(stripTail(before))));
}

/** Verb of a list whose items follow with 、, empty when it says nothing of what is counted. */
export function listVerbOf(slot: Slot): string {
  const named = stripLead(stripTail(slot.before));
  return new RegExp(`^(?:${anyOf('keptVerbs')})`, 'u').exec(named)?.[0] ?? '';
}

export function unitProperty(unit: string): string {
  return UNIT_PROPERTIES[unit] ?? '';
}

function isVerbOnly(named: string): boolean {
  return ONLY_VERB.test(named);
}

/** Whether the name of what is counted follows the amount. */
function takesName(slot: Slot, noun: string, named: string): boolean {
  if (noun === '') return false;
  if (isCounting(slot.mention.unit)) return true;
  return named === '' || isVerbOnly(named);
}

interface Noun {
  readonly noun: string;
  readonly predicate: string;
  readonly slot: Slot;
  readonly memory: Memory;
}

function nounProperty({ noun, predicate, slot, memory }: Noun): string {
  const verb =
    KEPT_VERB.exec(slot.before.replace(/了$/u, ''))?.[0] ??
    (slot.link === 'item' && slot.before === '' ? memory.listVerb : '');
  if (predicate !== '' && !noun.includes(predicate)) return `${predicate}${verb}${noun}`;
  const whole = `${verb}${noun}`;
  if (!isGeneric(noun) || verb.length + noun.length > 5) return whole;
  const lead = stripVerbs(slot.before.slice(0, slot.before.length - verb.length));
  const context = tidy(trimVerb(lead)) || memory.topic;
  return context === '' || context.endsWith(noun) ? context || whole : `${context}${whole}`;
}

const VERB_END = new RegExp(`(?:扩大|扩展|延伸|拓展|推广|${anyOf('weakVerbs')})(?:至|到|了)?$`, 'u');

function trimVerb(phrase: string): string {
  let rest = phrase;
  for (let previous = ''; previous !== rest; ) {
    previous = rest;
    rest = stripTail(rest).replace(VERB_END, '');
  }
  return rest;
}

/** What an amount without a name of its own counts: that of the amount before, or what the clause before is about. */
function carried(slot: Slot, memory: Memory, verb: string): string {
  const last = memory.readings.at(-1);
  const unit = unitProperty(slot.mention.unit);
  if (verb === '' && last !== undefined && slot.sentence === last.slot.sentence && slot.link !== 'run') {
    const base = last.property.replace(/(?:户数|人数|批次|人次|户次|部数|集数|家次)$/u, '');
    return slot.mention.unit === last.slot.mention.unit ? last.property : `${base}${unit}`;
  }
  const topic = memory.topic;
  if (topic === '') return last === undefined ? `${verb}${unit}` : `${last.property}${verb}`;
  return /人|户|次/u.test(slot.mention.unit) && verb !== '' ? `${topic}${verb}${unit}` : `${topic}${verb}`;
}

function withListVerb(named: string, { listVerb }: Memory): string {
  return listVerb === '' || named.startsWith(listVerb) ? named : `${listVerb}${named}`;
}

const INNER = /^.*(?:建成|完成|共有|现有|已有|拥有|达到|成功|先后|累计|已经|已帮助|实现|共计)(?=.{3})/u;
const LONGEST_NAME = 22;

/** A long clause keeps only what follows its last verb of having or finishing. */
function shorten(named: string): string {
  return named.length > LONGEST_NAME
    ? named.replace(INNER, '')
    : named.replace(
        /(?<=.{2})(?:共|合计|共计|累计|总共)(?=(?:获得|资助|签订|投入|死亡|实现|创|完成|发放|招|销售|募|筹|造成|注册))/u,
        '',
      );
}
