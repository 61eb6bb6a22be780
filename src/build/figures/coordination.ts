import { baseName, lastBase, type Memory } from './memory.ts';
import type { Slot } from './slot.ts';

/** The amounts that share one verb: 分别增长335%和192%, 同比增长17.2%、13.44%. */
export interface Group {
  /** Place of the amount among them, from 0. */
  readonly place: number;
  readonly size: number;
  /** Slot of the first, which holds the verb. */
  readonly first: Slot;
}

/** The group that an amount stands in. `slots` are all slots of the sentence. */
export function groupOf(slots: readonly Slot[], index: number): Group {
  let first = index;
  while (first > 0 && continues(slots[first - 1]!, slots[first]!)) first--;
  let last = index;
  while (last + 1 < slots.length && continues(slots[last]!, slots[last + 1]!)) last++;
  return { place: index - first, size: last - first + 1, first: slots[first]! };
}

function continues(left: Slot, right: Slot): boolean {
  const bare = right.link === 'item' && right.before === '' && left.after === '';
  const [one, other] = [left.mention, right.mention];
  return bare && (one.unit === '' || (one.form === other.form && paidUnit(one.unit) === paidUnit(other.unit)));
}

/** 645元/月、4318元/年: paid for different times. */
function paidUnit(unit: string): string {
  return unit.replace(/(?<=元)[/每][月年日]$/u, '');
}

/** The name that belongs to one amount of a group: the n-th of a list of as many names, completed from the last. */
export function itemOf(phrase: string, { place, size }: Group): string {
  if (size < 2) return phrase;
  const both = size === 2 ? /^城乡(?=居民|低保|最低生活|特困|困难)/u.exec(phrase) : null;
  if (both !== null) return `${place === 0 ? '城镇' : '农村'}${phrase.slice(both[0].length)}`;
  const rest = afterPlaces(phrase, size);
  if (rest !== null) return rest;
  const items = listItems(phrase, size);
  const [own, last] = [items[place], items.at(-1)];
  if (own === undefined || last === undefined) return phrase;
  if (QUALIFIER.test(own) && QUALIFIED.test(last)) return `${own}${last.replace(QUALIFIED, '')}`;
  const measure = SHARED_MEASURE.exec(last)?.[0];
  if (measure !== undefined) return SHARED_MEASURE.test(own) ? own : `${own}${measure}`;
  return own.length < 3 && last.length > own.length + 1 ? `${own}${last.slice(own.length)}` : own;
}

const QUALIFIERS =
  '(?:城镇|城市|农村|乡村|男性|女性|公办|民办|公立|私立|国有|民营|集体|境内|境外|国内|国外|省级|市级|县级|区级|省属|市属|集中|分散|本级|第[一二三]|[一二三四五]级)';
const QUALIFIER = new RegExp(`^${QUALIFIERS}$`, 'u');
const QUALIFIED = new RegExp(`^${QUALIFIERS}(?=.{3})`, 'u');

/** A measure said once, with the last of a list: 工业、高新技术产业产值. */
const SHARED_MEASURE =
  /(?:增加值|产值|营业收入|收入|支出|投资|人数|面积|产量|数量|销售额|零售额|交易额|消费|标准|(?:总|平均|综合)?\p{Script=Han}{2}率)(?:占.*)?$/u;

/** Parts of a list of names: A、B和C. 和 divides only where 、 or the number of amounts says that it is a list. */
function listItems(phrase: string, size: number): string[] {
  const parts = divide(phrase, /、/u);
  if (parts.length === size) return parts;
  const finer = divide(phrase, /、|以及|及其|(?<!共)和(?!谐|平|美)|与|及(?!时)/u);
  return finer.length === size ? finer : [];
}

function divide(phrase: string, mark: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < phrase.length; i++) {
    if (/[“《(（]/.test(phrase[i]!)) depth++;
    if (/[”》)）]/.test(phrase[i]!)) depth--;
    const found = depth === 0 ? new RegExp(mark.source, 'uy') : null;
    if (found === null) continue;
    found.lastIndex = i;
    const hit = matchAt(found, phrase);
    if (hit === 0) continue;
    parts.push(phrase.slice(start, i));
    start = i + hit;
    i = start - 1;
  }
  parts.push(phrase.slice(start));
  return parts.filter((part) => part !== '');
}

function matchAt(mark: RegExp, phrase: string): number {
  const hit = mark.exec(phrase);
  return hit === null ? 0 : hit[0].length;
}

/** What the n-th of `size` bare changes is told of: the last `size` amounts before, else the last one. */
export function baseOf(memory: Memory, group: Group): string {
  const bases = memory.readings.filter(
    ({ role, slot }) => role === 'count' && slot !== group.first && !slot.clause.bracketed,
  );
  const last = lastBase(memory);
  const listed = group.size > 1 ? bases.at(group.place - group.size) : undefined;
  const base = listed ?? (last?.slot === group.first ? bases.at(-1) : last);
  return base === undefined ? '' : baseName(base);
}

const PLACES = /^((?:\p{Script=Han}{2,8}?(?:省|市|县|区|州|旗|镇|乡|街道)[、和及与]?){2,})的?(.{2,})$/u;

/** The rest of a phrase that begins with as many places as there are amounts: 甲县、乙县城镇化率分别为30%、40%. */
function afterPlaces(phrase: string, size: number): string | null {
  const parts = PLACES.exec(phrase);
  if (parts === null || divide(parts[1]!.replace(/[、和及与]$/u, ''), /、|和|及|与/u).length !== size) return null;
  return parts[2]!;
}
