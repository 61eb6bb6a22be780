import type { Section } from '../../../core/section.ts';
import type { Span } from '../../../core/span.ts';
import type { SourceView } from './source-view.ts';

/** A heading where it stands; of several that start at one place only the last is not empty. */
export interface LineHeading extends Span {
  readonly text: string;
  /** Depth from 1. */
  readonly level: number;
}

/** A line of a text, without its line break. Positions are those of the view. */
export interface SourceLine extends Span {
  /** What follows it in the text: a line break, or nothing where a very long line was cut and at the end. */
  readonly break: '\n' | '';
  /** The headings in it, in the order of the text, an outer one before those inside it. */
  readonly headings: readonly LineHeading[];
  /** 2 to 6 where the whole line is a heading, else null. */
  readonly headingLevel: number | null;
}

/** Longest piece of a line, in code units: some files have no line breaks. */
const LONGEST_LINE = 4000;
/** How much longer than its number and heading a line may be that is a heading: punctuation and spaces. */
const SLACK = 6;

/** The lines of a text with the headings in them. */
export function sourceLines(view: SourceView, sections: readonly Section[]): SourceLine[] {
  const starts = sections.map((section) => ({ section, at: view.place(section).start }));
  let next = 0;
  let level = 1;
  return pieces(view.text).map((piece) => {
    const own: Start[] = [];
    for (; next < starts.length && starts[next]!.at < piece.end; next++) {
      if (starts[next]!.section.heading !== '') own.push(starts[next]!);
    }
    const last = own.at(-1)?.section;
    const text = view.text.slice(piece.start, piece.end);
    const isHeading = last !== undefined && isWhole(text, last);
    // A level is never skipped on the way down: readers who jump by headings would look for what is missing.
    if (isHeading) level = Math.min(last.level + 1, level + 1, 6);
    const headings = own.map(({ section, at }, i) => {
      const start = isHeading ? piece.start : Math.max(at, piece.start);
      const stop = isHeading ? piece.end : Math.max(start, own[i + 1]?.at ?? piece.end);
      return { text: section.heading, level: section.level, start, end: headingEnd(section, { view, start, stop }) };
    });
    return { ...piece, headings, headingLevel: isHeading ? level : null };
  });
}

interface Start {
  readonly section: Section;
  readonly at: number;
}

function isWhole(line: string, { label, heading }: Section): boolean {
  return line.trim().length <= label.length + heading.length + SLACK;
}

/** Where a heading ends that starts at a position; after its number where the text words it otherwise. */
function headingEnd(
  { label, heading }: Section,
  { view, start, stop }: { view: SourceView; start: number; stop: number },
): number {
  const found = view.text.slice(start, stop).indexOf(heading);
  return found === -1 ? Math.min(stop, start + Math.max(1, label.length)) : start + found + heading.length;
}

function pieces(text: string): Pick<SourceLine, 'start' | 'end' | 'break'>[] {
  const found: Pick<SourceLine, 'start' | 'end' | 'break'>[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline === -1 ? text.length : newline;
    const end = lineEnd - start > LONGEST_LINE ? cutAt(text, start) : lineEnd;
    const isBroken = end === lineEnd && newline !== -1;
    found.push({ start, end, break: isBroken ? '\n' : '' });
    if (end === text.length) break;
    start = isBroken ? end + 1 : end;
  }
  return found;
}

/** After the last sentence that fits; never between the halves of a surrogate pair. */
function cutAt(text: string, start: number): number {
  const limit = start + LONGEST_LINE;
  const stop = text.lastIndexOf('。', limit - 1);
  if (stop > start) return stop + 1;
  return /[\uDC00-\uDFFF]/u.test(text[limit] ?? '') ? limit - 1 : limit;
}
