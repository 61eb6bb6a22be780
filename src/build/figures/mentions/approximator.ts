/** Words before a number that make it inexact, longest first; with what must not stand before them (节约, 附近). */
const BEFORE =
  /(?:不少于|不低于|不超过|不高于|不多于|不大于|不小于|不足|不到|未满|超过|超出|将近|接近|大约|大概|约为|至少|起码|最少|最多|至多|多达|少于|低于|高于|多于|大于|小于|(?<![节公签预合契履违制条邀相特缔简续租集])约|(?<![附最邻就靠临亲远拉走新切相])近|(?<![反赶高])超|逾)$/u;
/** 上百, 过亿: approximators only before a bare multiplier. */
const BEFORE_SCALE = /(?:(?<![以之线网地路年市场会身岗])上|(?<![通超不经])过)$/u;
/** 约占86%, 超人均3元: the approximator is cut off from its number by another word and stays outside the span. */
const DETACHED =
  /((?<![节公签预合契履违制条邀相特缔简续租集])约|大约|超过|超|不低于|不少于|不超过|接近)(?:占|为|有|达|需|合|是|人均|年均|户均|月均|平均|每人|累计|增长|折合|相当于)$/u;
const AFTER = /^ ?(?:以上|以下|以内|之内|左右|上下|不等|有余)(?!学历|人民政府|地方)/u;

/** Longest text before a number that these patterns look at. */
const WINDOW = 8;

export interface Approximator {
  /** Position of the word. */
  readonly start: number;
  readonly end: number;
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
