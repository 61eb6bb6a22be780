/** Every expected failure, by code. A new failure is a new line here. */
export interface ErrorData {
  /** A command was called wrongly. */
  usage: { readonly command: string };
  /** A file cannot be read or is not what it must be. */
  bad_file: { readonly file: string };
  /** A line of a JSON Lines file is broken. */
  bad_line: { readonly file: string; readonly line: number };
  /** An entry of reports.json is wrong. */
  bad_report_entry: { readonly report: string; readonly field: string };
  /** Reports that cannot be read, each with its reason. */
  bad_reports: { readonly files: readonly { readonly file: string; readonly reason: string }[] };
  /** The artefact is missing, of another version, or damaged. */
  bad_artefact: { readonly file: string };
  /** Something the machine lacks: the native segmenter, a binding, a variable. */
  missing_dependency: { readonly name: string };
  /** A quote or number that did not pass its gate. */
  gate: { readonly gate: 'quote' | 'number'; readonly detail: string };
  /** An embedding service gave no vectors, or vectors that do not fit together. */
  embedding: { readonly name: string };
  /** Telegram refused a call or could not be reached. */
  telegram: { readonly method: string; readonly description: string };
}
export type ErrorCode = keyof ErrorData;

/** An expected failure: its message is a sentence for the person at the terminal that says what to do. */
export class WenjuError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly data: ErrorData[Code];

  constructor(code: Code, message: string, data: ErrorData[Code], options?: ErrorOptions) {
    super(message, options);
    this.name = 'WenjuError';
    this.code = code;
    this.data = data;
  }
}
