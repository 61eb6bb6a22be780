import { readCell } from './cell-property.ts';
import { changeProperty } from './change-property.ts';
import { groupOf } from './coordination.ts';
import { countProperty, listVerbOf } from './count-property.ts';
import { splitCounted } from './counted.ts';
import { measuresOnly, withoutMeasure } from './measure.ts';
import type { Memory } from './memory.ts';
import { EMPTY_MEMORY } from './memory.ts';
import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import { totalOf } from './part-of.ts';
import { isBare, stripLead, stripTail, stripVerbs, tidy } from './phrase.ts';
import { rankProperty, runProperty } from './rank-property.ts';
import { rateOfPart } from './rate-of-part.ts';
import type { Reading, Role } from './reading.ts';
import { isPrevious, roleOf } from './role.ts';
import type { Sentence } from './sentence.ts';
import { shareProperty } from './share-property.ts';
import { modifierOf } from './shared-head.ts';
import { plain, readSlots, type Slot } from './slot.ts';

/** Binds each amount of a text to what it measures, in text order. */
export function bindMentions(folded: string, sentences: readonly Sentence[], mentions: readonly Mention[]): Reading[] {
  const all: Reading[] = [];
  let memory = EMPTY_MEMORY;
  let next = 0;
  for (const sentence of sentences) {
    if (sentence.opens) memory = EMPTY_MEMORY;
    const inside: Mention[] = [];
    while (next < mentions.length && mentions[next]!.start < sentence.end) inside.push(mentions[next++]!);
    const bound = bindSentence({ folded, sentence, slots: readSlots(folded, sentence, inside) }, memory);
    all.push(...bound.readings.slice(memory.readings.length));
    memory = bound;
  }
  return all;
}

interface Work {
  readonly folded: string;
  readonly sentence: Sentence;
  readonly slots: readonly Slot[];
}

function bindSentence(work: Work, start: Memory): Memory {
  const { folded, sentence, slots } = work;
  let memory: Memory = {
    ...start,
    topic: keepsTopic(sentence, start) ? start.topic : '',
    dated: datedBy(plain(folded, sentence.start, sentence.end), sentence.continues, start.dated),
  };
  sentence.clauses.forEach((clause, index) => {
    const own = slots.filter((slot) => slot.clauseIndex === index);
    if (own.length === 0) {
      const words = plain(folded, clause.start, clause.end);
      const named = index > 0 && memory.topic !== '' && TOWARDS.test(words) ? '' : topicOf(words);
      if (named !== '') memory = { ...memory, topic: named };
    }
    for (const slot of own) {
      const listVerb = slot.link === 'item' ? memory.listVerb : listVerbOf(slot);
      const reading = bind(slot, { ...work, memory: { ...memory, listVerb } });
      memory = { ...memory, listVerb, readings: [...memory.readings, reading] };
    }
  });
  return { ...memory, readings: nameSpending(memory.readings) };
}

/** A topic goes on after a semicolon, until amounts were read of it. */
function keepsTopic(sentence: Sentence, { readings }: Memory): boolean {
  const last = readings.at(-1)?.slot.sentence;
  return sentence.continues && last?.end !== sentence.start - 1;
}

const SPENDING = /^(?:(?:总|计划|概算)?(?:投资|投入)|筹资|出资|耗资)$/u;

/** 投资630万元，建成9个养老中心: money without a purpose goes to what the next amount counts. */
function nameSpending(readings: readonly Reading[]): Reading[] {
  return readings.map((reading, i) => {
    const next = readings[i + 1];
    if (!SPENDING.test(reading.property) || next?.slot.sentence !== reading.slot.sentence) return reading;
    const purpose = (next.subject || next.property).replace(/^(?:新增|新建)/u, '');
    if (/投资|完成率/u.test(purpose)) return reading;
    return { ...reading, property: `${purpose}${reading.property}`, subject: purpose };
  });
}

