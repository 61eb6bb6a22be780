import type { Group } from './coordination.ts';
import { withoutMeasure } from './measure.ts';
import type { Memory } from './memory.ts';
import { namedBefore } from './name-before.ts';
import type { Slot } from './slot.ts';

const LONGEST_OWNER = 10;

/**
 * Which of the things listed just before an amount of a group belongs to: 小学在校生5万人、初中在校生2万人，专任教师分别为3000人和1200人
 * tells of 小学专任教师 and 初中专任教师. Empty where no list of as many things stands in the sentence.
 */
export function respectiveOwner({ place, size, first }: Group, memory: Memory): string {
  if (size < 2 || !first.before.includes('分别')) return '';
  const listed = memory.readings
    .filter(({ role, slot }) => role === 'count' && slot.sentence === first.sentence && slot.clause !== first.clause)
    .slice(-size);
  const names = listed.map(({ property }) => property);
  const [unit] = listed.map(({ slot }) => slot.mention.unit);
  if (new Set(names).size < size || listed.some(({ slot }) => slot.mention.unit !== unit)) return '';
  const shared = commonEnd(names);
  const owners = names.map((name) => name.slice(0, name.length - shared));
  return owners.every((owner) => owner.length > 1 && owner.length <= LONGEST_OWNER) ? owners[place]! : '';
}

function commonEnd(names: readonly string[]): number {
  const [first = '', ...others] = names;
  let length = 0;
  while (length < first.length && others.every((name) => name.at(-1 - length) === first.at(-1 - length))) length++;
  return length;
}

const PART = '(?:城镇|城市|农村|乡村|男性|女性|公办|民办|集中供养|分散供养)';
const PART_MEASURE = new RegExp(`^${PART}(人数|户数|标准|居民|人口)$`, 'u');
const ONLY_PART = new RegExp(`^${PART}$`, 'u');
const STARTS_PART = new RegExp(`^${PART}(?=.*标准$)`, 'u');

/** 享受低保的农村人数 for 农村人数 after 享受低保的城市人数; null where the name before is none of another part. */
export function siblingOf(named: string, before: string): string | null {
  if (ONLY_PART.test(named) && STARTS_PART.test(before)) return `${named}${before.replace(STARTS_PART, '')}`;
  const measure = PART_MEASURE.exec(named)?.[1];
  const other = measure === undefined ? null : new RegExp(`^(.+)${PART}${measure}$`, 'u').exec(before);
  return other === null ? null : `${other[1]}${named}`;
}

/** 标准分别为集中供养1300元、分散供养980元: what all items of the list are measures of, and the first item. */
const OPENING = /^(.{2,}?)分别(?:为|是|达到?|有)+(.{2,})$/u;
/** 集中供养每人每月1300元 */
const PER = /(?:每[人户名床])?(?:每[月年日天])?$/u;
const MEASURES = /(?:标准|水平|率|数|额|量|收入|支出|补贴|补助|津贴|工资|浓度|价格|里程|面积|床位)$/u;

/** The name of an item of such a list, with what it is a measure of; null outside of one. */
export function itemOfMeasure(slot: Slot, named: string, memory: Memory): string | null {
  const earlier = memory.readings.find((reading) => reading.slot.clause === slot.clause)?.slot;
  if (earlier !== undefined && slot.link !== 'item') return null;
  const opening = OPENING.exec((earlier ?? slot).before);
  if (opening === null) return null;
  const head = namedBefore(opening[1]!);
  const opener = namedBefore(opening[2]!).replace(PER, '');
  const own = earlier === undefined || opener === '' ? opener : named.replace(PER, '');
  if (own === '' || (withoutMeasure(head) === head && !MEASURES.test(head))) return null;
  return own.endsWith(head.slice(-2)) ? own : `${own}${head}`;
}
