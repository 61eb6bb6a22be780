import type { Ask, Shape } from './query.ts';
import type { Slots } from './slots.ts';
import { isContrast } from './split-parts.ts';
import { statedAmounts } from './stated-amounts.ts';

const PASSAGE =
  /什么|啥|咋|哪(?![怕知能年])|谁|怎么|怎样|如何|为什么|为啥|有没有|是不是|能不能|是否|(.)不\1|吗|亮点|打算|标准是|在哪/u;
const FIGURE =
  /多少|几[个家人名件次户位张座处条项起例对批封块套部天岁多成倍亿]|百分之|第几|多大|多高|多深|多久|多长|数[量字额]?$|(?:标准|率|额|量|比|人数|金额|工资|收入|增速|增幅|规模|投资|产值|面积|浓度|天数|比重|总数|人口|寿命|gdp|pm2\.5|m2|cpi|产能|赤字|顺差|余额|结余|目标|床位|公益金|资金|经费)(?:是|为|呢)?[？?]?$|几(?=\p{Script=Han})/u;
const WHICH_MORE =
  /(?:哪|谁).{0,12}(?:[多少高低快慢大小长短强弱贵重早晚](?:一?些|一?点)?)(?:呢|吗|啊)?[？?]?$|比.{0,12}[多少高低]吗/u;

/** Words that set figures side by side even in an open question (…跟…比怎么样). */
const SIDE_BY_SIDE = /比(?!例|重|如|赛)|对照|相差|差距/u;

/** Whether the words ask for a number. */
export function asksFigure(text: string): boolean {
  return statedAmounts(text).length > 0 || FIGURE.test(text.replace(/哪几[个家位种类条项所座处大]/gu, ''));
}

/** What a question is after. */
export function findShape({ text, rest }: Slots, asks: readonly Ask[]): Shape {
  const [first] = asks;
  const differs = asks.some(
    (ask) => ask.region?.short !== first?.region?.short || ask.period?.label !== first?.period?.label,
  );
  const figure =
    asksFigure(text) ||
    WHICH_MORE.test(text) ||
    WHICH_MORE.test(rest.trim()) ||
    asks.some(({ kind }) => kind === 'change_rate' || kind === 'from_to');
  if (asks.length > 1 && differs && (figure || SIDE_BY_SIDE.test(text) || !PASSAGE.test(text))) return 'comparison';
  if (!figure && PASSAGE.test(text)) return 'passage';
  if (asks.length === 2 && isContrast(rest)) return 'comparison';
  if (asks.length > 1) return 'list';
  return first?.kind === 'change_rate' || first?.kind === 'from_to' ? 'growth' : 'figure';
}
