/** 节约, 签约: words whose second character looks like an approximator. */
const ABOUT = '(?<![节公签预合契履违制条邀相特缔简续租集])约';
const NEAR = '(?<![附最邻就靠临亲远拉走新切相])近';
const OVER = '(?<![反赶高])超';

/** Words before a number that make it inexact. */
const BEFORE = new RegExp(
  `(?:不少于|不低于|不超过|不高于|不多于|不大于|不小于|不足|不到|超过|超出|将近|接近|大约|大概|约为|至少|起码|最少|最多|至多|少于|低于|高于|多于|大于|小于|${ABOUT}|${NEAR}|${OVER}|逾)$`,
  'u',
);
/** 上百, 过亿: approximators only before a bare multiplier. */
const BEFORE_SCALE = /(?:(?<![以之线网地路年市场会身岗迈])上|(?<![通超不经])过)$/u;
/** 约占86%, 超人均3元, 约占全国销售总额的86%: cut off from its number by other words, it stays outside the span. */
const DETACHED = new RegExp(
  `(${ABOUT}|大约|超过|${OVER}|不低于|不少于|不超过|接近)(?:(?:占|为|有|达|需|合|是|人均|年均|户均|月均|平均|每人|累计|增长|折合|相当于)|(?:占|为|相当于)[^，。；、\\d]{1,20}的|(?<=超)(?:全国|全省|全市|上年|(?:年度|全年|年初|序时|时序)?[^，。；、\\d]{0,6}(?:任务|计划|目标|进度|预期))[^，。；、\\d]{0,4})$`,
  'u',
);
const AFTER =
  /^ ?(?:以上|以下|以内|之内|左右|上下|不等|有余|[多余](?=$|[，。；、,;）)的])|\+(?![0-9A-Za-z一-龥]))(?!学历|人民政府|地方)/u;

/** How many characters before a number the patterns look at. */
const WINDOW = 26;

export interface Approximator {
  /** Position of the word. */
  readonly start: number;
  readonly end: number;
  /** Other words stand between it and the number. */
  readonly detached: boolean;
}

/** The approximator that ends where a number starts, if any. `from` bounds how far back the search goes. */
export function approximatorBefore(
  folded: string,
  number: { readonly start: number; readonly bareScale: boolean; readonly from: number },
): Approximator | null {
  const end = folded[number.start - 1] === ' ' ? number.start - 1 : number.start;
  const before = folded.slice(Math.max(number.from, end - WINDOW), end);
  const match = BEFORE.exec(before) ?? (number.bareScale ? BEFORE_SCALE.exec(before) : null);
  if (match !== null) return { start: end - match[0].length, end, detached: false };
  const detached = DETACHED.exec(before);
  if (detached === null) return null;
  const start = end - detached[0].length;
  return { start, end: start + detached[1]!.length, detached: true };
}

/** The approximator that starts where an amount ends, if any. */
export function approximatorAfter(folded: string, at: number): Approximator | null {
  const match = AFTER.exec(folded.slice(at, at + 8));
  if (match === null) return null;
  const start = at + (match[0].startsWith(' ') ? 1 : 0);
  return { start, end: at + match[0].length, detached: false };
}

/** Joins approximators in the order they stand, as written; null when there are none. */
export function joinApprox(
  text: string,
  spans: readonly ({ readonly start: number; readonly end: number } | null)[],
): string | null {
  const found = spans.filter((span) => span !== null).sort((a, b) => a.start - b.start);
  return found.length === 0 ? null : found.map((span) => text.slice(span.start, span.end)).join('、');
}
