import { labelNumber, type Marker, type MarkerStyle, RANKS } from './marker.ts';

/** A marker with its place in the outline. */
export interface OutlineEntry {
  readonly marker: Marker;
  /** Depth from 1. */
  readonly level: number;
  /** Index of the enclosing entry, or null. */
  readonly parent: number | null;
  /** Where the section ends. */
  end: number;
}

/** At most this much, a sentence, may stand between a heading and the first of the numbers it is over. */
const MAX_LEAD = 60;

interface Open {
  readonly entry: number;
  readonly rank: number;
  readonly style: MarkerStyle;
  /** What counts inside one paragraph ends with it. */
  readonly limit: number;
}

/** Styles that list points inside a paragraph, one paragraph each, and hold nothing beyond it. */
const PARAGRAPH_STYLES: ReadonlySet<MarkerStyle> = new Set(['enumeration', 'ordinal', 'dash']);

/** Nests the markers (in text order) by style, whatever their numbers say; `end` is where the last section ends. */
export function outline(markers: readonly Marker[], end: number): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let open: Open[] = [];
  const close = (keeps: (item: Open) => boolean, position: number) => {
    for (const item of open.filter((candidate) => !keeps(candidate))) {
      entries[item.entry]!.end = Math.min(item.limit, position);
    }
    open = open.filter(keeps);
  };
  for (const [index, marker] of markers.entries()) {
    close((item) => item.limit > marker.start, marker.start);
    const rank = rankOf(marker, { open, rest: markers.slice(index + 1) });
    close((item) => item.rank < rank, marker.start);
    const parent = open.at(-1)?.entry ?? null;
    const limit = PARAGRAPH_STYLES.has(marker.style) && !marker.standalone ? marker.block.end : end;
    open.push({ entry: entries.length, rank, style: marker.style, limit });
    entries.push({ marker, level: open.length, parent, end });
  }
  close(() => false, end);
  return entries;
}

interface Place {
  readonly open: readonly Open[];
  readonly rest: readonly Marker[];
}

function rankOf(marker: Marker, place: Place): number {
  if (marker.style === 'unnumbered') return unnumberedRank(marker, place);
  if (marker.style === 'closing_part' || marker.style === 'timed_part') return partRank(marker.style, place);
  return RANKS[marker.style];
}

/** A chapter where no numbers make chapters; over the numbers that begin right under it; else under the innermost number. */
function unnumberedRank(marker: Marker, { open, rest }: Place): number {
  const counted = open.filter(({ style }) => isCounted(style) && !PARAGRAPH_STYLES.has(style));
  const isChapter = marker.chapter === true && !counted.some(({ rank }) => rank <= RANKS.han);
  if (isChapter) return RANKS.chapter + 0.5;
  const next = rest[0];
  const leads = next?.opens === true && labelNumber(next.label) === 1 && next.start - marker.end < MAX_LEAD;
  if (next !== undefined && leads && isCounted(next.style)) return RANKS[next.style] - 0.5;
  return (counted.at(-1)?.rank ?? RANKS.chapter) + 0.5;
}

function isCounted(style: MarkerStyle): style is keyof typeof RANKS {
  return style !== 'unnumbered' && !isPart(style) && style !== 'title' && style !== 'dash';
}

function isPart(style: MarkerStyle): style is 'closing_part' | 'timed_part' {
  return style === 'closing_part' || style === 'timed_part';
}

/** A part stands after every run of headings that has ended by then; another time stays inside the outermost of them. */
function partRank(style: MarkerStyle, { open, rest }: Place): number {
  const outermost = style === 'timed_part' ? open.find((item) => !isPart(item.style)) : undefined;
  const around = open.findLast((item) => !hasEnded(item, rest)) ?? outermost;
  return (around?.rank ?? 1) + 0.4;
}

/** Whether no further heading of this style follows before one that outranks it. */
function hasEnded({ rank, style }: Open, rest: readonly Marker[]): boolean {
  if (isPart(style)) return true;
  if (style === 'title') return false;
  const outranking = rest.findIndex(
    ({ style: other }) => other !== 'unnumbered' && !isPart(other) && RANKS[other] < rank,
  );
  const siblings = outranking < 0 ? rest : rest.slice(0, outranking);
  return !siblings.some((marker) => marker.style === style);
}
