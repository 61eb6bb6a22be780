import { type Numeral, readNumeral, roundValue } from '../../../core/numeral.ts';
import { withApproximators } from './bounded.ts';
import type { Candidate, Source } from './candidate.ts';
import { readUnit } from './unit.ts';

const PARTS = /^分之/u;
const PERCENT_BASE = /^[百千万亿佰仟][十百千万亿佰仟]{0,3}$/u;
const TO = /^(?:[至到~]|[-—–]{1,2})(?:百分之)?/u;

/** The upper end of 百分之二十到三十, or null. */
function readUpper(folded: string, lower: Numeral): Numeral | null {
  const connector = TO.exec(folded.slice(lower.end, lower.end + 5))?.[0];
  if (connector === undefined) return null;
  const upper = readNumeral(folded, lower.end + connector.length);
  if (upper === null || upper.malformed || upper.value < lower.value) return null;
  return readUnit(folded, upper.end) === null ? upper : null;
}

/** 三分之一, 百分之十五, 千分之五: hundredths and smaller powers of ten as percent. */
export function readFraction(source: Source, start: number, from: number): Candidate | null {
  const { folded } = source;
  const bottom = readNumeral(folded, start);
  if (bottom === null || !PARTS.test(folded.slice(bottom.end, bottom.end + 2))) return null;
  const top = readNumeral(folded, bottom.end + 2);
  if (top === null || top.malformed || bottom.value === 0) return null;
  const percent = PERCENT_BASE.test(folded.slice(start, bottom.end));
  const part = (numeral: Numeral): number => roundValue((numeral.value / bottom.value) * (percent ? 100 : 1));
  const upper = percent ? readUpper(folded, top) : null;
  const values = upper === null ? { value: part(top) } : { value: null, min: part(top), max: part(upper) };
  const unit = percent ? '%' : '';
  const form = percent ? 'percent' : 'fraction';
  return withApproximators(source, { start, end: (upper ?? top).end, ...values, unit, form }, from);
}

const SLASHED = /^(\d{1,3})\/(\d{1,4})(?![\d/.年月])/u;

/** 1/10. */
export function readSlashed(source: Source, start: number, from: number): Candidate | null {
  const match = SLASHED.exec(source.folded.slice(start, start + 10));
  if (match === null || /[\d/.]/u.test(source.folded[start - 1] ?? '')) return null;
  const [top, bottom] = [Number(match[1]), Number(match[2])];
  if (top >= bottom || top === 0) return null;
  return withApproximators(
    source,
    { start, end: start + match[0].length, value: roundValue(top / bottom), unit: '', form: 'fraction' },
    from,
  );
}

const WORDS: readonly {
  readonly pattern: RegExp;
  readonly value: number;
  readonly unit: string;
  readonly form: Candidate['form'];
}[] = [
  { pattern: /^一半(?!以上是)/u, value: 0.5, unit: '', form: 'fraction' },
  { pattern: /^百分百(?=$|[^一-龥])/u, value: 100, unit: '%', form: 'percent' },
  { pattern: /^半成/u, value: 5, unit: '%', form: 'percent' },
  { pattern: /^对折/u, value: 50, unit: '%', form: 'percent' },
];

/** 一半, 半成, 对折. */
export function readWord(source: Source, start: number, from: number): Candidate | null {
  const next = source.folded.slice(start, start + 4);
  for (const { pattern, value, unit, form } of WORDS) {
    const length = pattern.exec(next)?.[0].length;
    if (length !== undefined) return withApproximators(source, { start, end: start + length, value, unit, form }, from);
  }
  return null;
}
