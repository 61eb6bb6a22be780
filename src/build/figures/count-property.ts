import { baseOf, type Group, itemOf } from './coordination.ts';
import { isGeneric, shortPredicate, splitCounted } from './counted.ts';
import { measuresOnly, withoutMeasure } from './measure.ts';
import { baseName, lastAlike, type Memory } from './memory.ts';
import { leaningOn, namedBefore, orderMoney, withoutExamples } from './name-before.ts';
import type { Named } from './named.ts';
import { isBare, isVerbOnly, startsName, stripLead, stripTail, stripVerbs, tidy } from './phrase.ts';
import type { Reading } from './reading.ts';
import { itemOfMeasure, respectiveOwner, siblingOf } from './respective.ts';
import { FULFILLED } from './role.ts';
import { withSharedHead } from './shared-head.ts';
import type { Slot } from './slot.ts';
import { isCounting } from './slot.ts';
import { spentOn } from './spent-on.ts';
import { nearSubject, withMeasure, withSubject } from './subject.ts';
import { anyOf, isIn } from './words.ts';

const KEPT_VERB = new RegExp(`(?:${anyOf('keptVerbs')})$`, 'u');
const VERB_FIRST = new RegExp(`^(?:${anyOf('keptVerbs', 'weakVerbs', 'strongVerbs', 'actions')})`, 'u');
const UNIT_PROPERTIES: Readonly<Record<string, string>> = {
  ...{
    户: '户数',
    人: '人数',
    名: '人数',
    批: '批次',
    批次: '批次',
    人次: '人次',
    户次: '户次',
    部: '部数',
    集: '集数',
  },
  ...{ 家次: '家次', 次: '次数', 场: '场次', 场次: '场次', 期: '期数', 层: '层数' },
};
/** States that, alone before an amount, speak of the things just counted: 建成4座、在建8座. */
const STATE =
  /^(?:在建|已建成|已投用|已竣工|已开工|已投产|新建|续建|已建|备案|登记|注册|开工|竣工|投产|完工|新开工|新开工建设|基本建成|建成|签约|拟建|规划|待建|停建|改建|扩建|改扩建|迁建|翻建|新增|其他|其余|剩余)$/u;
const PART_OF_ALL = /^(?:下辖|下设|所属|旗下|所辖)(?=.)/u;
const AS_STANDARD = /^的(?:统一|最低)?(标准|比例|幅度|速度)(.*)$/u;

/** 2300元作为新的扶贫标准 */
const DECLARED = /(?:作为|定为|确定为)(?:新的)?(.{2,12}(?:标准|线))$/u;

interface Task {
  readonly slot: Slot;
  readonly memory: Memory;
  /** What the last item of the list says of all items, or empty. */
  readonly predicate: string;
  readonly group: Group;
  /** The next amount stands directly behind: 237户542人. */
  readonly paired: boolean;
  /** Another amount follows in the clause. */
  readonly open: boolean;
}

/** What a plain amount counts. */
export function countProperty(task: Task): Named {
  const { slot, paired, memory } = task;
  const unit = UNIT_PROPERTIES[slot.mention.unit];
  const pair = slot.link === 'adjacent' ? memory.readings.at(-1) : undefined;
  if (pair !== undefined && unit !== undefined && !isBare(pair.slot.before)) return again(pair, slot, unit);
  const named = nameCount(task);
  if (!paired || unit === undefined || named.property.endsWith(unit)) return named;
  return { property: `${named.property}${unit}`, subject: named.subject };
}

