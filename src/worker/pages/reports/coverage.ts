import type { Report } from '../../../core/report.ts';

/** Which places and times the reports are about. */
export interface Coverage {
  /** As the reports state them, those with most reports first; null where they state none, last. */
  readonly regions: readonly (string | null)[];
  /** Sorted; null last. Years between the first and the last that no report is about are there too. */
  readonly periods: readonly (string | null)[];
  readonly cell: (region: string | null, period: string | null) => readonly Report[];
  /** Years without any report. */
  readonly gaps: readonly string[];
}

/** Most years that are filled in: past them gaps say little and cost much. */
const LONGEST_RUN = 30;
const YEAR = /^\d{4}$/u;

export function coverageOf(reports: readonly Report[]): Coverage {
  const cells = Map.groupBy(reports, ({ region, period }) => `${region}\n${period}`);
  const sizes = Map.groupBy(reports, ({ region }) => region);
  const regions = [...sizes.keys()].sort(
    (a, b) => Number(a === null) - Number(b === null) || sizes.get(b)!.length - sizes.get(a)!.length,
  );
  const stated = new Set(reports.flatMap(({ period }) => period ?? []));
  const gaps = yearsBetween(stated).filter((year) => ![...stated].some((period) => covers(period, year)));
  const periods: (string | null)[] = [...stated, ...gaps].sort();
  if (reports.some(({ period }) => period === null)) periods.push(null);
  return { regions, periods, gaps, cell: (region, period) => cells.get(`${region}\n${period}`) ?? [] };
}

function yearsBetween(periods: ReadonlySet<string>): string[] {
  const years = [...periods].filter((period) => YEAR.test(period)).map(Number);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0 || last - first > LONGEST_RUN) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** Whether a period is that year, a part of it or a span with it. */
function covers(period: string, year: string): boolean {
  const [first = '', last = first] = period.split('..').map((end) => end.slice(0, 4));
  return first <= year && year <= last;
}
