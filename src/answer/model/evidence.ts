import type { Reply } from '../../core/block.ts';
import type { FigureKind } from '../../core/figure.ts';
import { fold } from '../../core/fold.ts';
import { showRaw } from '../compose/show-figure.ts';
import { formatPeriod } from '../corpus/period.ts';
import { isMaskedRegion } from '../corpus/region.ts';

/** A figure as the model is shown it. */
export interface EvidenceFigure {
  /** Index into the figures of the answer; the model knows it as F1, F2 … */
  readonly index: number;
  readonly raw: string;
  readonly property: string;
  /** Empty when unknown or hidden. */
  readonly region: string;
  /** As shown; empty when unknown. */
  readonly period: string;
  readonly kind: FigureKind;
  /** Index into the quotes of the answer. */
  readonly quote: number;
  /** The clauses of the quote that hold the mention, folded and without it; several when it stands there twice. */
  readonly clauses: readonly string[];
}

/** What a model may word: the figures and quotes of a checked reply. */
export interface Evidence {
  readonly figures: readonly EvidenceFigure[];
  /** Texts of the quotes as displayed; the model knows them as Q1, Q2 … */
  readonly quotes: readonly string[];
}

/** What ends a clause of a report. */
export const CLAUSE_END = /[，。；：！？、（）,;:!?()]/u;

/** The text as words are compared: simplified, half width, without white space. */
export function plain(text: string): string {
  return fold(text).replace(/\s/gu, '').toLowerCase();
}

/** The clauses around every place where a mention stands by itself. */
function clausesAround(quote: string, raw: string): string[] {
  const [text, mention] = [plain(quote), plain(raw)];
  const found: string[] = [];
  for (let at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, at + 1)) {
    if (/[\d.]/u.test(text[at - 1] ?? '') || (/\d$/u.test(mention) && /[\d.]/u.test(text[at + mention.length] ?? '')))
      continue;
    let [start, end] = [at, at + mention.length];
    while (start > 0 && !CLAUSE_END.test(text[start - 1]!)) start--;
    while (end < text.length && !CLAUSE_END.test(text[end]!)) end++;
    found.push(`${text.slice(start, at)} ${text.slice(at + mention.length, end)}`);
  }
  return found;
}

/** Gathers what a model may say again of a reply. A figure whose mention the quote does not show is left out. */
export function createEvidence({ answer }: Pick<Reply, 'answer'>): Evidence {
  const figures = answer.figures.map((figure, index): EvidenceFigure => {
    const { raw, property, region, period, kind, quote } = figure;
    const clauses = clausesAround(answer.quotes[quote]?.display ?? '', showRaw(raw));
    return {
      ...{ index, raw: showRaw(raw), property, kind, quote, clauses },
      region: region === null || isMaskedRegion(region) ? '' : region,
      period: period === null ? '' : formatPeriod(period),
    };
  });
  return {
    figures: figures.filter(({ clauses }) => clauses.length > 0),
    quotes: answer.quotes.map(({ display }) => display),
  };
}
