import type { Artefact } from '../../../core/artefact.ts';
import type { Span } from '../../../core/span.ts';

/** Which text of a report a reader sees: cleaned for reading, or as it was found. */
export const TEXT_KINDS = ['clean', 'original'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Why a stretch of text looks different. */
export type Decoration =
  /** Damage that was restored; `other`: the damaged text. */
  | { readonly type: 'repaired'; readonly other: string }
  /** Damage that could not be. */
  | { readonly type: 'garbled' }
  /** In the original: not part of the report; `other`: what stands in its place, or nothing. */
  | { readonly type: 'removed'; readonly other: string }
  /** Hidden by whoever published the report. */
  | { readonly type: 'masked' };

export interface Decorated extends Span {
  readonly decoration: Decoration;
}

/** A text of a report, and where things stand in it. */
export interface SourceView {
  readonly kind: TextKind;
  readonly text: string;
  /** From source positions to positions in `text`. */
  place(span: Span): Span;
  /** Sorted and apart, in positions of `text`. */
  readonly decorated: readonly Decorated[];
}

type Library = Pick<Artefact, 'cleanText' | 'damage' | 'edits'>;

/** Marks that stand for digits or names, two or more. Letters beside them make a word. */
const MASK = /(?<![A-Za-z])[*＊×xXＸ]{2,}(?![A-Za-z])/gu;

/** A report's text of a kind. */
export function sourceView(library: Library, { report, kind }: { report: string; kind: TextKind }): SourceView {
  const clean = library.cleanText(report);
  const isClean = kind === 'clean';
  const text = isClean ? clean.text : clean.source;
  const place = (span: Span): Span => (isClean ? clean.map.mapSpan(span) : span);
  const found = [
    ...(isClean ? [] : removed(library, report)),
    ...damaged(library, { report, kind, place }),
    ...masked(text),
  ];
  return { kind, text, place, decorated: apart(found) };
}

function removed(library: Library, report: string): Decorated[] {
  const { source } = library.cleanText(report);
  return library
    .edits(report)
    .filter(({ start, end, text }) => source.slice(start, end).trim() !== text.trim())
    .filter(({ start, end }) => !library.damage(report).repaired.some((span) => span.start <= start && end <= span.end))
    .map(({ start, end, text }) => ({ start, end, decoration: { type: 'removed', other: text.trim() } }));
}

interface Damaged {
  readonly report: string;
  readonly kind: TextKind;
  readonly place: (span: Span) => Span;
}

function damaged(library: Library, { report, kind, place }: Damaged): Decorated[] {
  const { garbled, repaired } = library.damage(report);
  const clean = library.cleanText(report);
  const restored = repaired.map((span): Decorated => {
    const other = kind === 'clean' ? clean.source.slice(span.start, span.end) : clean.display(span);
    return { ...place(span), decoration: { type: 'repaired', other } };
  });
  return [...restored, ...garbled.map((span): Decorated => ({ ...place(span), decoration: { type: 'garbled' } }))];
}

function masked(text: string): Decorated[] {
  return [...text.matchAll(MASK)].map(({ 0: mask, index }) => ({
    start: index,
    end: index + mask.length,
    decoration: { type: 'masked' },
  }));
}

/** Sorted by start; of those that overlap the first stays. */
function apart(spans: readonly Decorated[]): Decorated[] {
  let end = 0;
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      const isFree = span.start >= end && span.end > span.start;
      if (isFree) end = span.end;
      return isFree;
    });
}