function nameCount(task: Task): Named {
  const { slot, memory, predicate, group } = task;
  const counted = splitCounted(slot.after);
  const named = namedBefore(group.first.before);
  const declared = DECLARED.exec(slot.after)?.[1];
  if (declared !== undefined) return whole(declared);
  const standard = AS_STANDARD.exec(slot.after);
  if (standard !== null) return whole(`${shortPredicate(standard[2] ?? '')}${named}${standard[1]}`);
  const spent = spentOn(named, task);
  if (spent !== null) return spent;
  const often = oftenDone(task);
  if (often !== null) return often;
  if (
    /^的/u.test(slot.after) &&
    (measuresOnly(named) || (isVerbOnly(named) && unitOf(slot) !== '')) &&
    counted.noun !== ''
  ) {
    const owner = tidy(counted.noun);
    return { property: `${owner}${named}${unitOf(slot)}`, subject: owner };
  }
  if (takesName(slot, counted.noun, named))
    return nameAfter({
      noun: tidy(counted.noun),
      predicate: shortPredicate(counted.predicate || predicate),
      slot,
      memory,
    });
  const shared = /的(?:为|有|是|达)+$/u.test(slot.before)
    ? withSharedHead(stripTail(stripLead(slot.before)), memory)
    : null;
  if (shared !== null) return whole(shared);
  const doing =
    counted.noun === '' && isIn('personUnits', slot.mention.unit) ? shortPredicate(counted.predicate || predicate) : '';
  if (doing !== '') return nameDoing(doing, named, task);
  if (FULFILLED.test(group.first.before) && slot.mention.form === 'percent') return fulfilled(named, task);
  const state = stateOf(task);
  if (state !== null) return state;
  if (named === '' || isVerbOnly(named)) return carried(named, task);
  const measured = itemOfMeasure(slot, named, memory);
  if (measured !== null) return whole(measured);
  const item = itemOf(named, group);
  const owner = item === named ? respectiveOwner(group, memory) : '';
  return owner === '' ? nameBefore(item, task) : whole(`${owner}${named}`);
}

const TASK_ONLY = /^(?:全年|年度|年初|省|市|县|区|定|下达|计划|目标|任务|预算|指标)*$/u;

/** 分别完成全年目标任务的80%和75%: what was to be done is told by the amounts before. */
function fulfilled(named: string, { group, memory }: Task): Named {
  if (!TASK_ONLY.test(named)) return { property: `${named}完成率`, subject: named };
  const earlier = memory.readings.filter(({ slot }) => slot.clause !== group.first.clause);
  const owner = baseOf(earlier.length === 0 ? memory : { ...memory, readings: earlier }, group);
  return { property: `${owner}${named}完成率`, subject: owner || named };
}

function unitOf({ mention }: Slot): string {
  return UNIT_PROPERTIES[mention.unit] ?? '';
}

/** 三次到某地考察: what is done so often. */
function oftenDone({ slot, memory }: Task): Named | null {
  if (!/^[次回趟]$/u.test(slot.mention.unit) || slot.after === '' || slot.after.length > 40) return null;
  const lead = stripLead(stripTail(slot.before)).replace(/(?:先后|共|累计|已)+$/u, '');
  if (lead.length > 1 && (VERB_END.test(lead) || /[召举开进实]/u.test(lead.slice(-2)))) return null;
  const doing = shortPredicate(slot.after);
  if (doing === '' || (splitCounted(slot.after).predicate === '' && doing.length < 6)) return null;
  const doer = lead || (slot.link === 'item' ? (memory.readings.at(-1)?.subject ?? '') : '');
  return { property: `${tidy(doer)}${doing}次数`, subject: tidy(doer) };
}

function whole(property: string): Named {
  return { property, subject: property };
}

/** Verb of a list whose items follow with 、, empty when it says nothing of what is counted. */
export function listVerbOf(slot: Slot): string {
  const named = stripVerbs(stripTail(slot.before));
  if (startsName(named)) return '';
  return new RegExp(`^(?:${anyOf('keptVerbs')})`, 'u').exec(named)?.[0] ?? '';
}

/** 每人每年发放1000元药费补助 */
const GIVEN_EACH = /^每[人户名](?:每[年月])?(?:发放|补助|给予|补贴|奖励|资助)$/u;

/** Whether the name of what is counted follows the amount. */
function takesName(slot: Slot, noun: string, named: string): boolean {
  if (noun === '') return false;
  if (isCounting(slot.mention.unit)) return true;
  return (named === '' || isVerbOnly(named) || GIVEN_EACH.test(named)) && stripVerbs(noun) !== '';
}

interface NameAfter {
  readonly noun: string;
  readonly predicate: string;
  readonly slot: Slot;
  readonly memory: Memory;
}

const LONGEST_CONTEXT = 18;

