import type { CorpusReport } from '../corpus/corpus.ts';
import { periodsMeet, type YearSpan } from '../corpus/period.ts';
import type { Ask } from '../query/query.ts';
import { WEIGHTS } from './weights.ts';

/** How a figure or sentence stands to the place and time asked. */
export interface Fit {
  readonly score: number;
  /** It is of another period than the one an earlier turn named. */
  readonly otherPeriod: boolean;
  /** Nothing says which period it is of. */
  readonly unknownPeriod: boolean;
}

interface Placed {
  /** Compared form; empty when unknown. */
  readonly region: string;
  readonly period: YearSpan | null;
  readonly report: CorpusReport;
  /** Words around it, folded. */
  readonly text: string;
  /** Its own clause, folded; asked for only where a report about another place may name the one asked. */
  readonly clause?: () => string;
}

/** A question for all of a place is not answered by a part of it. */
const WHOLE = /全[市省州县区国]|一共|总共|合计/u;

/** Larger areas that bear the name of a place in them. */
const LARGER_AREA = '(?:平原|都市圈|经济区|城市群|城市带|地区(?!生产)|盆地|湾区|半岛|三角洲|流域)';

/** Whether a text names a place itself and not only a larger area named after it. */
function namesPlace(text: string, short: string): boolean {
  return text.includes(short) && new RegExp(`${short}(?!${LARGER_AREA})`, 'u').test(text);
}

function regionScore({ region, report, text, clause }: Placed, ask: Ask): number | null {
  const { region: weight } = WEIGHTS;
  if (ask.region === null) return 0;
  const { short, held } = ask.region;
  if (held === 'none') return null;
  if (held === 'mention') {
    if (region.includes(short)) return 0;
    const elsewhere = region !== '' && region !== report.region && clause?.().includes(short) !== true;
    return !elsewhere &&
      namesPlace(text, short) &&
      (clause === undefined || !clause().includes(short) || namesPlace(clause(), short))
      ? weight.beside
      : null;
  }
  if (report.region === short) return region === short || region === '' ? 0 : WHOLE.test(ask.text) ? null : weight.part;
  return region === short || clause?.().includes(short) === true ? weight.foreign : null;
}

const HALF_YEAR = /[上下]半年/u;
const WHOLE_YEAR = /全年|整年|一整年/u;

/** Whether a figure of a whole year stands where one of a half-year is asked. */
function isOfWholeYear({ period, report, text }: Placed, { period: asked }: Ask): boolean {
  if (asked === null || asked.half === null || period === null || period.half !== null) return false;
  const halves = (report.period !== null && report.period.half !== null) || HALF_YEAR.test(report.foldedTitle);
  return !halves && !HALF_YEAR.test(text);
}

function periodFit(placed: Placed, ask: Ask): Fit | null {
  const { period, report } = placed;
  const { period: weight } = WEIGHTS;
  const fit = { score: 0, otherPeriod: false, unknownPeriod: false };
  if (ask.period === null) return fit;
  if (isOfWholeYear(placed, ask)) return null;
  if (period !== null && period.half !== null && WHOLE_YEAR.test(ask.text)) return null;
  if (period === null) return { ...fit, score: weight.unknown, unknownPeriod: true };
  const isSpan = period.first !== period.last;
  if (isSpan && ask.period.first === ask.period.last && ask.period.last !== period.last) return null;
  if (periodsMeet(period, ask.period))
    return { ...fit, score: isSpan === (ask.period.first !== ask.period.last) ? weight.exact : weight.span };
  const own = report.period !== null && periodsMeet(period, report.period);
  if (own && report.doubtedYears.some((year) => ask.period!.first <= year && year <= ask.period!.last)) return fit;
  return ask.softPeriod ? { ...fit, score: weight.soft, otherPeriod: true } : null;
}

/** How something fits the place and time asked; null when they rule it out. */
export function fitOf(placed: Placed, ask: Ask): Fit | null {
  const region = regionScore(placed, ask);
  const period = periodFit(placed, ask);
  return region === null || period === null ? null : { ...period, score: period.score + region };
}
