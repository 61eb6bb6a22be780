import type { Span } from '../../core/span.ts';

/**
 * How a heading is numbered. `title`: of a document inside a document; parts are paragraphs that open something new without a
 * heading: what closes the report (下一步, 在看到成绩的同时), or another time (五年来).
 */
export type MarkerStyle =
  | 'title'
  | 'chapter'
  | 'han'
  | 'han_bracketed'
  | 'digit'
  | 'digit_bracketed'
  | 'circled'
  | 'dash'
  | 'ordinal'
  | 'enumeration'
  | 'unnumbered'
  | 'closing_part'
  | 'timed_part';

/** A heading found in the text. The span covers label and heading. */
export interface Marker extends Span {
  readonly style: MarkerStyle;
  readonly label: string;
  /** Where the heading begins, after the label. */
  readonly headingStart: number;
  /** The block it stands in. */
  readonly block: Span;
  /** Whether it opens its block. */
  readonly opens: boolean;
  /** Whether the heading is all of its block, so that it is no sentence of the body. */
  readonly standalone: boolean;
  /** Whether an unnumbered heading names a part that only whole reports are divided into: a review, a plan. */
  readonly chapter?: boolean;
}

/** Place in the hierarchy, outermost first (GB/T 9704: 一、 （一） 1. （1）; then what runs inside a paragraph). */
export const RANKS: Readonly<Record<Exclude<MarkerStyle, 'unnumbered' | 'closing_part' | 'timed_part'>, number>> = {
  title: 0,
  chapter: 1,
  han: 2,
  han_bracketed: 3,
  digit: 4,
  digit_bracketed: 5,
  circled: 6,
  dash: 7,
  ordinal: 8,
  enumeration: 9,
};

const HAN = '[一二三四五六七八九十]{1,3}';
const LABELS: readonly { readonly style: MarkerStyle; readonly pattern: RegExp }[] = [
  { style: 'chapter', pattern: new RegExp(`第${HAN}(?:章|节|篇|部分)[\\s、:：]*`, 'uy') },
  { style: 'han', pattern: new RegExp(`${HAN}[、.](?![一二三四五六七八九十]+[、级季次线])\\s*`, 'uy') },
  { style: 'han_bracketed', pattern: new RegExp(`\\(${HAN}\\)[、.]?\\s*`, 'uy') },
  { style: 'digit', pattern: /\d{1,2}[.、]\s*(?=[\p{Script=Han}“"‘《「A-Za-z])/uy },
  { style: 'digit_bracketed', pattern: /(?:\(\d{1,2}\)|\d{1,2}\))[、.]?\s*(?=[\p{Script=Han}“"‘《「])/uy },
  { style: 'circled', pattern: /[①-⑳]\s*/uy },
  { style: 'dash', pattern: /(?:—{1,2}|-{2}|[■●◆▲★▪])\s*(?=[\p{Script=Han}“"‘《「])/uy },
  {
    style: 'ordinal',
    pattern: new RegExp(`(?:第${HAN}[,，、:：](?![一二三四五六七八九十])|(?:首先|其次|再次|最后)[,，])\\s*`, 'uy'),
  },
  { style: 'enumeration', pattern: new RegExp(`${HAN}[是要](?:[,，:：]\\s*)?(?=[\\p{Script=Han}“"‘《「])`, 'uy') },
];
/** Styles that also number sentences inside a paragraph. */
const INLINE: ReadonlySet<MarkerStyle> = new Set(['enumeration', 'ordinal', 'han_bracketed', 'han']);
const INLINE_START = new RegExp(`(?<=[。；;：:！!])\\s*(?=第?\\(?${HAN}[、是要)，,]|首先|其次|再次|最后)`, 'gu');

interface Label extends Span {
  readonly style: MarkerStyle;
}

function labelAt(folded: string, start: number): Label | null {
  for (const { style, pattern } of LABELS) {
    pattern.lastIndex = start;
    const found = pattern.exec(folded);
    if (found !== null) return { style, start, end: start + found[0].length };
  }
  return null;
}

/** The number of a label: 12 of 十二、 and of (12); null where it has none (——). */
export function labelNumber(label: string): number | null {
  const digits = /\d+/u.exec(label)?.[0];
  if (digits !== undefined) return Number(digits);
  const han = /[一二三四五六七八九十]+/u.exec(label)?.[0];
  if (han === undefined) return null;
  const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
  const digit = (character: string | undefined) => '一二三四五六七八九'.indexOf(character || ' ') + 1;
  return han.includes('十') ? (digit(tens) || 1) * 10 + digit(ones) : digit(ones);
}

/** Inside a paragraph (一) and 一、 must continue a count, or they are references: 落实第(一)项. */
function continues(
  label: Label,
  { folded, last }: { folded: string; last: ReadonlyMap<MarkerStyle, number> },
): boolean {
  if (label.style === 'enumeration' || label.style === 'ordinal') return true;
  const number = labelNumber(folded.slice(label.start, label.end));
  return number === 1 || number === (last.get(label.style) ?? 0) + 1;
}

function labelsOf(folded: string, block: Span, last: Map<MarkerStyle, number>): readonly Label[] {
  const opening = labelAt(folded, block.start);
  const labels = opening === null ? [] : [opening];
  const text = folded.slice(block.start, block.end);
  for (const gap of text.matchAll(INLINE_START)) {
    const label = labelAt(folded, block.start + gap.index + gap[0].length);
    if (label === null || !INLINE.has(label.style) || !continues(label, { folded, last })) continue;
    if (label.start > (labels.at(-1)?.start ?? -1)) labels.push(label);
  }
  for (const label of labels) {
    const number = labelNumber(folded.slice(label.start, label.end));
    if (number !== null) last.set(label.style, number);
  }
  return labels;
}

/** A heading that runs into its paragraph is at most this long, one that is all of its block twice as long. */
const MAX_HEADING = 48;
/** Of a longer sentence only the first clause is taken for the heading. */
const MAX_CLAUSE = 24;
const QUOTED = /“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」/gu;

/**
 * How far a heading reaches: to the first sentence end, else to the first clause that ends outside quotation marks.
 *
 * @param span of the text after the label, up to the next label or the end of the block
 */
function headingEnd(folded: string, { start, end }: Span, style: MarkerStyle): number {
  const text = folded.slice(start, end).replace(QUOTED, (quoted) => '“'.repeat(quoted.length));
  const stop = /[。！!？?；;]|[:：](?=.)/u.exec(text)?.index ?? text.length;
  const isWhole = style !== 'enumeration' && text.slice(stop + 1).trim() === '';
  if (stop <= MAX_HEADING * (isWhole ? 2 : 1)) return start + stop - (/[:：]$/u.test(text.slice(0, stop)) ? 1 : 0);
  const clause = /[，,:：、]/u.exec(text.slice(4))?.index ?? MAX_CLAUSE;
  return start + Math.min(clause + 4, MAX_CLAUSE);
}

/** Numbered headings of a block, in order. `last` holds the latest number of each style and is updated. */
export function findMarkers(folded: string, block: Span, last: Map<MarkerStyle, number>): readonly Marker[] {
  const labels = labelsOf(folded, block, last);
  return labels.map((label, index) => {
    const end = headingEnd(folded, { start: label.end, end: labels[index + 1]?.start ?? block.end }, label.style);
    const opens = label.start === block.start;
    return {
      start: label.start,
      end,
      style: label.style,
      label: folded.slice(label.start, label.end).trim(),
      headingStart: label.end,
      block,
      opens,
      standalone: opens && /^[:：]?$/u.test(folded.slice(end, block.end)),
    };
  });
}
