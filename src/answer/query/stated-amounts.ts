import { readNumeral, roundValue } from '../../core/numeral.ts';

const UNIT =
  /^(?:多|余|来)?(?:人次|家次|人|元|块钱|家|个(?:百分点|点)?|名|位|户|件|例|宗|起|对|张|座|处|条|项|次|场|套|辆|台|头|只|枚|块|架|艘|部|册|本|份|所|间|栋|幢|棵|株|吨|公斤|斤|亩|公顷|公里|千米|米|平方米|平方公里|立方米|千瓦时?|度|天|%|倍|成)/u;
/** What sets a figure against an amount: 超过20万人了吗, 不到一千元吧. */
const OVER = /(?:超过?了?|突破了?|多于|高于|大于|不止|不少于|不低于|达到?了?|满|上|过)$/u;
const UNDER = /(?:不到|不足|少于|低于|小于|没到|没有达到|不超过)$/u;
/** What states an amount to hear whether it is so. */
const STATING = /(?:是|有|为|才|只有|仅|就|只|拿了?|得了?|共|约|不到|不足|[过于破到满止]|了)$/u;
const CHECKING = /吗|么[？?]?$|没有?[？?]?$|是不是|是否|有没有|对不对|真的|听说|据说|吧|[？?]$|不到|才/u;
const OPEN = /多少|几|哪|谁|什么|啥|怎|为何|如何/u;
const YEARS = { least: 1950, most: 2060 };

/** An amount that a question states. */
export interface StatedAmount {
  /** As typed. */
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** The amounts with a unit that a question states (低保对象是15万人吗), years left out. */
export function statedAmounts(question: string): StatedAmount[] {
  const found: StatedAmount[] = [];
  for (let at = 0; at < question.length; ) {
    const numeral = /\d/u.test(question[at]!) ? readNumeral(question, at) : null;
    const unit = numeral === null ? null : unitAfter(question, numeral);
    if (numeral !== null && unit !== null && !numeral.malformed && !isYear(numeral.value, unit)) {
      found.push({
        raw: question.slice(numeral.start, numeral.end + unit.length),
        value: roundValue(numeral.value),
        unit,
        start: numeral.start,
        end: numeral.end + unit.length,
      });
    }
    at = numeral?.end ?? at + 1;
  }
  return found;
}

/** The unit of a number, empty where a bare number is clearly an amount (超过1000了吗), null where it is none. */
function unitAfter(
  question: string,
  { start, end, value }: { start: number; end: number; value: number },
): string | null {
  const unit = UNIT.exec(question.slice(end))?.[0];
  if (unit !== undefined) return unit;
  const stated =
    STATING.test(question.slice(0, start)) &&
    !/^[年月日号届.\d\p{L}]/u.test(question.slice(end).replace(/^[了吗没有吧么的过]+/u, ''));
  return stated && !isYear(value, '个') ? '' : null;
}

/** An amount that a question asks to have checked. */
export interface CheckedAmount extends StatedAmount {
  /** Whether the figure is asked to be above or below it; null where it is asked to be it. */
  readonly side: 'over' | 'under' | null;
}

/** The amount of a question that asks whether a figure is so (低保对象有15万人吗), null for any other question. */
export function checkedAmount(question: string): CheckedAmount | null {
  if (OPEN.test(question) || !CHECKING.test(question)) return null;
  const [amount, ...others] = statedAmounts(question);
  if (amount === undefined || others.length > 0) return null;
  const before = question.slice(0, amount.start);
  const side = UNDER.test(before) ? 'under' : OVER.test(before) ? 'over' : null;
  return { ...amount, side };
}

function isYear(value: number, unit: string): boolean {
  return unit === '年' || (Number.isInteger(value) && value >= YEARS.least && value <= YEARS.most && unit === '个');
}
