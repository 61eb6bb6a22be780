import type { Line } from './lines.ts';
import { isProse } from './lines.ts';
import type { Marker, MarkerStyle } from './marker.ts';
import { isAppendix, isChapterHeading } from './plan.ts';

const MAX_LENGTH = 30;
/** The beginning of a sentence that a page broke off. */
const BROKEN = /^(?:全年|年末|截至|截止|其中|同时|此外|目前|累计)|[和与及的等共为在对将]$/u;
const PAIRS = ['《》', '“”', '()', '（）', '「」'];
const NOT_HEADING =
  /[。；;！!？?，,:：|>…]|^(?:图|表|附|注|单位|数据来源|资料来源)|^(?![“‘「《(])\p{P}|\d+(?:\.\d+)?\s*(?:万|亿|%|个|人|元|家|项|户)/u;

function isBalanced(text: string): boolean {
  return PAIRS.every((pair) => text.split(pair[0]!).length === text.split(pair[1]!).length);
}

function isShort({ text, kind, fresh }: Line): boolean {
  if (kind !== null || !fresh || text.length > MAX_LENGTH) return false;
  if (NOT_HEADING.test(text) || BROKEN.test(text) || !isBalanced(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 2 && han >= 0.6 * text.replace(/\d{4}(?=年)/u, '').length;
}

/**
 * Headings without a number: short lines without sentence marks, each over prose or over another heading. Before the body
 * the first of them is taken for the title where no line has a title's form, unless points (一是) stand right under it.
 */
export function findUnnumbered(
  lines: readonly Line[],
  numbered: ReadonlyMap<number, readonly Marker[]>,
): readonly Marker[] {
  const markers: Marker[] = [];
  const opensWithMarker = (line: Line | undefined) =>
    line !== undefined && numbered.get(line.start)?.[0]?.opens === true;
  let titled = false;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'title' || isProse(line.text) || opensWithMarker(line)) titled = true;
    if (isAppendix(line.text) && line.kind !== 'title') markers.push(unnumberedMarker(line, 'chapter'));
    if (isAppendix(line.text) || opensWithMarker(line) || !isShort(line)) continue;
    const next = lines.slice(index + 1).find(({ kind }) => kind !== 'caption' && kind !== 'furniture');
    const leads =
      next !== undefined && next.kind === null && (isProse(next.text) || opensWithMarker(next) || isShort(next));
    if (!leads || !hasProseAfter(lines, index)) continue;
    const overPoints = next !== undefined && numbered.get(next.start)?.[0]?.style === 'enumeration';
    if (titled || overPoints) markers.push(unnumberedMarker(line, 'unnumbered'));
    titled = true;
  }
  return markers;
}

/** A heading has prose under it within a few lines; a table cell has more cells. */
function hasProseAfter(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 4).some(({ kind, text }) => kind === null && isProse(text));
}

function unnumberedMarker({ start, end, text }: Line, style: MarkerStyle): Marker {
  return {
    start,
    end,
    style,
    label: '',
    headingStart: start,
    block: { start, end },
    opens: true,
    standalone: true,
    chapter: isChapterHeading(text),
  };
}
