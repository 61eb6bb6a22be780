import { readNumeral, readScale, roundValue } from '../../../core/numeral.ts';
import { joinApprox, unitText } from './amount.ts';
import { approximatorAfter, approximatorBefore } from './approximator.ts';
import type { Candidate, Source } from './candidate.ts';
import { skipGap } from './number.ts';
import { readUnit } from './unit.ts';

interface Core {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly unit: string;
  readonly form: Candidate['form'];
  readonly masked?: boolean;
}

function withApproximators(source: Source, core: Core, from: number): Candidate {
  const before = approximatorBefore(source.folded, { start: core.start, bareScale: false, from });
  const after = approximatorAfter(source.folded, core.end);
  return {
    ...{ start: before === null || before.detached ? core.start : before.start, end: after?.end ?? core.end },
    ...{ value: core.value, min: null, max: null, unit: core.unit, form: core.form, masked: core.masked ?? false },
    approx: joinApprox(
      source.text,
      [before, after].filter((a) => a !== null),
    ),
    ...{ numberStart: core.start, numberEnd: core.end, numeral: null, unitRead: null },
  };
}

const PARTS = /^分之/u;

/** 三分之一, 百分之十五, 千分之五: hundredths and smaller powers of ten as percent. */
export function readFraction(source: Source, start: number, from: number): Candidate | null {
  const { folded } = source;
  const bottom = readNumeral(folded, start);
  if (bottom === null || !PARTS.test(folded.slice(bottom.end, bottom.end + 2))) return null;
  const at = bottom.end + 2;
  const top = readNumeral(folded, at);
  if (top === null || top.malformed || bottom.value === 0) return null;
  const percent = /^[十百千万亿佰仟]+$/u.test(folded.slice(start, bottom.end)) && bottom.value >= 100;
  const value = roundValue(percent ? (top.value / bottom.value) * 100 : top.value / bottom.value);
  return withApproximators(
    source,
    { start, end: top.end, value, unit: percent ? '%' : '', form: percent ? 'percent' : 'fraction' },
    from,
  );
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

const MASK = /^[\d.]{0,4}(?:[*•●＊×]{1,6}|[xX]{2,4})[*•●＊×\d.]{0,6}/u;
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

const RANK_BEFORE =
  /(?:居|列|排名?|名列|位于|全国|全省|全市|全球|世界|国内|省内|亚洲|位次|升至|保持|获|跃升|跃居|城市|均|并列|(?:综合|总)(?:考核|评价|排名|得分|成绩)\S{0,4}|[省市县区])(?:的|了|全国|全省|全市|各\S{0,4})?$/u;
const RANK_END = /^(?:$|[，。；、,.;!！？)）”"\s:：]|的|位|名|和|及|与|且|并)/u;

/** 第三, 第1位, 首位 where a place in an order is told. */
export function readRank(source: Source, start: number, from: number): Candidate | null {
  const { folded } = source;
  const before = folded.slice(Math.max(0, start - 14), start).replace(/^.*[，。；,;]/su, '');
  if (folded.startsWith('首位', start)) {
    if (/[摆放置作为]在?$|于$|首要/u.test(before) || !/[居列位保持第全各并排升]/u.test(before)) return null;
    return withApproximators(source, { start, end: start + 2, value: 1, unit: '位', form: 'rank' }, from);
  }
  if (folded[start] !== '第') return null;
  const numeral = readNumeral(folded, start + 1);
  if (numeral === null || numeral.malformed) return null;
  const unit = /^[位名](?!是|的?是|称|书记|代表)/u.test(folded.slice(numeral.end, numeral.end + 2))
    ? folded[numeral.end]!
    : '';
  const end = numeral.end + unit.length;
  const known = RANK_BEFORE.test(before);
  if (!known && unit === '') return null;
  if (unit === '' && !RANK_END.test(folded.slice(end, end + 2))) return null;
  return withApproximators(source, { start, end, value: numeral.value, unit, form: 'rank' }, from);
}
