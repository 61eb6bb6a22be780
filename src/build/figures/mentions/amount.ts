import { readNumeral, roundValue } from '../../../core/numeral.ts';
import type { MentionForm } from '../mention.ts';
import { approximatorAfter, approximatorBefore } from './approximator.ts';
import type { Candidate, Source } from './candidate.ts';
import { type Quantity, readQuantity, skipGap } from './number.ts';
import { readUnit, type Unit } from './unit.ts';

const CONNECTOR = /^ ?(?:[-~至到]|[—–－～]{1,2})[ ]?/u;
/** 从900元到1070元: two amounts, not a range. */
const FROM = /[从由自][^，。；、]{0,6}$/u;

interface Measured {
  readonly quantity: Quantity;
  readonly unit: Unit | null;
  readonly end: number;
}

function readMeasured(folded: string, start: number): Measured | null {
  const quantity = readQuantity(folded, start);
  if (quantity === null) return null;
  const arabic = quantity.numeral?.script === 'arabic';
  const unit = readUnit(folded, arabic ? skipGap(folded, quantity.end) : quantity.end);
  return { quantity, unit, end: unit?.end ?? quantity.end };
}

/** The upper end of a range that starts with `first`, or null. */
function readUpper(folded: string, first: Measured): Measured | null {
  const connector = CONNECTOR.exec(folded.slice(first.end, first.end + 4))?.[0];
  if (connector === undefined || first.quantity.value === null) return null;
  if (
    first.unit !== null &&
    /[至到]/u.test(connector) &&
    FROM.test(folded.slice(Math.max(0, first.quantity.start - 8), first.quantity.start))
  )
    return null;
  const second = readMeasured(folded, first.end + connector.length);
  if (second === null || second.quantity.value === null || second.quantity.numeral?.malformed === true) return null;
  if (first.unit !== null && (second.unit === null || second.unit.base !== first.unit.base)) return null;
  return lowerOf(first, second) <= second.quantity.value ? second : null;
}

/** 3-7万: the multiplier of the upper end holds for both, unless the lower end has its own. */
function lowerOf(first: Measured, second: Measured): number {
  const value = first.quantity.value ?? 0;
  const own = first.quantity.scale !== 1 || first.unit !== null || value >= 1e4;
  const spread = roundValue(value * second.quantity.scale);
  return own || spread > (second.quantity.value ?? 0) ? value : spread;
}

/** 三块四, 五元六角七分, 三米九, 两年半: smaller parts after the unit. */
function readRest(folded: string, measured: Measured): { readonly end: number; readonly add: number } | null {
  const { unit, quantity } = measured;
  if (unit === null || unit.unitClass !== 'solid' || quantity.value === null) return null;
  let at = measured.end;
  if (folded[at] === '半' && !/[年月天岁]/u.test(folded[at + 1] ?? ''))
    return { end: at + 1, add: quantity.scale === 1 ? 0.5 : 0 };
  const place = /^[元圆块角毛]/u.test(unit.base) ? 1 : 0;
  if (place === 0 || unit.end - quantity.end !== unit.base.length) return null;
  let add = 0;
  const divisor: Readonly<Record<string, number>> = { 角: 10, 毛: 10, 分: 100 };
  for (let i = 0; i < 2; i++) {
    const part = readNumeral(folded, at);
    const by = part === null ? undefined : divisor[folded[part.end] ?? ''];
    if (part === null || by === undefined || part.value >= 100) break;
    add += part.value / by;
    at = part.end + 1;
  }
  return at === measured.end ? null : { end: at, add };
}

function formOf(unit: string): MentionForm {
  if (/^[%‰]$/u.test(unit)) return 'percent';
  if (/分点$|基点$/u.test(unit)) return 'point';
  return unit === '倍' || unit === '番' ? 'multiple' : 'amount';
}

const PERCENT_WORDS: Readonly<Record<string, number>> = { 成: 10, 折: 10 };

/** 数百名 is at most 999 names, 数百元 less than 1000 yuan: what is counted is whole, what is measured is not. */
function vagueBounds(quantity: Quantity, whole: boolean): { readonly min: number; readonly max: number } {
  const { low, high } = quantity;
  const isPair = quantity.numeral?.pair !== null && quantity.numeral !== null;
  if (low === null || high === null) throw new RangeError('A vague quantity has bounds');
  if (!whole || isPair) return { min: low, max: high };
  return quantity.numeral === null ? { min: low, max: high - 1 } : { min: low + 1, max: high - 1 };
}

interface Values {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

function valuesOf(first: Measured, second: Measured | null): Values {
  const { quantity } = first;
  if (second !== null) return { value: null, min: lowerOf(first, second), max: second.quantity.value };
  if (quantity.value !== null) return { value: quantity.value, min: null, max: null };
  return { value: null, ...vagueBounds(quantity, first.unit?.unitClass !== 'solid') };
}

function times(values: Values, factor: number): Values {
  const scaled = (x: number | null): number | null => (x === null ? null : roundValue(x * factor));
  return { value: scaled(values.value), min: scaled(values.min), max: scaled(values.max) };
}

const SIGN = /(?:^|[^0-9A-Za-z%‰一-龥)\]”"])[-－]$|(?<![担承肩背抱])负$/u;

/** Joins approximators in the order they stand, as written. */
export function joinApprox(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string | null {
  if (spans.length === 0) return null;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .map((span) => text.slice(span.start, span.end))
    .join('、');
}

/** The unit as shown: alternates kept, spaces and line breaks dropped, one percent sign. */
export function unitText(text: string, span: { readonly start: number; readonly end: number }): string {
  return text.slice(span.start, span.end).replace(/\s+/gu, '').replace('％', '%');
}

/** The amount whose number starts at a position, with unit and touching approximators, or null. `from`: end of the mention before. */
export function readAmount(source: Source, start: number, from: number): Candidate | null {
  const { folded, text } = source;
  const first = readMeasured(folded, start);
  if (first === null) return null;
  const second = readUpper(folded, first);
  const last = second ?? first;
  const unit = last.unit;
  const rest = second === null ? readRest(folded, first) : null;
  const negative = SIGN.test(folded.slice(Math.max(from, start - 2), start)) && second === null;
  const numberStart = negative ? start - 1 : start;
  const bareScale = first.quantity.numeral?.bareScale ?? false;
  const before = approximatorBefore(folded, { start: numberStart, bareScale, from });
  const end = rest?.end ?? last.end;
  const after = approximatorAfter(folded, end);
  const approx = [before, ...first.quantity.approx, ...(second?.quantity.approx ?? []), after].filter(
    (a) => a !== null,
  );
  const values = times(valuesOf(first, second), (negative ? -1 : 1) * (PERCENT_WORDS[unit?.base ?? ''] ?? 1));
  const unitShown =
    unit === null
      ? ''
      : PERCENT_WORDS[unit.base] === undefined
        ? unitText(text, { start: unit.end - unitLength(folded, unit, last), end: unit.end })
        : '%';
  return {
    ...{ start: before === null || before.detached ? numberStart : before.start, end: after?.end ?? end },
    ...{ ...values, value: values.value === null ? null : roundValue(values.value + (rest?.add ?? 0)) },
    ...{ form: formOf(unitShown), unit: unitShown, approx: joinApprox(text, approx), masked: false },
    ...{ numberStart, numberEnd: last.quantity.end, numeral: first.quantity.numeral, unitRead: unit },
  };
}

function unitLength(folded: string, unit: Unit, measured: Measured): number {
  return unit.end - skipGap(folded, measured.quantity.end);
}
