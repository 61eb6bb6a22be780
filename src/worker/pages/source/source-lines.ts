import type { Section } from '../../../core/section.ts';
import type { Span } from '../../../core/span.ts';
import type { SourceView } from './source-view.ts';

/** A line of a text, without its line break. Positions are those of the view. */
export interface SourceLine extends Span {
  /** What follows it in the text: a line break, or nothing where a very long line was cut and at the end. */
  readonly break: '\n' | '';
  /** The sections that start with it, outermost first. */
  readonly sections: readonly Section[];
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
    const own: Section[] = [];
    for (; next < starts.length && starts[next]!.at < piece.end; next++) own.push(starts[next]!.section);
    const headed = own.filter(({ heading }) => heading !== '');
    const last = headed.at(-1);
    const isHeading = last !== undefined && isWhole(view.text.slice(piece.start, piece.end), last);
    // A level is never skipped on the way down: readers who jump by headings would look for what is missing.
    if (isHeading) level = Math.min(last.level + 1, level + 1, 6);
    return { ...piece, sections: headed, headingLevel: isHeading ? level : null };
  });
}

function isWhole(line: string, { label, heading }: Section): boolean {
  return line.trim().length <= label.length + heading.length + SLACK;
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
