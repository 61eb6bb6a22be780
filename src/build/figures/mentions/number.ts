import { type Numeral, readNumeral, readScale, roundValue } from '../../../core/numeral.ts';

/** A number with the approximators inside it and its multiplier: 1537多万, 1.5万余, 数百, 十几万. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** Null where only bounds are known (数百). */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Positions of the approximators inside. */
  readonly approx: readonly { readonly start: number; readonly end: number }[];
  readonly numeral: Numeral | null;
  /** The multiplier it ends with (万, 百万), empty when there is none; a range spreads it to the other end. */
  readonly tail: string;
}

const VAGUE_BEFORE = /[总人次件户个位倍指系基多参函无额名张台套岁分例吨量册点级字计代]/u;
const GAP = /^(?:[ \u00a0\u3000]{1,2}\n?|\n)[ \u00a0\u3000\t]{0,2}/u;

/** A number that fills its line or cell up to here: what follows on the next line is another row's. */
const ALONE = /(?:^|[\t\n])[\d.,，]{1,16}$/u;

/** Where the text goes on after a gap that hard-wrapped documents leave between a number, its multiplier and its unit. */
export function skipGap(folded: string, at: number): number {
  const gap = GAP.exec(folded.slice(at, at + 6))?.[0] ?? '';
  if (gap.includes('\n') && ALONE.test(folded.slice(Math.max(0, at - 17), at))) return at;
  return at + gap.length;
}

function readVague(folded: string, start: number): Quantity | null {
  if (folded[start] === '数' && VAGUE_BEFORE.test(folded[start - 1] ?? '')) return null;
  const scale = readScale(folded, start + 1);
  if (scale.value === 1) return null;
  return {
    start,
    end: scale.end,
    value: null,
    low: scale.value,
    high: scale.value * 10,
    ...{ approx: [{ start, end: start + 1 }], numeral: null, tail: folded.slice(start + 1, scale.end) },
  };
}

/** 十几, 二十几万: bounds one place below the multiplier. */
function readFew(folded: string, numeral: Numeral): Quantity | null {
  if (folded[numeral.end] !== '几' || !/[十百千]/u.test(folded[numeral.end - 1]!)) return null;
  const step = readScale(folded, numeral.end - 1).value / 10;
  const scale = readScale(folded, numeral.end + 1);
  const low = roundValue(numeral.value * scale.value);
  return {
    ...{
      start: numeral.start,
      end: scale.end,
      value: null,
      low,
      high: roundValue((numeral.value + step * 10) * scale.value),
    },
    ...{
      approx: [{ start: numeral.end, end: numeral.end + 1 }],
      numeral,
      tail: folded.slice(numeral.end + 1, scale.end),
    },
  };
}

const MORE = /^[余多]/u;
/** 10多元化 is no 10多元. */
const NOT_MORE = /^(?:余额|余款|余地|多元化|多样|多层|多种|多项|多个|多方|多点|多处|多年生)/u;

function readMore(folded: string, at: number): { readonly start: number; readonly end: number } | null {
  const start = skipGap(folded, at);
  const next = folded.slice(start, start + 3);
  if (!MORE.test(next) || (NOT_MORE.test(next) && !/[十百千万亿0-9]/u.test(folded[start - 1]!))) return null;
  return { start, end: start + 1 };
}

const TAIL = /[十百千万亿]*$/u;

function tailOf(folded: string, numeral: Numeral, scaleEnd: number): string {
  const from = Math.max(numeral.start, Math.min(numeral.end, scaleEnd) - 4);
  const own = TAIL.exec(folded.slice(from, numeral.end))?.[0] ?? '';
  return scaleEnd > numeral.end ? own + folded.slice(numeral.end, scaleEnd).replace(/[^十百千万亿]/gu, '') : own;
}

function withScale(folded: string, numeral: Numeral): Quantity {
  const approx: { start: number; end: number }[] = [];
  let end = numeral.end;
  const first =
    readMore(folded, end) ??
    (folded[end] === '来' && /[十百千万]/u.test(folded[end - 1]!) ? { start: end, end: end + 1 } : null);
  if (first !== null) {
    approx.push(first);
    end = first.end;
  }
  const gap = numeral.script === 'arabic' || first !== null ? skipGap(folded, end) : end;
  const scale = readScale(folded, gap);
  if (scale.end > gap) end = scale.end;
  const second = scale.end > gap ? readMore(folded, end) : null;
  if (second !== null) {
    approx.push(second);
    end = second.end;
  }
  const times = (value: number): number => roundValue(value * scale.value);
  const pair = numeral.pair;
  return {
    start: numeral.start,
    end,
    approx,
    numeral,
    tail: tailOf(folded, numeral, scale.end),
    ...(pair === null
      ? { value: times(numeral.value), low: null, high: null }
      : { value: null, low: times(pair[0]), high: times(pair[1]) }),
  };
}

/** The number that starts at a position, or null. */
export function readQuantity(folded: string, start: number): Quantity | null {
  const c = folded[start];
  if (c === '数' || c === '几') return readVague(folded, start);
  const numeral = readNumeral(folded, start);
  if (numeral === null) return null;
  return readFew(folded, numeral) ?? withScale(folded, numeral);
}
