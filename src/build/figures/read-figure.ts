import type { Figure } from '../../core/figure.ts';
import type { OffsetMap } from '../../core/offset-map.ts';
import type { StructuredDocument } from '../document.ts';
import { yearOfCell } from './cell-property.ts';
import { isCumulative } from './cumulative.ts';
import { kindOf } from './kind.ts';
import { periodOf } from './period.ts';
import type { Reading } from './reading.ts';
import { regionOf } from './region.ts';
import type { Surroundings } from './surroundings.ts';

export interface FigureContext {
  readonly document: StructuredDocument;
  readonly surroundings: Surroundings;
  /** From clean to source positions. */
  readonly toSource: OffsetMap;
}

const YEAR = /(?:19|20)\d\d/gu;

/** Turns a reading into a figure: its kind, place and time, and its span in the source. */
export function readFigure(reading: Reading, { document, surroundings, toSource }: FigureContext): Figure {
  const { folded, report, source } = document;
  const { mention } = reading.slot;
  const { plan, period, region } = surroundings.at(mention.start);
  const year = Number((period ?? report.period)?.match(YEAR)?.at(-1)) || null;
  const kind = kindOf(reading, { folded, plan, year });
  const span = toSource.mapSpan(mention);
  const place = regionOf(reading, {
    folded,
    divisions: surroundings.divisions,
    report: report.region,
    section: region,
    path: report.regionPath,
  });
  const { value, min, max, approx, masked } = mention;
  const { unit } = reading.slot;
  return {
    report: document.id,
    ...span,
    raw: source.slice(span.start, span.end),
    ...{ value, min, max, unit, approx, kind, masked },
    cumulative: isCumulative(reading, kind, folded),
    property: report.regionPath.reduce(
      (name, above) => withoutPlace(name, [above]),
      withoutPlace(reading.property, [place, report.region]),
    ),
    region: place,
    period:
      yearOfCell(mention, folded) ??
      periodOf(reading.slot, {
        folded,
        report: report.period,
        section: period,
        plan,
        change: kind === 'change_rate',
        previous: kind === 'previous',
        target: kind === 'target',
        retrospective: isRetrospective(document),
        paragraph: reading.dated,
      }),
    partOf: reading.total === null ? null : toSource.mapSpan(reading.total.slot.mention).start,
  };
}

/** A property without the place it is told of, which stands in `region`. */
function withoutPlace(property: string, places: readonly (string | null)[]): string {
  const list = places.find((name) => name?.includes('、') === true);
  if (list != null && property.includes(list)) return property.replace(list, '').replace(/^的/u, '');
  const place = places.find(
    (name) => name !== null && name !== '全国' && property.startsWith(name) && property.length > name.length + 1,
  );
  const rest = place == null ? property : property.slice(place.length).replace(/^的/u, '');
  return rest.length > 1 && !/^(?:[区级直属]|排名)/u.test(rest) ? rest : property;
}

/** Government work reports are read out early in the year after the one they look back on. */
function isRetrospective({ report, folded }: StructuredDocument): boolean {
  const published = Number(report.published?.slice(0, 4));
  const covered = Number(report.period?.match(YEAR)?.at(-1));
  if (/政府工作报告/u.test(report.title) || (published === covered + 1 && /工作报告/u.test(report.title))) return true;
  return /(?:各位代表|代表(?:国务院|.{1,12}人民政府)[^。]{0,16}报告)/u.test(folded.slice(0, ADDRESS));
}

/** Characters in which a report read out addresses its audience. */
const ADDRESS = 400;
