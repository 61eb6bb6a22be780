import { lastBase, type Memory } from './memory.ts';
import type { Slot } from './slot.ts';
import { anyOf } from './words.ts';

const ATTRIBUTE = `(?:年|月|日|总|净|平均|人均|户均|单位|累计|新增|全年|基金|年均|当年|实际|其中)*(?:${anyOf('attributes')})`;
const ONLY_ATTRIBUTE = new RegExp(`^(?:${ATTRIBUTE})$`, 'u');
const ENDS_IN_ATTRIBUTE = new RegExp(`^(.{2,}?)(?:实现)?${ATTRIBUTE}$`, 'u');

/** Whether a name only says which measure of something it is: 利润总额, 建筑面积. */
export function measuresOnly(named: string): boolean {
  return ONLY_ATTRIBUTE.test(named) || named === '投资' || named === '总投资';
}

/** Puts the subject of the amounts before in front of a name that only says which measure of it is meant. */
export function withSubject(named: string, slot: Slot, memory: Memory): string {
  if (!ONLY_ATTRIBUTE.test(named)) return named;
  const subject = subjectOf(slot, memory);
  if (subject === '' || named.startsWith(subject)) return named;
  return join(subject, named);
}

/** What the amounts just before belong to; empty when nothing was named. */
export function subjectOf(slot: Slot, memory: Memory): string {
  const last = lastBase(memory);
  if (last === undefined) return memory.topic;
  if (last.slot.sentence !== slot.sentence && memory.topic !== '') return memory.topic;
  return withoutMeasure(last.subject);
}

/** 企业 of 企业利润总额; the name itself where it names no measure. */
export function withoutMeasure(named: string): string {
  return ENDS_IN_ATTRIBUTE.exec(named)?.[1] ?? named;
}

/** Joins two names, the end of the first and the start of the second said once. */
function join(subject: string, named: string): string {
  for (let length = Math.min(subject.length, named.length - 1); length > 1; length--)
    if (named.startsWith(subject.slice(-length))) return `${subject}${named.slice(length)}`;
  return `${subject}${named}`;
}
