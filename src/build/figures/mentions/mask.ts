import { readScale } from '../../../core/numeral.ts';
import { withApproximators } from './bounded.ts';
import type { Candidate, Source } from './candidate.ts';
import { skipGap } from './number.ts';
import { readUnit, unitText } from './unit.ts';

const MASK = /^[\d.]{0,4}(?:[*•●＊]{1,6}|[xX]{2,4}|×{2,4})[*•●＊×\d.]{0,6}/u;
/** What a mask hides before these is a place, a month or a name, never a number. */
const HIDES_NAME = /^(?:市|县|区|镇|乡|村|省|街|社|月|日|年|号|路|级|院|校|站|国|州|旗|盟|师|厂|店|园|馆)/u;

/** **个, ••万元, * %: the source hides the digits. */
export function readMask(source: Source, start: number, from: number): Candidate | null {
  const { folded, text } = source;
  const mask = MASK.exec(folded.slice(start, start + 16))?.[0];
  if (mask === undefined) return null;
  const gap = skipGap(folded, start + mask.length);
  const scale = readScale(folded, gap);
  const unitStart = scale.end > gap ? skipGap(folded, scale.end) : gap;
  const unit = readUnit(folded, unitStart);
  if (unit === null || HIDES_NAME.test(folded.slice(unitStart, unitStart + 1))) return null;
  const unitShown = unitText(text, { start: unitStart, end: unit.end });
  const form = unitShown === '%' ? 'percent' : 'amount';
  return withApproximators(source, { start, end: unit.end, value: null, unit: unitShown, form, masked: true }, from);
}
