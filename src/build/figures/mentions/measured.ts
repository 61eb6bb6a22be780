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
const COIN_BASE = /^(?:元|圆|块|块钱)$/u;
/** Units after which a last Han digit stands one place below: 三米九, 三块四. */
const TENTHS_BASE = /^(?:元|圆|块|角|毛|米|尺|丈|公尺|斤)$/u;
const DIGIT_ENDS = /^(?:$|[^一-龥]|[到至的以左整])/u;

/** 五元六角七分. */
function readCoins(folded: string, start: number): Rest | null {
  let at = start;
  let add = 0;
  for (let i = 0; i < 2; i++) {
    const part = readNumeral(folded, at);
    const by = part === null ? undefined : COINS[folded[part.end] ?? ''];
    if (part === null || by === undefined || part.value >= 100) break;
    add += part.value / by;
    at = part.end + 1;
  }
  return at === start ? null : { end: at, add };
}

/** 三米九, 三块零四. */
function readTenths(folded: string, start: number): Rest | null {
  const zero = folded[start] === '零';
  const digit = '零一二三四五六七八九'.indexOf(folded[start + (zero ? 1 : 0)] ?? '');
  const end = start + (zero ? 2 : 1);
  if (digit < 1 || !DIGIT_ENDS.test(folded.slice(end, end + 1))) return null;
  return { end, add: digit / (zero ? 100 : 10) };
}

function readRest(folded: string, quantity: Quantity, unit: Unit): Rest | null {
  const plain = unit.end - unit.start === unit.base.length;
  if (quantity.value === null || unit.unitClass !== 'solid' || !plain) return null;
  const half = folded[unit.end] === '半' && quantity.tail === '' && !/[年月天岁]/u.test(folded[unit.end + 1] ?? '');
  if (half) return { end: unit.end + 1, add: 0.5 };
  const coins = COIN_BASE.test(unit.base) ? readCoins(folded, unit.end) : null;
  if (coins !== null) return coins;
  const han = quantity.numeral?.script === 'han';
  return han && TENTHS_BASE.test(unit.base) ? readTenths(folded, unit.end) : null;
}

/** The number that starts at a position with its unit, or null. */
export function readMeasured(folded: string, start: number): Measured | null {
  const quantity = readQuantity(folded, start);
  if (quantity === null) return null;
  const spaced = quantity.numeral?.script === 'arabic' || quantity.approx.length > 0;
  const unit = readUnit(folded, spaced ? skipGap(folded, quantity.end) : quantity.end);
  const rest = unit === null ? null : readRest(folded, quantity, unit);
  const value = quantity.value === null ? null : roundValue(quantity.value + (rest?.add ?? 0));
  return { quantity, unit, value, end: rest?.end ?? unit?.end ?? quantity.end };
}
