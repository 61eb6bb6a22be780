import { isArabicDigit, readLiteral } from './numeral-literal.ts';

/** A number as written, before approximators and unit. Positions in the text it was read from. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly script: 'arabic' | 'han';
  /** Nothing but a multiplier: 万, 百万, 千. It counts only with an approximator (近万名). */
  readonly bareScale: boolean;
  /** Two Han digits that name neighbouring numbers (三四, 三五百): the lower and the upper one, scaled. */
  readonly pair: readonly [number, number] | null;
  /** Han digits read one by one (一七二零, 三八). */
  readonly positional: boolean;
  /** The run is no number (十四五, 百千, 1.2.3): it is read as a whole so that none of its parts is. */
  readonly malformed: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  弍: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
  拾: 10,
  佰: 100,
  仟: 1000,
};

/** Financial digits that are far more often part of a word (队伍, 陆地, 收拾): numerals only before another sign of a number. */
const AMBIGUOUS = /[伍陆拾]/u;
const AFTER_AMBIGUOUS = /[壹贰叁肆伍陆柒捌玖拾佰仟零万亿点元圆角分成折个人]/u;
/** Words that start with a multiplier and are units or parts of one, where the multiplier is not the number's. */
const SCALE_WORD = /^(?:千(?:克|米|瓦|伏|卡(?!车)|帕|赫|焦|比特|字节)|[百千]分点|百帕|十分(?!之))/u;

/** Removes the noise of binary multiplication: 14.2 * 1e4 is 142000. */
export function roundValue(value: number): number {
  return Number(value.toPrecision(15));
}

/** Sum of what has been read, by level: 亿 and above, 万, below 万, and the digit that waits for its multiplier. */
interface Reading {
  at: number;
  high: number;
  middle: number;
  low: number;
  pending: number | null;
  /** Digits read in a row without a multiplier, for 一七二〇. */
  run: string;
  lastScale: number;
  zero: boolean;
  anyDigit: boolean;
  anyScale: boolean;
  decimal: boolean;
  pair: [number, number] | null;
  /** The digit that waits was written in Arabic: a Han digit cannot follow it. */
  literal: boolean;
  malformed: boolean;
}

function scaleSmall(r: Reading, scale: number): void {
  if (r.low > 0 && r.lastScale <= scale && r.lastScale > 1) r.malformed = true;
  if (r.pair !== null) r.pair = [r.pair[0] * scale, r.pair[1] * scale];
  r.low += (r.pending ?? 1) * scale;
}

function scaleLarge(r: Reading, scale: number): void {
  const below = r.low + (r.pending ?? 0);
  if (r.pair !== null) r.pair = [r.pair[0] * scale, r.pair[1] * scale];
  if (scale === 1e4) {
    if (r.middle > 0) r.malformed = true;
    r.middle = (below === 0 && r.pending === null ? 1 : below) * 1e4;
  } else {
    const lower = r.middle + below;
    r.high = (r.high + (r.high === 0 && lower === 0 && r.pending === null ? 1 : lower)) * 1e8;
    r.middle = 0;
  }
  r.low = 0;
}

function takeScale(r: Reading, scale: number): void {
  if (r.run.replace(/^0+/u, '').length > 1 && r.pair === null) r.malformed = true;
  if (scale < 1e4) scaleSmall(r, scale);
  else scaleLarge(r, scale);
  r.pending = null;
  r.literal = false;
  r.run = '';
  r.lastScale = scale;
  r.zero = false;
  r.anyScale = true;
}

function takeDigit(r: Reading, digit: number): void {
  r.anyDigit = true;
  if (r.run === '' && digit === 0) r.zero = true;
  if (r.run !== '' && r.anyScale && !/^0*$/u.test(r.run)) r.malformed = true;
  const previous = r.pending;
  r.run += String(digit);
  if (r.run.length === 2 && previous !== null && !r.anyScale && isNeighbour(previous, digit))
    r.pair = [previous, digit];
  else if (r.run.length > 2) r.pair = null;
  r.pending = Number(r.run);
}

/** 三四, 七八, and 三五, which says "three to five". */
function isNeighbour(first: number, second: number): boolean {
  return first > 0 && (second === first + 1 || (first === 3 && second === 5));
}

/** 点五, 点一三四, 点123 after a whole number. */
function takeDecimals(r: Reading, text: string): boolean {
  let at = r.at + 1;
  let digits = '';
  for (
    let c = text[at];
    c !== undefined && (isArabicDigit(c) || DIGITS[c] !== undefined) && c !== '两';
    c = text[++at]
  ) {
    digits += isArabicDigit(c) ? c : String(DIGITS[c]);
  }
  if (digits === '' || r.decimal) return false;
  r.pending = Number(`${r.pending ?? 0}.${digits}`);
  r.run = '';
  r.pair = null;
  r.decimal = true;
  r.at = at;
  return true;
}

