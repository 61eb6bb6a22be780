import type { FigureKind } from './figure.ts';

/** A figure as an answer gives it. */
export interface AnswerFigure {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  /** As in the source, so that it stands inside the text of its quote. */
  readonly raw: string;
  readonly approx: string | null;
  readonly kind: FigureKind;
  readonly property: string;
  readonly region: string | null;
  readonly period: string | null;
  /** Index into the quotes of the same answer. */
  readonly quote: number;
}

/** A verbatim passage with its place. At most 300 UTF-16 code units. */
export interface Quote {
  readonly report: string;
  /** UTF-16 offsets into the source. */
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the source. */
  readonly text: string;
  /** The same, cleaned for reading. */
  readonly display: string;
  readonly title: string;
  /** Heading path, joined by ` › `. */
  readonly place: string;
  /** Path of the highlighted span: /r/ID#start-end */
  readonly url: string;
}

export type AnswerType = 'answer' | 'masked' | 'absent';
export type AbsentReason = 'region' | 'period' | 'property' | 'off_topic';

/** What every surface renders: `ask --json`, the Telegram message, the page. Shape fixed by the design. */
export interface Answer {
  readonly type: AnswerType;
  readonly reason: AbsentReason | null;
  /** Best first. */
  readonly figures: readonly AnswerFigure[];
  /** At most 5. */
  readonly quotes: readonly Quote[];
  readonly caveats: readonly string[];
  /** The message as sent, without markup. */
  readonly text: string;
}
