import type { Reading } from './reading.ts';
import { join } from './subject.ts';

const RATE = /(?:率|比例|占比|比重|覆盖面|满意度|知晓度|参与度)$/u;
/** Units of averages, which a part has of the same measure as the whole. */
const AVERAGE = /^(?:日|天|岁|年|小时|分钟)$/u;
const OWN_MEASURE =
  /(?:率|比例?|占比|比重|面|度|系数|日|天数|时间|时长|年限|寿命|年龄|周期|期限|指数|得分|分值|%|％)$/u;
const LONGEST_PART = 8;

/**
 * The name of a rate or average of a part that says only which part it is: after 病床使用率79.4%，其中公立医院86.0% is
 * 公立医院病床使用率. Null for other amounts.
 *
 * @param earlier readings of the paragraph before this one, in order
 */
export function rateOfPart(
  { role, property, slot }: Reading,
  earlier: readonly Reading[],
  folded: string,
): string | null {
  const { form, unit, start } = slot.mention;
  const mark = folded.lastIndexOf('其中', start);
  if (role !== 'count' || mark < slot.sentence.start) return null;
  const whole = earlier.findLast((other) => other.slot.mention.end <= mark);
  if (whole?.role !== 'count' || whole.slot.sentence !== slot.sentence) return null;
  const kind = form === 'percent' ? RATE : form === 'amount' && AVERAGE.test(unit) ? OWN_MEASURE : null;
  if (kind === null || whole.slot.mention.unit !== unit || !kind.test(whole.property)) return null;
  if (property === '' || property.length > LONGEST_PART || OWN_MEASURE.test(property)) return null;
  return join(property, whole.property);
}