function takeLiteral(r: Reading, text: string): boolean {
  if (r.run.replace(/^0+/u, '') !== '' || r.decimal) return false;
  const literal = readLiteral(text, r.at);
  if (r.anyScale && (literal.decimal || literal.value >= r.lastScale)) return false;
  r.pending = literal.value;
  r.literal = true;
  // 1万5 is 15000, 1百01 is 101.
  r.run = r.anyScale && literal.end === r.at + 1 ? text[r.at]! : '';
  r.decimal = literal.decimal;
  r.zero = text[r.at] === '0';
  r.anyDigit = true;
  if (literal.dotted) r.malformed = true;
  r.at = literal.end;
  return true;
}

function startsUnit(text: string, at: number): boolean {
  return SCALE_WORD.test(text.slice(at, at + 3));
}

/** Whether an ambiguous financial digit counts here. */
function isNumeralCharacter(text: string, at: number, begun: boolean): boolean {
  const c = text[at]!;
  if (!AMBIGUOUS.test(c)) return true;
  return begun ? !/[一二三四五六七八九十百千]/u.test(text[at - 1]!) : AFTER_AMBIGUOUS.test(text[at + 1] ?? '');
}

/** 两万两: a last 两 is the weight. */
function isTrailing(r: Reading, text: string): boolean {
  return (r.anyDigit || r.anyScale) && SCALES[text[r.at + 1] ?? ''] === undefined;
}

/** Takes the next sign of the number; false at its end. */
function step(r: Reading, text: string, start: number): boolean {
  const c = text[r.at];
  if (c === undefined) return false;
  if (isArabicDigit(c)) return takeLiteral(r, text);
  if (c === '点') return (r.anyDigit || r.anyScale) && takeWholeThenDecimals(r, text);
  const scale = SCALES[c];
  const digit = DIGITS[c];
  const tens = TENS[c];
  if (scale === undefined && digit === undefined && tens === undefined) return false;
  if (!isNumeralCharacter(text, r.at, r.at > start)) return false;
  if (scale !== undefined) {
    if ((r.anyDigit || r.anyScale) && startsUnit(text, r.at)) return false;
    takeScale(r, scale);
  } else if (digit !== undefined) {
    if (r.decimal || r.literal || (c === '两' && isTrailing(r, text))) return false;
    takeDigit(r, digit);
  } else {
    r.low += tens!;
    r.lastScale = 10;
    r.anyDigit = true;
    r.anyScale = true;
  }
  r.at++;
  return true;
}

/** A decimal part after 一百二十 belongs to the sum of it. */
function takeWholeThenDecimals(r: Reading, text: string): boolean {
  const whole = r.low + (r.pending ?? 0);
  const before = { pending: r.pending, low: r.low };
  r.pending = whole;
  r.low = 0;
  if (takeDecimals(r, text)) return true;
  Object.assign(r, before);
  return false;
}

function total(r: Reading): number {
  // 三万五 is 35000 and 两千六 is 2600: a last digit straight after a multiplier stands one place below it.
  const colloquial = r.anyScale && r.lastScale >= 100 && !r.zero && !r.decimal && r.run.length === 1;
  const last = (r.pending ?? 0) * (colloquial ? r.lastScale / 10 : 1);
  return roundValue(r.high + r.middle + r.low + last);
}

function emptyReading(start: number): Reading {
  return {
    at: start,
    high: 0,
    middle: 0,
    low: 0,
    pending: null,
    run: '',
    lastScale: 1,
    zero: false,
    anyDigit: false,
    anyScale: false,
    decimal: false,
    pair: null,
    literal: false,
    malformed: false,
  };
}

/**
 * Reads the number that starts at a position: Arabic with separators and decimals, Han, financial (壹佰), or both mixed (1万600).
 *
 * @param folded text as `fold` gives it
 * @returns null where no number starts there
 */
export function readNumeral(folded: string, start: number): Numeral | null {
  const r = emptyReading(start);
  while (step(r, folded, start));
  if (r.at === start) return null;
  const script = isArabicDigit(folded[start]) ? 'arabic' : 'han';
  const positional = script === 'han' && !r.anyScale && r.run.length > 1;
  return {
    start,
    end: r.at,
    value: total(r),
    script,
    positional,
    malformed: r.malformed,
    bareScale: !r.anyDigit,
    pair: r.pair === null || r.malformed ? null : [roundValue(r.pair[0]), roundValue(r.pair[1])],
  };
}

/** The multiplier written at a position (万, 千万, 万亿), and where it ends; `value` is 1 where there is none. */
export function readScale(folded: string, start: number): { readonly end: number; readonly value: number } {
  let end = start;
  let value = 1;
  for (let scale = SCALES[folded[end] ?? '']; scale !== undefined; scale = SCALES[folded[end] ?? '']) {
    if (startsUnit(folded, end) || end - start === 3) break;
    value *= scale;
    end++;
  }
  return { end, value };
}

/** The value of a text that is a number and nothing else, or null. */
export function parseNumeral(folded: string): number | null {
  const numeral = folded === '' ? null : readNumeral(folded, 0);
  return numeral === null || numeral.malformed || numeral.end !== folded.length ? null : numeral.value;
}
