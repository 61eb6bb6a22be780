import type { AbsentReason } from '../../core/answer.ts';
import { INFERRED } from '../compose/show-figure.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { formatPeriod, periodsMeet } from '../corpus/period.ts';
import type { Ask } from '../query/query.ts';

/** Why the reports cannot answer an ask, by what they hold: the place, the period of that place, or the subject. */
export function absentReason(ask: Ask, corpus: Corpus): AbsentReason {
  const { region, period } = ask;
  if (region !== null && region.held === 'none') return 'region';
  const reports = corpus.reports.filter(
    (report) => region === null || region.held !== 'report' || report.region === region.short,
  );
  if (period !== null && !ask.softPeriod) {
    const held = reports.some(
      (report) =>
        (report.period !== null && periodsMeet(report.period, period)) || report.doubtedYears.includes(period.first),
    );
    const planned = reports.some((report) =>
      corpus.figures.periodsIn(report).some((other) => periodsMeet(other, period)),
    );
    if (!held && !planned) return 'period';
  }
  return 'property';
}

/** A place and the periods that reports hold of it, newest first. */
export interface Holding {
  readonly region: string;
  /** As shown. */
  readonly periods: readonly string[];
}

/** What the reports hold, by place. */
export function listHoldings(corpus: Corpus): Holding[] {
  const periods = new Map<string, string[]>();
  for (const { report, inferredRegion, inferredPeriod } of corpus.reports) {
    const name = inferredRegion === null ? (report.region ?? '') : `${inferredRegion}${INFERRED}`;
    const period = report.period ?? inferredPeriod;
    const label = period === null ? null : `${formatPeriod(period)}${report.period === null ? INFERRED : ''}`;
    const held = periods.get(name) ?? [];
    if (label !== null && !held.includes(label)) held.push(label);
    periods.set(name, held);
  }
  return [...periods]
    .filter(([region]) => region !== '')
    .map(([region, held]) => ({ region, periods: held.sort().reverse() }));
}
