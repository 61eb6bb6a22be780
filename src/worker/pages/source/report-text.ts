import { citableSpans } from '../../../answer/quote/citable-spans.ts';
import type { Figure } from '../../../core/figure.ts';
import type { Span } from '../../../core/span.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createRecent } from '../../recent.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import { type SourceView, sourceView, type TextKind } from './source-view.ts';

/** Something of the source with its place in a view. */
export interface Placed<Value extends Span> extends Span {
  readonly value: Value;
}

/** A report ready to be drawn. Lists are sorted by start, in positions of the view. */
export interface ReportText {
  readonly view: SourceView;
  readonly lines: readonly SourceLine[];
  /** Apart from each other. */
  readonly figures: readonly Placed<Figure>[];
  /** What gets an address of its own besides the figures; may overlap. */
  readonly addressed: readonly Placed<Span>[];
  /** Whether everything that can be quoted has one. */
  readonly isAddressed: boolean;
  readonly counts: { readonly sections: number; readonly figures: number; readonly characters: number };
}

type Library = Dependencies['artefact'];

interface Wanted {
  readonly report: string;
  readonly kind: TextKind;
  /** Whether everything that can be quoted gets an address: it costs as much as the rest together. */
  readonly isAddressed: boolean;
}

/** Texts kept: some tens of kilobytes each. */
const KEPT = 24;

/** Reads reports for drawing; what was read lately is kept. */
export function createReportTexts(library: Library): (wanted: Wanted) => ReportText {
  const recent = createRecent<ReportText>(KEPT);
  return function reportText(wanted) {
    const { report, kind, isAddressed } = wanted;
    return recent.get(`${kind} ${isAddressed} ${report}`, () => readText(library, wanted));
  };
}

function readText(library: Library, { report, kind, isAddressed }: Wanted): ReportText {
  const view = sourceView(library, { report, kind });
  const figures = placed(
    view,
    library.figures.filter((figure) => figure.report === report),
  );
  const drawn = figures.filter((figure, i) => i === 0 || figure.start >= figures[i - 1]!.end);
  const overlapping = drawn.length === figures.length ? [] : figures.filter((figure) => !drawn.includes(figure));
  const sections = library.sections.filter((section) => section.report === report);
  const quotable = isAddressed ? citableSpans(library, report) : [];
  return {
    ...{ view, isAddressed, figures: drawn },
    lines: sourceLines(view, sections),
    addressed: placed<Span>(view, [...quotable, ...overlapping.map(({ value }) => value)]),
    counts: {
      sections: sections.filter(({ heading }) => heading !== '').length,
      figures: figures.length,
      characters: view.text.replace(/\s/gu, '').length,
    },
  };
}

function placed<Value extends Span>(view: SourceView, values: readonly Value[]): Placed<Value>[] {
  return values
    .map((value) => ({ ...view.place(value), value }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The identifier of a span in a page: what a citation's link carries behind #. */
export function spanId({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Those of a sorted list that lie wholly inside a span. */
export function inside<Item extends Span>(items: readonly Item[], span: Span): Item[] {
  const found: Item[] = [];
  for (let i = firstFrom(items, span.start); i < items.length; i++) {
    const item = items[i]!;
    if (item.start >= span.end) break;
    if (item.end <= span.end) found.push(item);
  }
  return found;
}

/** Those of a sorted list without overlaps that share text with a span. */
export function touching<Item extends Span>(items: readonly Item[], span: Span): Item[] {
  const found: Item[] = [];
  for (let i = Math.max(0, firstFrom(items, span.start) - 1); i < items.length; i++) {
    const item = items[i]!;
    if (item.start >= span.end) break;
    if (item.end > span.start) found.push(item);
  }
  return found;
}

/** Index of the first item of a sorted list that starts at a position or later. */
function firstFrom(items: readonly Span[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
