import type { Slot } from './slot.ts';
import { plain } from './slot.ts';

/** What the surroundings say of the time. */
export interface PeriodSetting {
  readonly folded: string;
  /** Period of the report, as in `Report.period`. */
  readonly report: string | null;
  /** Period that the section's heading states, or null. */
  readonly section: string | null;
  readonly plan: boolean;
  /** A change that starts from another year is a span. */
  readonly change: boolean;
  readonly previous: boolean;
  readonly target: boolean;
  /** The report is read out in the year after its period, so that 去年 is its period. */
  readonly retrospective: boolean;
  /** Words that date the paragraph, or empty. */
  readonly paragraph: string;
}

const YEAR_END = '(?:底|末)';
/** Time words, in the order of preference at one place. */
const TIMES = new RegExp(
  `((?:19|20)\\d\\d)年?(?:[-—~～至到]|年至)((?:19|20)\\d\\d)年|((?:19|20)\\d\\d)年(?:度)?(${YEAR_END}|上半年|下半年|\\d{1,2}月)?|(上年|去年|今年|明年|前年)(${YEAR_END}|上半年|下半年)?|(年末|年底|全年)|(?<![\\d年])(1?\\d)月(份|底|末)|(上半年|下半年)|“?十([一二三四五六七])五”?(?!规划|开局)`,
  'gu',
);
/** Words before a time that make it what the amount is compared with. */
const COMPARED_BEFORE =
  /(?:比|较|与|同|相对于|是|自|从|由|上年的|占|当地|不低于|不高于|不少于|相当于|作为|为|列入|纳入|扩展到|不变价格?|按|《)$/u;
const PLAN_YEARS: Readonly<Record<string, readonly [number, number]>> = {
  一: [2006, 2010],
  二: [2011, 2015],
  三: [2016, 2020],
  四: [2021, 2025],
  五: [2026, 2030],
  六: [2031, 2035],
};

/** The period an amount is about, or null when nothing tells. */
export function periodOf(slot: Slot, setting: PeriodSetting): string | null {
  const { folded } = setting;
  const clause = plain(folded, slot.clause.start, slot.mention.start);
  const year = coveredYear(setting);
  if (setting.previous) return previousPeriod(clause, year);
  const told = timeIn(clause, setting) ?? timeIn(plain(folded, slot.sentence.start, slot.clause.start), setting);
  const future = !setting.target && (lastYear(told) ?? 0) > (presentYear(setting) ?? 9999);
  const period =
    (future ? null : told) ?? timeIn(setting.paragraph, setting) ?? setting.section ?? reportPeriod(setting);
  return setting.change ? sinceBase(clause, period) : period;
}

/** The time that a piece of text opens or is dated with, or null. */
export function timeIn(text: string, setting: PeriodSetting): string | null {
  let found: string | null = null;
  for (const match of text.matchAll(TIMES)) {
    const before = text.slice(0, match.index);
    if (COMPARED_BEFORE.test(before) || before.lastIndexOf('(') > before.lastIndexOf(')')) continue;
    const after = text.slice(match.index + match[0].length);
    if (
      /^(?:[^，]{0,12}(?:计划|规划|方案|版|奖|不变价|大赛|工程|行动|第|级|届|峰会|相比|的[\d.]+倍))/u.test(after) &&
      match[1] === undefined &&
      match[3] === undefined
    )
      continue;
    found = since(match, after, setting) ?? asPeriod(match, setting) ?? found;
  }
  return found;
}

/** 2007年以来 */
function since(match: RegExpMatchArray, after: string, setting: PeriodSetting): string | null {
  const to = coveredYear(setting);
  if (match[3] === undefined || to === null || Number(match[3]) >= to) return null;
  return /^[^，。；]{0,40}以来/u.test(after) ? `${match[3]}..${to}` : null;
}

function asPeriod(match: RegExpMatchArray, setting: PeriodSetting): string | null {
  const [, from, to, year, part, relative, relativePart, yearEnd, month, , half, plan] = match;
  if (from !== undefined && to !== undefined) return `${from}..${to}`;
  if (year !== undefined) return dated(year, part);
  if (relative !== undefined) {
    const shifted = relativeYear(relative, setting);
    return shifted === null ? null : dated(String(shifted), relativePart);
  }
  if (plan !== undefined) {
    const years = PLAN_YEARS[plan];
    return years === undefined ? null : `${years[0]}..${years[1]}`;
  }
  const current = setting.plan ? presentYear(setting) : coveredYear(setting);
  if (current === null) return null;
  if (yearEnd !== undefined) return yearEnd === '全年' ? String(current) : `${current}${yearEnd}`;
  if (month !== undefined) return `${current}年${month}月`;
  return half === undefined ? null : `${current}${half}`;
}

function dated(year: string, part: string | undefined): string {
  if (part === undefined) return year;
  return part.endsWith('半年') ? `${year}${part}` : `${year}年${part}`;
}

/** The year the text calls 今年. */
function presentYear(setting: PeriodSetting): number | null {
  const { section, report, plan, retrospective } = setting;
  if (plan) return lastYear(section) ?? plusOne(lastYear(report));
  const covered = coveredYear(setting);
  return retrospective && lastYear(section) === null ? plusOne(covered) : covered;
}

/** The last year that the amounts around are about. */
function coveredYear({ section, report, plan }: PeriodSetting): number | null {
  return plan ? lastYear(report) : (lastYear(section) ?? lastYear(report));
}

function lastYear(period: string | null): number | null {
  const year = period?.match(/(?:19|20)\d\d/gu)?.at(-1);
  return year === undefined ? null : Number(year);
}

function plusOne(year: number | null): number | null {
  return year === null ? null : year + 1;
}

function relativeYear(word: string, setting: PeriodSetting): number | null {
  const present = presentYear(setting);
  if (present === null) return null;
  if (word === '今年') return present;
  if (word === '明年') return present + 1;
  if (word === '前年') return present - 2;
  const covered = coveredYear(setting);
  return word === '去年' || setting.plan || covered === null ? present - 1 : covered - 1;
}

function reportPeriod({ report, plan, section }: PeriodSetting): string | null {
  if (report === null) return null;
  if (!plan || section !== null) return report;
  const next = plusOne(lastYear(report));
  return next === null ? null : String(next);
}

function previousPeriod(clause: string, year: number | null): string | null {
  const named = /((?:19|20)\d\d)年(?=[^，]*$)/u.exec(clause.replace(/^.*(?:从|由)/u, ''))?.[1];
  if (named !== undefined) return named;
  return year !== null && /(?:上年|去年)/u.test(clause) ? String(year - 1) : null;
}

/** 比2015年增长: the span from the base year to the period. */
function sinceBase(clause: string, period: string | null): string | null {
  const base = /(?:比|较|是|为)(?:(20\d\d|19\d\d)年|“?十([一二三四五])五”?末)/u.exec(clause);
  if (base === null || period === null) return period;
  const from = base[1] ?? String(PLAN_YEARS[base[2] ?? '']?.[1] ?? '');
  const to = period.match(/(?:19|20)\d\d/gu)?.at(-1);
  return to === undefined || from === '' || from >= to ? period : `${from}..${to}`;
}
