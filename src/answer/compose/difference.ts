import type { AnswerFigure } from '../../core/answer.ts';
import { parsePeriod } from '../corpus/period.ts';
import { matchView } from '../match-view.ts';
import { unitFamily } from '../rank/unit-family.ts';

/** Why no difference is computed. */
export type NoDifference = 'unit' | 'period' | 'scope' | 'value';

export const NO_DIFFERENCE_TEXT: Readonly<Record<NoDifference, string>> = {
  unit: '单位不同，未计算差额',
  period: '期间不同，未计算差额',
  scope: '口径不同，未计算差额',
  value: '其中有约数范围或未公开的数，未计算差额',
};

function unitOf({ unit }: AnswerFigure): string {
  return matchView(unit).replace(/[\s万亿]/gu, '');
}

/** Number of fraction digits as written, multipliers applied afterwards. */
function trimNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** An amount in the multiplier a reader expects: 23.77亿元, 1123座. */
export function formatAmount(value: number, unit: string): string {
  const scales = [
    { size: 1e8, mark: '亿' },
    { size: 1e4, mark: '万' },
  ];
  const scale = scales.find(({ size, mark }) => value >= size && (mark === '亿' || unit === '元')) ?? {
    size: 1,
    mark: '',
  };
  return `${trimNumber(value / scale.size)}${scale.mark}${unit}`;
}

/** What forbids computing a difference, or null. Differences need like units, kinds, periods (by length, and by year across places) and scope. */
export function noDifference(a: AnswerFigure, b: AnswerFigure): NoDifference | null {
  if (a.value === null || b.value === null) return 'value';
  if (unitFamily(a) !== unitFamily(b) || (unitFamily(a) !== 'person' && unitOf(a) !== unitOf(b))) return 'unit';
  if (a.kind !== b.kind && /rate|share|rank|target/u.test(`${a.kind}${b.kind}`)) return 'scope';
  const [first, second] = [parsePeriod(a.period), parsePeriod(b.period)];
  if (
    first === null ||
    second === null ||
    first.half !== second.half ||
    first.last - first.first !== second.last - second.first
  )
    return 'period';
  if (a.region !== b.region && first.last !== second.last) return 'period';
  return null;
}

/** The computed difference as shown: 相差23.77亿元. Null when it must not be computed. */
export function differenceText(a: AnswerFigure, b: AnswerFigure): string | null {
  if (noDifference(a, b) !== null) return null;
  const difference = Math.abs(a.value! - b.value!);
  const unit = unitFamily(a) === 'percent' ? '个百分点' : unitOf(a);
  return `相差${formatAmount(difference, unit)}`;
}
