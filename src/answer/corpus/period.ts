/** Whole years that a period covers, with the half-year where it is one. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
  readonly half: 1 | 2 | null;
}

/** Reads a period as reports and figures carry it: 2018, 2018年底, 2012上半年, 2021..2025. Null when it names no year. */
export function parsePeriod(period: string | null): YearSpan | null {
  const years = [...(period ?? '').matchAll(/(?:19|20)\d\d/gu)].map(([year]) => Number(year));
  const [first] = years;
  if (period === null || first === undefined) return null;
  const half = /上半年/u.test(period) ? 1 : /下半年/u.test(period) ? 2 : null;
  return { first, last: years.at(-1) ?? first, half };
}

/** A period as a reader is shown it: 2018年, 2018年底, 2012年上半年, 2021—2025年. */
export function formatPeriod(period: string): string {
  const span = /^(\d{4})\.\.(\d{4})$/u.exec(period);
  if (span) return `${span[1]}—${span[2]}年`;
  const [, year, rest = ''] = /^(\d{4})(.*)$/u.exec(period) ?? [];
  if (year === undefined) return period;
  return rest.startsWith('年') ? period : `${year}年${rest}`;
}

/** Whether two spans share a year and do not name different halves of it. */
export function periodsMeet(a: YearSpan, b: YearSpan): boolean {
  if (a.last < b.first || b.last < a.first) return false;
  return a.half === null || b.half === null || a.half === b.half;
}
