import { readNumeral, roundValue } from '../../../core/numeral.ts';
import { type Quantity, readQuantity, skipGap } from './number.ts';
import { readUnit, type Unit } from './unit.ts';

/** A number with its unit and the smaller parts after it (三块四, 三米九, 三斤半). */
export interface Measured {
  readonly quantity: Quantity;
  readonly unit: Unit | null;
  /** In the unit, parts added; null where only bounds are known. */
  readonly value: number | null;
  readonly end: number;
}

interface Rest {
  readonly end: number;
  readonly add: number;
}

/** Tenths and hundredths of a yuan. */
const COINS: Readonly<Record<string, number>> = { 角: 10, 毛: 10, 分: 100 };
const COIN_BASE = /^(?:元|圆|块|块钱|角|毛)$/u;
/** Units after which a last Han digit stands one place below: 三米九, 三块四. */
const TENTHS_BASE = /^(?:元|圆|块|角|毛|米|尺|丈|公尺|斤|成)$/u;
const DIGIT_ENDS = /^(?:$|[^一-龥]|[到至的以左整])/u;

/** 五元六角七分; after 角 the 分 is a tenth. */
function readCoins(folded: string, unit: Unit): Rest | null {
  const whole = /[角毛]/u.test(unit.base) ? 10 : 1;
  let at = unit.end;
  let add = 0;
  for (let i = 0; i < 2; i++) {
    const part = readNumeral(folded, at);
    const by = part === null ? undefined : COINS[folded[part.end] ?? ''];
    if (part === null || by === undefined || by <= whole || part.value >= 100) break;
    add += (part.value / by) * whole;
    at = part.end + 1;
  }
  return at === unit.end ? null : { end: at, add };
}

const TENTHS = /^零?[一二三四五六七八九]{1,2}/u;

/** 三米九, 一米七五, 三块零四. */
function readTenths(folded: string, start: number): Rest | null {
  const written = TENTHS.exec(folded.slice(start, start + 3))?.[0];
  if (written === undefined || !DIGIT_ENDS.test(folded.slice(start + written.length, start + written.length + 1)))
    return null;
  const digits = [...written].map((c) => '零一二三四五六七八九'.indexOf(c)).join('');
  return { end: start + written.length, add: Number(`0.${digits}`) };
}

function readRest(folded: string, quantity: Quantity, unit: Unit): Rest | null {
  const plain = unit.end - unit.start === unit.base.length;
  if (quantity.value === null || unit.unitClass !== 'solid' || !plain) return null;
  const half = folded[unit.end] === '半' && quantity.tail === '' && !/[年月天岁]/u.test(folded[unit.end + 1] ?? '');
  if (half) return { end: unit.end + 1, add: 0.5 };
  const coins = COIN_BASE.test(unit.base) ? readCoins(folded, unit) : null;
  if (coins !== null) return coins;
  const han = quantity.numeral?.script === 'han';
  return han && TENTHS_BASE.test(unit.base) ? readTenths(folded, unit.end) : null;
}

const MORE_OR_HALF = /^个(半|多)(?=(小时|月|世纪|学年|百分点|工作日))/u;

/** 三个半小时, 两个多百分点. */
function readMoreOrHalf(folded: string, quantity: Quantity): Measured | null {
  const match = MORE_OR_HALF.exec(folded.slice(quantity.end, quantity.end + 6));
  if (match === null || quantity.value === null) return null;
  const base = match[2]!;
  const start = quantity.end + 2;
  const unit: Unit = { start, end: start + base.length, unitClass: 'solid', base };
  const more = match[1] === '多';
  const approx = more ? [...quantity.approx, { start: start - 1, end: start }] : quantity.approx;
  return { quantity: { ...quantity, approx }, unit, value: quantity.value + (more ? 0 : 0.5), end: unit.end };
}

/** The number that starts at a position with its unit, or null. */
export function readMeasured(folded: string, start: number): Measured | null {
  const quantity = readQuantity(folded, start);
  if (quantity === null) return null;
  const inexact = readMoreOrHalf(folded, quantity);
  if (inexact !== null) return inexact;
  const spaced = quantity.numeral?.script === 'arabic' || quantity.approx.length > 0;
  const unit = readUnit(folded, spaced ? skipGap(folded, quantity.end) : quantity.end);
  const rest = unit === null ? null : readRest(folded, quantity, unit);
  const value = quantity.value === null ? null : roundValue(quantity.value + (rest?.add ?? 0));
  return { quantity, unit, value, end: rest?.end ?? unit?.end ?? quantity.end };
}
