import type { Section } from '../../core/section.ts';
import type { CleanDocument } from '../document.ts';
import { statedPeriods } from '../metadata/stated-periods.ts';
import { headingPeriod } from './heading-period.ts';
import { isProse, type Line, readLines } from './lines.ts';
import { findMarkers, type Marker, type MarkerStyle } from './marker.ts';
import { type OutlineEntry, outline } from './outline.ts';
import { findParts } from './parts.ts';
import { isAppendix, isPlanHeading, isSummaryHeading, keepsPlan } from './plan.ts';
import { findUnnumbered } from './unnumbered.ts';

/** What follows the report proper on a web page. */
const TAIL =
  /^(?:责任编辑|相关(?:报道|附件|链接|新闻|阅读|推荐|文章)|扫一扫|打印本页|关闭窗口|上一篇|下一篇|主办单位|版权)/u;

/** What the structure of a report is found from. */
export interface Structure {
  readonly lines: readonly Line[];
  /** Headings in text order, as in `sections` from its first numbered level on. */
  readonly markers: readonly Marker[];
  readonly sections: readonly Section[];
}

/**
 * The headings of a report and what stands under each; level 0 is what precedes the first heading and what follows the
 * report. Numbers may be wrong, repeated or missing: only their style decides on nesting.
 *
 * @returns everything in positions of the clean text
 */
export function findStructure(clean: Pick<CleanDocument, 'id' | 'text' | 'folded'>): Structure {
  const lines = readLines(clean.folded);
  const tail = tailStart(lines, clean.text.length);
  const body = lines.filter((line) => line.start < tail);
  const markers = findAllMarkers(clean.folded, body);
  const entries = outline(markers, tail);
  const sections = toSections(clean, entries);
  const head = levelZero(clean.id, { start: 0, end: markers[0]?.start ?? tail });
  const rest = levelZero(clean.id, { start: tail, end: clean.text.length });
  const shifted = sections.map((section) => ({
    ...section,
    parent: section.parent === null ? null : section.parent + 1,
  }));
  return { lines, markers, sections: [head, ...shifted, ...(tail < clean.text.length ? [rest] : [])] };
}

function levelZero(report: string, { start, end }: { start: number; end: number }): Section {
  return { report, start, end, heading: '', label: '', level: 0, parent: null, plan: false, period: null };
}

/** Where the page goes on after the report: the first line of its last fifth that is about the page, or what closes it. */
function tailStart(lines: readonly Line[], length: number): number {
  const page = lines.find((line) => line.start > 0.8 * length && TAIL.test(line.text));
  const inside = lines.filter((line) => line.start < (page?.start ?? length));
  const lastBody = inside.findLastIndex((line) => line.kind === null || line.kind === 'caption');
  const after = inside[lastBody + 1];
  if (lastBody < 0 || after === undefined) return page?.start ?? length;
  return after.start;
}

function findAllMarkers(folded: string, lines: readonly Line[]): readonly Marker[] {
  const last = new Map<MarkerStyle, number>();
  const numbered = new Map<number, readonly Marker[]>();
  for (const line of lines) if (line.kind === null) numbered.set(line.start, findMarkers(folded, line, last));
  const bodyStart = lines.find((line) => line.kind === null && isProse(line.text))?.start ?? 0;
  const found = [
    ...[...numbered.values()].flat().filter((marker) => marker.style !== 'dash' || marker.start >= bodyStart),
    ...findUnnumbered(lines, numbered),
    ...findTitles(lines),
    ...findParts(folded, lines),
  ];
  return found.sort((a, b) => a.start - b.start);
}

/** Shorter than this, what follows a title is a cover note and not a document. */
const MIN_DOCUMENT = 500;

/** Titles are headings where one file holds several documents, each of some length. */
function findTitles(lines: readonly Line[]): readonly Marker[] {
  const titles = lines.filter(({ kind }, index) => kind === 'title' && lines[index + 1]?.kind !== 'title');
  const end = lines.at(-1)?.end ?? 0;
  const documents = titles.filter((title, index) => (titles[index + 1]?.start ?? end) - title.end >= MIN_DOCUMENT);
  if (documents.length < 2) return [];
  return documents.map(({ start, end }) => ({
    start,
    end,
    style: 'title',
    label: '',
    headingStart: start,
    block: { start, end },
    opens: true,
    standalone: true,
  }));
}

function toSections(
  clean: Pick<CleanDocument, 'id' | 'text' | 'folded'>,
  entries: readonly OutlineEntry[],
): readonly Section[] {
  const sections: Section[] = [];
  for (const { marker, level, parent, end } of entries) {
    const heading = clean.folded.slice(marker.headingStart, marker.end);
    const above = parent === null ? null : sections[parent]!;
    const before = sections.filter((section) => section.level === level && section.parent === parent);
    sections.push({
      report: clean.id,
      start: marker.start,
      end,
      heading: clean.text.slice(marker.headingStart, marker.end).replace(/\s*[:：]?\s*$/u, ''),
      label: marker.label === '' ? '' : clean.text.slice(marker.start, marker.headingStart).trim(),
      level,
      parent,
      plan: !isAppendix(heading) && ((above?.plan ?? false) || isPlanned({ heading, marker, before })),
      period:
        headingPeriod({ heading, style: marker.style, before, above: above?.period ?? null }) ?? above?.period ?? null,
    });
  }
  return sections;
}

interface HeadingPlace {
  readonly heading: string;
  readonly marker: Marker;
  /** Sections of the same level and parent that stand before. */
  readonly before: readonly Section[];
}

/** By its own words; by a year after the one an earlier part sums up; or because it goes on after a plan. */
function isPlanned({ heading, marker, before }: HeadingPlace): boolean {
  if (isPlanHeading(heading, marker.style)) return true;
  if (isSummaryHeading(heading)) return false;
  const year = Number(statedPeriods(heading)[0]?.period.slice(0, 4));
  const summed = before
    .filter((section) => isSummaryHeading(section.heading))
    .map(({ period }) => Number(period?.slice(0, 4)));
  if (summed.some((earlier) => year > earlier) && marker.style !== 'title') return true;
  return (before.at(-1)?.plan ?? false) && keepsPlan(heading, marker.style);
}
