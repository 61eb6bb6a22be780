import { OffsetMap } from '../../core/offset-map.ts';
import type { Passage } from '../../core/passage.ts';
import type { Section } from '../../core/section.ts';
import { overlaps, type Span } from '../../core/span.ts';
import type { StructuredDocument } from '../document.ts';
import { type Line, readLines } from './lines.ts';
import { splitClauseGroups, splitClauses, splitSentences, trimmed } from './split-sentences.ts';
import { findStandaloneHeadings } from './standalone-headings.ts';

/** What a passage grows to while its sentences are short, and what a sentence may have before its clauses are split; source code units. */
const SHORT = 40;
const LONG = 160;
/** What a quote may have at most, source code units (design: a quote is at most 300 characters). */
const MAX = 300;

/** What splitting needs: the text, and how long a span of it is in the source. */
interface Measured {
  readonly text: string;
  readonly garbled: readonly Span[];
  readonly length: (span: Span) => number;
}

/**
 * The passages of a report: sentences, runs of short sentences, and clauses of long ones; never across a heading, at most
 * 300 code units of the source each. Together they cover the body: all but headings that stand alone, the lines about the
 * document or the page, and damaged text.
 *
 * @returns spans of the clean text, in text order, without overlap; `section` is an index into `document.sections`
 */
export function splitPassages(document: StructuredDocument): readonly Passage[] {
  const toSource = OffsetMap.of(document.edits).invert();
  const measured: Measured = {
    text: document.text,
    garbled: document.garbled,
    length(span) {
      const { start, end } = toSource.mapSpan(span);
      return end - start;
    },
  };
  const gaps = gapsOf(document);
  return document.sections
    .flatMap((section, index) => {
      const own = ownSpans(document.sections, section, index).flatMap((span) => without(span, gaps));
      return own.flatMap((span) =>
        splitSpan(measured, span).map((piece) => ({ report: document.id, section: index, ...piece })),
      );
    })
    .sort((a, b) => a.start - b.start);
}

/** What belongs to no passage: lines about the document or page, headings that stand alone. */
function gapsOf(document: StructuredDocument): readonly Span[] {
  const lines = readLines(document.folded).filter((line) => isOutside(line));
  return [...lines, ...findStandaloneHeadings(document)].sort((a, b) => a.start - b.start);
}

/** A caption or note under a figure is read like body text: it may state amounts. */
function isOutside({ kind }: Line): boolean {
  return kind !== null && kind !== 'caption';
}

/** The parts of a section that lie in none of its subsections. */
function ownSpans(sections: readonly Section[], section: Section, index: number): readonly Span[] {
  return without(
    section,
    sections.filter(({ parent }) => parent === index),
  );
}

/** What is left of a span without the gaps (sorted by start). */
function without({ start, end }: Span, gaps: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let from = start;
  for (const gap of gaps) {
    if (gap.end <= from || gap.start >= end) continue;
    if (gap.start > from) left.push({ start: from, end: gap.start });
    from = Math.max(from, gap.end);
  }
  if (from < end) left.push({ start: from, end });
  return left;
}

function splitSpan(measured: Measured, span: Span): readonly Span[] {
  const sentences = splitSentences(measured.text, span).flatMap((sentence) => shorten(measured, sentence));
  return join(measured, sentences);
}

/** A sentence as it is if short enough and sound, else its clauses, the damaged ones left out. */
function shorten(measured: Measured, sentence: Span): readonly Span[] {
  const damaged = measured.garbled.some((spot) => overlaps(spot, sentence));
  if (!damaged && measured.length(sentence) <= LONG) return [sentence];
  const groups = splitClauseGroups(measured.text, sentence);
  const pieces = groups.flatMap((group) => {
    const broken = measured.garbled.some((spot) => overlaps(spot, group));
    return !broken && measured.length(group) <= MAX ? [group] : splitClauses(measured.text, group);
  });
  const sound = pieces.filter((piece) => !measured.garbled.some((spot) => overlaps(spot, piece)));
  return join(
    measured,
    sound.flatMap((piece) => cut(measured, piece)),
  );
}

/** A clause without any mark in 300 code units is cut where it must be. */
function cut(measured: Measured, span: Span): readonly Span[] {
  if (measured.length(span) <= MAX) return [span];
  const middle = (span.start + span.end) >>> 1;
  const split = isLowSurrogate(measured.text, middle) ? middle + 1 : middle;
  const halves = [
    trimmed(measured.text, { start: span.start, end: split }),
    trimmed(measured.text, { start: split, end: span.end }),
  ];
  return halves.filter(({ start, end }) => end > start).flatMap((half) => cut(measured, half));
}

function isLowSurrogate(text: string, position: number): boolean {
  const unit = text.charCodeAt(position);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * Runs of neighbours: a short piece takes in the next (it is a topic sentence more often than an afterthought), and a short
 * last one joins the run before. A paragraph that ended its sentence is not run into the next.
 */
function join(measured: Measured, pieces: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && joins(measured, { last, piece, isLast: index === pieces.length - 1 })) {
      runs[runs.length - 1] = { start: last.start, end: piece.end };
    } else runs.push(piece);
  }
  return runs;
}

interface Neighbours {
  readonly last: Span;
  readonly piece: Span;
  readonly isLast: boolean;
}

function joins({ text, length, garbled }: Measured, { last, piece, isLast }: Neighbours): boolean {
  const joined = { start: last.start, end: piece.end };
  if (length(last) >= SHORT && !(isLast && length(piece) < SHORT)) return false;
  if (length(joined) > LONG || garbled.some((spot) => overlaps(spot, joined))) return false;
  return (
    !/[。！!？?][”’」』）)]*\s*$/u.test(text.slice(last.start, last.end)) ||
    !text.slice(last.end, piece.start).includes('\n')
  );
}