function nameAfter({ noun, predicate: told, slot, memory }: NameAfter): Named {
  const verb = verbBefore(slot, memory);
  const predicate = verb !== '' && /^(?:到|深入|赴|参加)/u.test(told) ? '' : told;
  if (predicate !== '' && predicate.endsWith(noun)) return { property: predicate, subject: noun };
  if (predicate !== '' && !noun.includes(predicate) && !(verb !== '' && predicate.length < 3))
    return { property: `${predicate}${verb}${noun}`, subject: tidy(stripVerbs(predicate)) || noun };
  const context = contextOf(slot, verb, noun, memory);
  if (context === '' || context.endsWith(noun))
    return { property: context.length > noun.length ? context : `${verb}${noun}`, subject: noun };
  return { property: `${context}${verb}${noun}`, subject: context, doer: !generalContext(context, memory) };
}

function generalContext(context: string, memory: Memory): boolean {
  return context === memory.topic;
}

function verbBefore(slot: Slot, memory: Memory): string {
  const own = KEPT_VERB.exec(
    slot.before.replace(/(?:全[省市县区国]|我[省市县区国])的?$/u, '').replace(/[了的]$/u, ''),
  )?.[0];
  return own ?? (slot.link === 'item' && slot.before === '' ? memory.listVerb : '');
}

/** Verbs whose object says little without what is done: 涉及14个乡镇 */
const LEANING = /^(?:涉及|覆盖|惠及|辐射|减少|增加)$/u;

/** What stands before the amount besides its verb: a doer (基金共资助5万个项目), a scope, or for 村 and 项目 the topic. */
function contextOf(slot: Slot, verb: string, noun: string, memory: Memory): string {
  const before = slot.before.replace(/[了的]$/u, '').replace(/^.*(?:、|和|(?<![惠涉普波])及|与)$/u, '');
  const lead = tidy(trimVerb(stripVerbs(before.slice(0, Math.max(0, before.length - verb.length)))));
  const generic = (isGeneric(noun) && verb.length + noun.length < 6) || (LEANING.test(verb) && memory.topic !== '');
  const scope =
    generic && memory.topic !== '' && memory.topic.length + lead.length <= LONGEST_CONTEXT ? memory.topic : '';
  if (lead.length > 1 && !isVerbOnly(lead) && lead.length <= LONGEST_CONTEXT) {
    if (generic || (!VERB_FIRST.test(lead) && noun.length <= 8)) return lead.includes(scope) ? lead : `${scope}${lead}`;
  }
  const last = memory.readings.at(-1);
  if (slot.link === 'item' && slot.before === '' && last?.doer === true) return last.subject;
  if (!generic) return '';
  if (memory.topic !== '' || slot.clauseIndex === 0) return memory.topic;
  const subject = nearSubject(slot, memory);
  return isGeneric(subject) || /每(?!人)/u.test(subject) ? '' : subject;
}

const VERB_END = new RegExp(
  `(?:跨过|跨上|迈上|迈过|站上|突破|扩大|扩展|延伸|拓展|推广|共|累计|先后|${anyOf('weakVerbs')})(?:至|到|了)?$`,
  'u',
);

function trimVerb(phrase: string): string {
  let rest = phrase;
  for (let previous = ''; previous !== rest; ) {
    previous = rest;
    rest = stripTail(rest).replace(VERB_END, '');
  }
  return rest;
}

/** People counted by what they do: 625万人享受低保. */
function nameDoing(doing: string, named: string, { slot, memory }: Task): Named {
  const unit = UNIT_PROPERTIES[slot.mention.unit] ?? '';
  if (named !== '' && !isVerbOnly(named)) return { property: `${doing}${named}${unit}`, subject: named };
  const context = doing.length > 5 || slot.clauseIndex === 0 ? '' : nearSubject(slot, memory);
  const known = context.includes(doing) ? '' : context;
  return { property: `${known}${doing}${unit}`, subject: known || doing };
}

