import { measuresOnly, withoutMeasure } from './measure.ts';
import { lastBase, type Memory } from './memory.ts';
import type { Slot } from './slot.ts';

/** Puts the subject of the amounts before in front of a name that only says which measure of it is meant. */
export function withSubject(named: string, slot: Slot, memory: Memory): string {
  if (!measuresOnly(named)) return named;
  const subject = subjectOf(slot, memory);
  if (subject === '' || named.startsWith(subject)) return named;
  return join(subject, named);
}

/** What the amounts just before belong to; empty when nothing was named. */
export function subjectOf(slot: Slot, memory: Memory): string {
  const inside = slot.clause.bracketed ? memory.readings.at(-1) : undefined;
  if (inside?.role === 'count' && inside.slot.clause.bracketed) return withoutMeasure(inside.subject);
  const last = lastBase(memory);
  if (last === undefined) return memory.topic;
  if (last.slot.sentence !== slot.sentence && memory.topic !== '') return memory.topic;
  return withoutMeasure(last.subject);
}

/** The same, from this sentence only: a name that a new sentence leaves out is seldom the one before. */
export function nearSubject(slot: Slot, memory: Memory): string {
  const last = lastBase(memory);
  if (last === undefined || last.slot.sentence === slot.sentence || slot.sentence.continues)
    return subjectOf(slot, memory);
  return memory.topic;
}

const MEASURE = /(?:增加值|利润总额|利润|营业收入|总产值|产值)$/u;

/** 私营企业 after 国有企业利润 is 私营企业利润: the measure is said once for a list of branches. */
export function withMeasure(named: string, memory: Memory): string {
  const last = lastBase(memory);
  const measure = last === undefined || !/(?:业|企业)$/u.test(named) ? null : MEASURE.exec(last.subject);
  return measure === null ? named : `${named}${measure[0]}`;
}

/** Joins two names, the end of the first and the start of the second said once. */
export function join(subject: string, named: string): string {
  for (let length = Math.min(subject.length, named.length - 1); length > 1; length--)
    if (named.startsWith(subject.slice(-length))) return `${subject}${named.slice(length)}`;
  return `${subject}${named}`;
}
