import { fold } from '../../../core/fold.ts';
import { readScale, roundValue } from '../../../core/numeral.ts';
import type { MentionForm } from '../mention.ts';
import { approximatorAfter, approximatorBefore, joinApprox } from './approximator.ts';
import type { Candidate, Source } from './candidate.ts';
import { type Measured, readMeasured } from './measured.ts';
import type { Quantity } from './number.ts';
import { readSharedUnit } from './shared-unit.ts';
import { type Unit, unitText } from './unit.ts';

const CONNECTOR = /^ ?(?:[-~至到]|[—–－～]{1,2}) ?/u;
/** 从900元到1070元: two amounts, not a range. */
const FROM = /[从由自][^，。；、]{0,6}$/u;

/** The upper end of a range that starts with `first`, or null. */
function readUpper(folded: string, first: Measured): Measured | null {
  const connector = CONNECTOR.exec(folded.slice(first.end, first.end + 4))?.[0];
  if (connector === undefined || first.value === null) return null;
  const before = folded.slice(Math.max(0, first.quantity.start - 8), first.quantity.start);
  if (first.unit !== null && /[至到]/u.test(connector) && FROM.test(before)) return null;
  const second = readMeasured(folded, first.end + connector.length);
  if (second === null || second.value === null || second.quantity.numeral?.malformed === true) return null;
  if (first.unit !== null && first.unit.base !== second.unit?.base) return null;
  return lowerOf(first, second) <= second.value ? second : null;
}

/** 3-7万: the multiplier of the upper end holds for both, unless the lower end has its own or would pass the upper one. */
function lowerOf(first: Measured, second: Measured): number {
  const value = first.value ?? 0;
  if (first.unit !== null || /[万亿]$/u.test(first.quantity.tail)) return value;
  const { tail } = second.quantity;
  for (let from = 0; from < tail.length; from++) {
    const spread = roundValue(value * readScale(tail, from).value);
    if (spread <= (second.value ?? 0)) return spread;
  }
  return value;
}

/** How an amount in a unit is written. */
export function formOf(unit: string): MentionForm {
  if (/^[%‰]$/u.test(unit)) return 'percent';
  if (/分点$|基点$|^个点$/u.test(unit)) return 'point';
  return unit === '倍' || unit === '番' ? 'multiple' : 'amount';
}

interface Values {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** 数百名 is at most 999 names, 数百元 less than 1000 yuan: what is counted is whole, what is measured is not. */
function vagueBounds(quantity: Quantity, whole: boolean): Values {
  const { low, high, numeral } = quantity;
  if (low === null || high === null) throw new RangeError('A vague quantity has bounds');
  if (!whole || (numeral !== null && numeral.pair !== null)) return { value: null, min: low, max: high };
  return { value: null, min: numeral === null ? low : low + 1, max: high - 1 };
}

function valuesOf(first: Measured, second: Measured | null): Values {
  if (second !== null) return { value: null, min: lowerOf(first, second), max: second.value };
  if (first.value !== null) return { value: first.value, min: null, max: null };
  return vagueBounds(first.quantity, first.unit?.unitClass !== 'solid');
}

/** 九成 is 90%, 三八折 and 75折 are what they say. */
function percentFactor(unit: string, measured: Measured): number {
  if (unit !== '成' && unit !== '折') return 1;
  return measured.quantity.numeral?.positional === true || (measured.value ?? 0) > 10 ? 1 : 10;
}

function scaleValues(values: Values, factor: number): Values {
  const scaled = (x: number | null): number | null => (x === null ? null : roundValue(x * factor));
  return { value: scaled(values.value), min: scaled(values.min), max: scaled(values.max) };
}

/** A minus sign, or 负 where it is not part of 税负 or 负责. */
const SIGN = /(?:^|[^0-9A-Za-z%‰一-龥)\]”"]|[为是达长率降至到])[-－]$|(?:^|[为是达于至到长，、（(：:])负$/u;
/** 港币3.14, $5: a currency before its number. */
const CURRENCY_BEFORE = /(?:人民币|港币|港元|美元|欧元|英镑|日元|台币|[$¥￥€£])\s?$/u;

interface Shown {
  readonly unit: string;
  readonly base: string;
}

function shownUnit(source: Source, unit: Unit | null, start: number): Shown {
  const { folded, text } = source;
  if (unit === null) {
    const length = CURRENCY_BEFORE.exec(folded.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
    const currency = text.slice(start - length, start).trim();
    return { unit: currency, base: currency };
  }
  const { base } = unit;
  const ratio = base === '成' || base === '折';
  return { unit: ratio ? '%' : unitText(text, unit), base };
}

/** The amount whose number starts at a position, with unit and touching approximators, or null. `from`: end of the mention before. */
export function readAmount(source: Source, start: number, from: number): Candidate | null {
  const { folded, text } = source;
  const first = readMeasured(folded, start);
  if (first === null) return null;
  const second = readUpper(folded, first);
  const last = second ?? first;
  const negative = second === null && first.value !== null && SIGN.test(folded.slice(Math.max(from, start - 2), start));
  const numberStart = negative ? start - 1 : start;
  const bareScale = first.quantity.numeral?.bareScale ?? false;
  const before = approximatorBefore(folded, { start: numberStart, bareScale, from });
  const after = approximatorAfter(folded, last.end);
  const inside = [...first.quantity.approx, ...(second?.quantity.approx ?? [])];
  const shared = second === null ? readSharedUnit(folded, first) : null;
  const unitRead = shared?.unit ?? last.unit;
  const { unit, base } = shownUnit(source, unitRead, start);
  const factor = (negative ? -1 : 1) * percentFactor(base, first) * (shared?.factor ?? 1);
  return {
    start: before === null || before.detached ? numberStart : before.start,
    end: after?.end ?? last.end,
    ...scaleValues(valuesOf(first, second), factor),
    form: formOf(fold(unit)),
    unit,
    approx: joinApprox(text, [before, ...inside, after]),
    masked: false,
    numberStart,
    numberEnd: last.quantity.end,
    numeral: first.quantity.numeral,
    unitRead,
  };
}