function bind(slot: Slot, { folded, slots, memory }: Work & { readonly memory: Memory }): Reading {
  const { cell } = slot.mention;
  if (cell !== undefined) return readCell(slot, cell, folded);
  const index = slots.indexOf(slot);
  const role = roleOf(slot, memory);
  const { place, size, first } = groupOf(slots, index);
  const last = slots[index - place + size - 1]!;
  const next = slots[index - place + size];
  const between = next === undefined ? '' : plain(folded, last.mention.end, next.mention.start);
  const modified = modifierOf(stripTail(stripLead(slot.before).replace(/占[^占]*$/u, '')));
  const known = {
    slot,
    group: { place, size },
    role,
    previous: isPrevious(first, between),
    modified,
    dated: memory.dated,
  };
  const alone = known.previous
    ? slots.map((other) =>
        other === slot ? { ...slot, before: slot.before.replace(CHANGE_START, ''), after: '' } : other,
      )
    : slots;
  const start = role === 'change' ? null : startOfChange(memory, slot, { place, size });
  const named = start ?? propertyOf(role, { slots: alone, index, memory });
  const reading: Reading = { ...known, ...named, total: null };
  const rate = rateOfPart(reading, memory.readings, folded);
  const total = totalOf(reading, memory.readings, folded);
  if (rate !== null) return { ...reading, total, property: rate };
  const state = PART_STATE.test(named.property);
  const whole = total ?? (state ? bracketedWhole(slot, memory) : undefined);
  if (whole === undefined || (named.property.length > 3 && !state)) return { ...reading, total };
  return { ...reading, total, property: partName(named.property, whole.property) };
}

/** Where a change starts from: 由医保报销后的65%. */
const CHANGE_START = /(?:分别)?(?:从|由)[^从由，]{0,10}的$/u;

/** 养老机构22家（公办7家，民办15家）: what stands before the brackets. */
function bracketedWhole({ clause, mention }: Slot, { readings }: Memory): Reading | undefined {
  if (!clause.bracketed) return undefined;
  return readings.findLast(({ slot }) => !slot.clause.bracketed && slot.mention.unit === mention.unit);
}

/** How some of a whole are kept or where they are, which alone names nothing. */
const PART_STATE =
  /^(?:集中供养|分散供养|集中养育|散居|社会散居|城市|城镇|农村|乡村|公办|民办|公建民营|公办民营|社会办|民营|国有|失能|半失能|全失能|持证|在册|在岗|住院|门诊|重度|轻度|男性|女性)$/u;

/** 危重病人去世, 新制定国家标准: a part named by a bare word or verb. */
function partName(part: string, total: string): string {
  if (PART_STATE.test(part)) return `${part}${total.replace(/^(?:全市|本级)/u, '')}`;
  if (/(?:省|市|县|区|镇|乡|街道)$/u.test(part)) return total;
  const measure = /(?:里程|面积|产量|装机|长度|床位数?)$/u.exec(total)?.[0];
  if (measure !== undefined && !part.endsWith(measure)) return `${part}${measure}`;
  if (measuresOnly(total)) return `${part}${total}`;
  const whole = stripVerbs(total.slice(total.lastIndexOf('、') + 1));
  return /^[新已未在续]/u.test(part) ? `${part}${whole}` : `${withoutMeasure(total)}${part}`;
}

/** What the other side is called, where an amount is what a change (从A提高到B) leads to. */
function startOfChange(memory: Memory, slot: Slot, { place, size }: Reading['group']): Named | null {
  const last = memory.readings.at(-place - 1)?.previous ? memory.readings.at(-size) : undefined;
  if (last === undefined || !last.previous || last.slot.sentence !== slot.sentence) return null;
  return { property: last.property, subject: last.subject };
}

interface Place {
  readonly slots: readonly Slot[];
  readonly index: number;
  readonly memory: Memory;
}

