import notUnits from './not-units.json' with { type: 'json' };
import units from './units.json' with { type: 'json' };

/** How a unit counts: measured and paid amounts hold for any number, counting words also stand in names (两个健康). */
export type UnitClass = 'solid' | 'count';

/** A unit as written. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly unitClass: UnitClass;
  /** The unit without alternates and denominators, folded. */
  readonly base: string;
}

const SOLID = new Set(units.solid);
const COUNT = new Set(units.count);
const ARABIC_ONLY = new Set(units.arabicOnly);
const LONGEST = Math.max(...[...SOLID, ...COUNT].map((unit) => unit.length));

/** Words that start like a unit and are none, by that unit: 人均, 项目, 成立. */
const NOT_UNITS: Readonly<Record<string, readonly string[]>> = notUnits;

/** 戶次, 艘次: a counting word and 次 make a new one. */
const TIMES = /^次(?![日年要生品级])/u;
const TIMES_BASE = /^[^个次]$/u;
/** A Latin unit must not run on: 5G网络 is no gram, 3km is no metre. */
const LATIN_END = /[A-Za-z0-9]/u;

function startsOtherWord(folded: string, unit: string, end: number): boolean {
  if (LATIN_END.test(unit.at(-1)!)) return LATIN_END.test(folded[end] ?? '');
  return NOT_UNITS[unit]?.some((rest) => folded.startsWith(rest, end)) ?? false;
}

function longestUnit(folded: string, start: number): string | null {
  for (let length = Math.min(LONGEST, folded.length - start); length > 0; length--) {
    const word = folded.slice(start, start + length);
    if ((SOLID.has(word) || COUNT.has(word)) && !startsOtherWord(folded, word, start + length)) return word;
  }
  return null;
}

/** 条(篇), 册（张）: the bracket holds other units. */
function skipAlternate(folded: string, at: number): number {
  if (folded[at] !== '(') return at;
  const inner = /^[^()]{1,4}(?=\))/u.exec(folded.slice(at + 1, at + 6))?.[0];
  if (inner === undefined) return at;
  return inner.split(/[、,，/]/u).every((word) => COUNT.has(word)) ? at + inner.length + 2 : at;
}

const PER = /^(?:\s?[/·]|每)/u;
const PER_SCALE = /^(?:10)?[十百千万亿]{0,2}/u;

/** Length of `/月`, `每立方米`, `/10万` at a position, 0 where there is none. */
function denominatorLength(folded: string, at: number): number {
  const per = PER.exec(folded.slice(at, at + 2))?.[0];
  if (per === undefined) return 0;
  const start = at + per.length;
  const direct = perUnit(folded, start);
  if (per === '每') return direct !== null && SOLID.has(direct) ? per.length + direct.length : 0;
  if (direct !== null) return per.length + direct.length;
  const scale = PER_SCALE.exec(folded.slice(start, start + 4))?.[0].length ?? 0;
  const unit = perUnit(folded, start + scale);
  return unit === null && scale < 2 ? 0 : per.length + scale + (unit?.length ?? 0);
}

function perUnit(folded: string, start: number): string | null {
  const next = folded[start];
  return next === '月' || next === '日' ? next : longestUnit(folded, start);
}

/** /立方米, /人·月, /人月: what the amount is for, at most two of them. */
function skipDenominators(folded: string, from: number): number {
  const once = from + denominatorLength(folded, from);
  if (once === from) return from;
  const time =
    /^[人户床](?=[月年天日])/u.test(folded.slice(once - 1, once + 1)) && !/[份底末初中]/u.test(folded[once + 1] ?? '');
  return time ? once + 1 : once + denominatorLength(folded, once);
}

/** 8.6/10万: a rate without a unit above the line. */
function readPopulationRate(folded: string, start: number): Unit | null {
  const length = /^\/1?0?[万亿](?![亿万元人])/u.exec(folded.slice(start, start + 5))?.[0].length ?? 0;
  if (length === 0) return null;
  return { start, end: start + length, unitClass: 'solid', base: folded.slice(start, start + length) };
}

/** The unit that starts at a position, with its alternates and denominators, or null. */
export function readUnit(folded: string, start: number): Unit | null {
  const base = longestUnit(folded, start);
  if (base === null) return readPopulationRate(folded, start);
  let end = start + base.length;
  if (TIMES_BASE.test(base) && COUNT.has(base) && TIMES.test(folded.slice(end, end + 2))) end++;
  end = skipDenominators(folded, skipAlternate(folded, end));
  return { start, end, unitClass: SOLID.has(base) ? 'solid' : 'count', base };
}

/** Whether the unit says something after Han numerals; 三面, 四方, 五省 mostly belong to a name. */
export function countsHan(base: string): boolean {
  return !ARABIC_ONLY.has(base);
}

/** The unit as shown: alternates kept, spaces and line breaks dropped, one percent sign. */
export function unitText(text: string, unit: { readonly start: number; readonly end: number }): string {
  return text.slice(unit.start, unit.end).replace(/\s+/gu, '').replace('％', '%');
}