/** 在建8座 after 建成过江通道4座. */
function stateOf({ slot, memory }: Task): Named | null {
  const last = lastAlike(slot, memory);
  const state = stripLead(stripTail(slot.before));
  if (last === undefined || !STATE.test(state) || slot.sentence !== last.slot.sentence) return null;
  if (slot.link === 'run' || slot.mention.unit !== last.slot.mention.unit) return null;
  const base = last.property.replace(/^(?:新开工|开工|动工|登记|建成|新建|在建)|(?:基本建成|建成|开工)$/u, '');
  return { property: base.includes(state) ? base : `${state}${base}`, subject: base };
}

function nameBefore(called: string, { slot, memory }: Task): Named {
  const named = withoutExamples(called, slot.mention);
  const last = memory.readings.at(-1);
  const listed = slot.link === 'item' && memory.listVerb !== '' && !VERB_FIRST.test(stripLead(slot.before));
  if (last !== undefined && PART_OF_ALL.test(stripLead(slot.before)))
    return { ...whole(`${last.property}${stripLead(stripTail(slot.before))}`) };
  const near = last?.slot.sentence === slot.sentence ? siblingOf(named, last.property) : null;
  if (near !== null) return whole(near);
  const leaning = last === undefined ? null : leaningOn(named, slot, last);
  if (leaning !== null) return leaning;
  const full = /元/u.test(slot.mention.unit) ? withMeasure(named, memory) : named;
  const property = withSubject(listed ? `${memory.listVerb}${full}` : full, slot, memory);
  return { property: orderMoney(property, slot.mention), subject: property.replace(/(?<=.{2})(?:新增|净增)$/u, '') };
}

const PEOPLE = /^[户人名]$/u;

/** What an amount without a name of its own counts: that of the amount before, or what the clause before is about. */
function carried(verb: string, { slot, memory }: Task): Named {
  const last = verb === '' ? memory.readings.at(-1) : lastAlike(slot, memory);
  const unit = UNIT_PROPERTIES[slot.mention.unit] ?? '';
  const near = last !== undefined && slot.sentence === last.slot.sentence;
  if (near && slot.clause === last.slot.clause && last.role === 'run') return whole(last.subject);
  if (near && slot.link === 'item' && slot.before !== '') return whole(`${last.subject || last.property}${verb}`);
  if (verb === '' && near && slot.link !== 'run') return again(last, slot, unit);
  if (verb !== '' && near && slot.mention.unit === last.slot.mention.unit) return whole(sameThing(verb, last.property));
  if (near && /投[资入]$/u.test(verb) && last.subject !== '') return whole(`${withoutMeasure(last.subject)}${verb}`);
  const counted = near && verb !== '' && PEOPLE.test(slot.mention.unit) && PEOPLE.test(last.slot.mention.unit);
  const told = counted
    ? ''
    : isCounting(slot.mention.unit)
      ? memory.topic.replace(/(?<=.{2})(?:建设|发展|打造|培育|创建)$/u, '')
      : memory.topic;
  const topic = told || (verb !== '' && near ? withoutMeasure(last.subject) : '');
  if (topic === '') return whole(verb === '' ? '' : `${verb}${unit}`);
  if (verb.length > 2 && topic.startsWith(verb.slice(0, 2))) return whole(`${verb}${unit}`);
  const done = topic.endsWith(verb) ? topic : `${topic}${verb}`;
  return { property: /人|户|次/u.test(slot.mention.unit) && verb !== '' ? `${done}${unit}` : done, subject: topic };
}

const LONGEST_THING = 8;

/** 整改82处 after 安全隐患112处 is 整改安全隐患. */
function sameThing(verb: string, property: string): string {
  const thing = stripVerbs(property).replace(/(?<=.{2})(?:[调转迁]|新|退|清)[出进入增退]$/u, '');
  if (property.includes(verb)) return property;
  if (isVerbOnly(property)) return verb;
  return thing.length > LONGEST_THING ? verb : `${verb}${thing}`;
}

function again(last: Reading, slot: Slot, unit: string): Named {
  const base = baseName(last).replace(/(?:户数|人数|批次|人次|户次|部数|集数|家次)$/u, '');
  const property = slot.mention.unit === last.slot.mention.unit ? baseName(last) : `${base}${unit}`;
  return { property, subject: last.subject };
}
