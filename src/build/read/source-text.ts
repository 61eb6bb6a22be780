/** A report as text, before any cleaning: what all published spans point into. */
export interface SourceText {
  /** File name without extension. */
  readonly id: string;
  /** File name as found. */
  readonly file: string;
  readonly source: string;
}
