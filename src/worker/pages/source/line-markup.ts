import type { Figure } from '../../../core/figure.ts';
import { overlaps, type Span } from '../../../core/span.ts';
import { escapeMarkup } from '../escape.ts';
import { headingId } from './outline-markup.ts';
import { inside, type Placed, type ReportText, spanId, touching } from './report-text.ts';
import type { SourceLine } from './source-lines.ts';
import type { Decorated } from './source-view.ts';
import type { SourceWords } from './source-words.ts';

/** The span that the address asks to see. */
export interface Marked {
  /** In the view. */
  readonly at: Span;
  /** Its identifier, in source positions. */
  readonly id: string;
}

/** What lines are drawn with. */
export interface LineParts {
  readonly text: ReportText;
  readonly marked: Marked | null;
  readonly words: SourceWords;
}

/** An element around a stretch of text; elements that close before the stretch does are opened again. */
interface Layer {
  readonly open: string;
  readonly again: string;
  readonly close: string;
}

type Stretch = Span & { readonly layer: Layer };

/** Atoms that one address may cover: the style sheet counts this far. */
const MOST_ATOMS = 16;

/**
 * The text of a line with its elements, escaped. Elements nest in this order: atom, heading, mark, figure, decoration. An atom
 * is a stretch that no address starts or ends inside; an address of several atoms is an empty anchor before the first that
 * says how many follow, so that the style sheet can mark them when the address is the target, without script.
 */
export function lineMarkup(line: SourceLine, { text, marked, words }: LineParts): string {
  const figures = touching(text.figures, line);
  const isMarked = marked !== null && overlaps(marked.at, line);
  const taken = new Set([...(marked === null ? [] : [marked.id]), ...figures.map(({ value }) => spanId(value))]);
  const addresses = inside(text.addressed, line).filter(({ value }) => !taken.has(spanId(value)));
  const { atoms, anchors } = atomize(addresses);
  const layers: readonly (readonly Stretch[])[] = [
    atoms,
    headingStretches(line),
    isMarked ? [markStretch(marked, line)] : [],
    figures.map((figure) => figureStretch(figure, { line, marked })),
    touching(text.view.decorated, line).map((decorated) => ({
      ...decorated,
      layer: decorationLayer(decorated, words),
    })),
  ];
  return weave(text.view.text, { line, layers, anchors });
}

interface Woven {
  readonly line: Span;
  readonly layers: readonly (readonly Stretch[])[];
  /** Markup before the element that starts at a position. */
  readonly anchors: ReadonlyMap<number, string>;
}

function weave(text: string, { line, layers, anchors }: Woven): string {
  const cuts = new Set([line.start, line.end]);
  for (const layer of layers) {
    for (const { start, end } of layer) cuts.add(Math.max(start, line.start)).add(Math.min(end, line.end));
  }
  const positions = [...cuts].sort((a, b) => a - b);
  const next = layers.map(() => 0);
  const opened = new Set<Layer>();
  let open: (Layer | null)[] = layers.map(() => null);
  let markup = '';
  for (let i = 0; i + 1 < positions.length; i++) {
    const [start, end] = [positions[i]!, positions[i + 1]!];
    const wanted = layers.map((layer, depth) => {
      while (next[depth]! < layer.length && layer[next[depth]!]!.end <= start) next[depth]!++;
      const stretch = layer[next[depth]!];
      return stretch !== undefined && stretch.start <= start ? stretch.layer : null;
    });
    const kept = firstDifference(open, wanted);
    markup += closing(open, kept) + (anchors.get(start) ?? '');
    markup += opening(wanted.slice(kept), opened) + escapeMarkup(text.slice(start, end));
    open = wanted;
  }
  return markup + closing(open, 0);
}

function firstDifference(a: readonly (Layer | null)[], b: readonly (Layer | null)[]): number {
  const index = a.findIndex((layer, i) => layer !== b[i]);
  return index === -1 ? a.length : index;
}

function closing(layers: readonly (Layer | null)[], from: number): string {
  return layers
    .slice(from)
    .reverse()
    .map((layer) => layer?.close ?? '')
    .join('');
}

function opening(layers: readonly (Layer | null)[], opened: Set<Layer>): string {
  let markup = '';
  for (const layer of layers) {
    if (layer === null) continue;
    markup += opened.has(layer) ? layer.again : layer.open;
    opened.add(layer);
  }
  return markup;
}

/** Cuts addresses, which may overlap, into atoms, which do not. */
function atomize(addresses: readonly Placed<Span>[]): { atoms: Stretch[]; anchors: Map<number, string> } {
  const cuts = [...new Set(addresses.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const order = new Map(cuts.map((position, i) => [position, i]));
  const single = new Map<number, string>();
  const anchors = new Map<number, string>();
  const covered = new Set<number>();
  for (const { start, end, value } of addresses) {
    const [first, last] = [order.get(start)!, order.get(end)!];
    for (let i = first; i < last; i++) covered.add(i);
    if (last - first === 1) single.set(first, spanId(value));
    else if (last - first <= MOST_ATOMS) {
      const anchor = `<b id="${spanId(value)}" class="n${last - first}"></b>`;
      anchors.set(start, (anchors.get(start) ?? '') + anchor);
    }
  }
  const atoms = [...covered]
    .sort((a, b) => a - b)
    .map((i): Stretch => {
      const id = single.get(i);
      const open = id === undefined ? '<span>' : `<span id="${id}">`;
      return { start: cuts[i]!, end: cuts[i + 1]!, layer: { open, again: '<span>', close: '</span>' } };
    });
  return { atoms, anchors };
}

/** The headings of a line that text follows. */
function headingStretches({ headings, headingLevel }: SourceLine): Stretch[] {
  if (headingLevel !== null) return [];
  return headings
    .filter(({ start, end }) => start < end)
    .map((heading) => {
      const open = `<strong id="${headingId(heading)}">`;
      return { start: heading.start, end: heading.end, layer: { ...plain('strong'), open } };
    });
}

function plain(name: string): Layer {
  return { open: `<${name}>`, again: `<${name}>`, close: `</${name}>` };
}

/** The first piece of a mark carries its identifier. */
function markStretch({ at, id }: Marked, line: Span): Stretch {
  const open = line.start <= at.start ? `<mark id="${id}">` : '<mark>';
  return { ...at, layer: { ...plain('mark'), open } };
}

function figureStretch(
  { start, end, value }: Placed<Figure>,
  { line, marked }: { line: Span; marked: Marked | null },
): Stretch {
  const isNamed = line.start <= start && spanId(value) !== marked?.id;
  const tag = `<a class="${value.masked ? 'f x' : 'f'}" href="#c${value.start}"`;
  const open = isNamed ? `${tag} id="${spanId(value)}">` : `${tag}>`;
  return { start, end, layer: { open, again: `${tag}>`, close: '</a>' } };
}

function decorationLayer({ decoration }: Decorated, words: SourceWords): Layer {
  switch (decoration.type) {
    case 'repaired':
      return titled('ins', words.repaired(decoration.other));
    case 'removed':
      return titled('del', words.removed(decoration.other));
    case 'garbled':
      return titled('i class="garbled"', words.garbled);
    case 'masked':
      return titled('i class="masked"', words.masked);
  }
}

function titled(tag: string, title: string): Layer {
  const open = `<${tag} title="${escapeMarkup(title)}">`;
  return { open, again: open, close: `</${tag.split(' ')[0]}>` };
}