function propertyOf(role: Role, { slots, index, memory }: Place): Named {
  const slot = slots[index]!;
  const group = groupOf(slots, index);
  switch (role) {
    case 'rank':
      return rankProperty(slot, memory);
    case 'run':
      return runProperty(slot, memory);
    case 'change':
      return changeProperty(group, memory);
    case 'share':
      return shareProperty(group, memory);
    case 'count': {
      const next = slots[index + 1];
      const paired = next?.link === 'adjacent';
      const named = paired && isBare(slot.before) ? { ...slot, after: next.after } : slot;
      const open = next !== undefined && next.clause === slot.clause;
      return countProperty({ slot: named, memory, group, paired, open, predicate: sharedPredicate(slots, index) });
    }
  }
}

/** What the last item of a list says of all items: 56家敬老院、870家中心实现社会化运行, 40户90人享受低保. */
function sharedPredicate(slots: readonly Slot[], index: number): string {
  const own = slots[index]!.after;
  if (splitCounted(own).predicate !== '' || own.endsWith('的')) return '';
  for (const { link, before, after } of slots.slice(index + 1)) {
    const { noun, predicate } = splitCounted(after);
    const listed = before === '' && (link === 'item' || (link === 'run' && noun !== ''));
    if (!listed && !(link === 'adjacent' && noun === '')) return '';
    if (predicate !== '') return predicate;
  }
  return '';
}

const TOPIC_END =
  /(?:等?工作|等|力度|机制|活动|任务|情况|方面|(?<!以)上|(?<!其)中|成效显著|稳步推进|有序开展|再上新台阶|取得新成效|(?:持续|不断|更加|日益|蓬勃|稳步|全面|深入|有力|有效|有序)\p{Script=Han}{2,4})+$/u;
const TOPIC_VERB = /^(?:提高|提升|增加|扩大|降低|减轻|重视|聚焦|围绕|在|该|这些|此|上述|积极应对)+/u;
const LONGEST_TOPIC = 20;

const TOPIC_PREDICATE =
  /(?<=.{2})(?:实现|位于|保持|取得|成为|得到|获得|呈现|迈上|迈出|再创|有望|进入|达到|创|是|为(?![了老民])|明显|显著|快速|更加|日益|基本|全部|(?<![平人户年月日])均|已|初步|成功|顺利|获批|入选|获评|被).*$/u;

/** 持续开展特殊救助，对困难家庭实施救助，…: for whom, which does not change what the sentence is about. */
const TOWARDS = /^(?:对|为|向|针对|面向)/u;

/** A clause that only says on what grounds or to what end something was done. */
const GROUNDS =
  /^(?:按照?|根据|依据|遵循|本着|围绕|针对|通过|依托|坚持|为|为了|在|对照|结合|紧扣)[^“《]*(?:原则|要求|部署|精神|思路|意见|方针|规定|办法|通知|安排|背景下|形势下|基础上|前提下|过程中|目标)$|^(?:与|同|和)[^，]{1,16}(?:相比|比较)$|^应[\p{Script=Han}、]{1,8}[尽即]\p{Script=Han}$/u;

/** What a clause without amounts is about: its subject, or the object of its first verb. */
function topicOf(clause: string): string {
  if (GROUNDS.test(clause)) return '';
  const lead = tidy(stripVerbs(stripVerbs(clause).replace(TOPIC_VERB, '')));
  const named = lead.replace(TOPIC_PREDICATE, '').replace(TOPIC_END, '');
  return named.length > LONGEST_TOPIC || named.length < 2 || named.includes('《') ? '' : tidy(named);
}

const DATE =
  /^(?:[^，\d与比较同由从自]{0,3}?)((?:19|20)\d\d年度?(?:底|末|\d{1,2}月(?:份|底|末)?|上半年|下半年)?|(?:截[至止])?\d{1,2}月(?:份|底|末)|上半年|下半年|“?十[一二三四五六]五”?(?:期间|时期|以来))/u;

/** What dates a sentence: its own opening; after a semicolon that of the sentence before, else only a year that opened a paragraph. */
function datedBy(sentence: string, continues: boolean, before: string): string {
  const own = DATE.exec(sentence)?.[1];
  if (own !== undefined) return own;
  if (continues) return before;
  return /^(?:(?:19|20)\d\d年|“?十[一二三四五六]五”?(?:期间|时期|以来))/u.exec(before)?.[0] ?? '';
}
