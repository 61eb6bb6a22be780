import { readNumeral, roundValue } from '../../core/numeral.ts';

const UNIT = /^(?:多|余)?(?:人次|人|元|家|个|名|户|件|例|对|张|座|处|条|项|次|%)/u;
const YEARS = { least: 1950, most: 2060 };

/** An amount that a question states. */
export interface StatedAmount {
  /** As typed. */
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
}

/** The amounts with a unit that a question states (低保对象是15万人吗), years left out. */
export function statedAmounts(question: string): StatedAmount[] {
  const found: StatedAmount[] = [];
  for (let at = 0; at < question.length; ) {
    const numeral = /\d/u.test(question[at]!) ? readNumeral(question, at) : null;
    const unit = numeral === null ? null : (UNIT.exec(question.slice(numeral.end))?.[0] ?? null);
    if (numeral !== null && unit !== null && !numeral.malformed && !isYear(numeral.value, unit)) {
      found.push({
        raw: question.slice(numeral.start, numeral.end + unit.length),
        value: roundValue(numeral.value),
        unit,
      });
    }
    at = numeral?.end ?? at + 1;
  }
  return found;
}

function isYear(value: number, unit: string): boolean {
  return unit === '年' || (Number.isInteger(value) && value >= YEARS.least && value <= YEARS.most && unit === '个');
}
