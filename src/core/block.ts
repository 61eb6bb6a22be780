import type { Answer } from './answer.ts';
import type { Span } from './span.ts';

/** Stored text inside a sentence that a language model worded: a name or the mention of a figure, or a quote. */
export interface Mention extends Span {
  readonly part: 'raw' | 'property' | 'region' | 'period' | 'quote';
  /** Index into the figures of the answer, for a quote into its quotes. */
  readonly index: number;
}

/** One line or paragraph of a reply; surfaces differ only in how they draw it. */
export type Block =
  /** The figure, or the one sentence that says there is none. Drawn bold. */
  | { readonly type: 'headline'; readonly text: string; readonly figures?: readonly number[] }
  /**
   * Property, region and period; what is held instead; the computed difference.
   * `figures`: indices into the answer's figures, whose numbers alone may stand in the text.
   * `cells`: a row of a table, column by column; the text is those that are not empty, with a space between.
   * `mentions`: where they stand in a worded sentence, in order; no number may stand anywhere else in it.
   */
  | {
      readonly type: 'line';
      readonly text: string;
      readonly figures?: readonly number[];
      readonly cells?: readonly string[];
      readonly mentions?: readonly Mention[];
    }
  /** A quote as displayed; `bold` spans (positions in `text`) are the figures in it. */
  | { readonly type: 'quote'; readonly text: string; readonly quote: number; readonly bold: readonly Span[] }
  /** ——《title》place, linked to the highlighted span. */
  | { readonly type: 'citation'; readonly text: string; readonly quote: number; readonly url: string }
  | { readonly type: 'caveat'; readonly text: string };

/** An answer with the blocks it is shown as. `answer.text` is the blocks' texts joined by line breaks. */
export interface Reply {
  readonly answer: Answer;
  readonly blocks: readonly Block[];
  /** Words of the question that the reply repeats: the period and the subject as asked. No number in them is a statement. */
  readonly echo?: readonly string[];
}
