/** Told what a build is doing. */
export interface Progress {
  /** A step begins: its name as shown to the person at the terminal. */
  start(step: string): void;
  /** The last step has ended. */
  finish(): void;
}

/** Where progress is shown; `process.stderr` is one. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR_LINE = '\r\u001b[K';

/** For callers that show nothing. */
export const silentProgress: Progress = { start() {}, finish() {} };

/** Shows steps on one line that each step overwrites, or, where the output is no terminal, on a line each. */
export function createProgress(terminal: Terminal): Progress {
  if (terminal.isTTY === true) {
    return {
      start: (step) => terminal.write(`${CLEAR_LINE}${step}…`),
      finish: () => terminal.write(CLEAR_LINE),
    };
  }
  return { start: (step) => terminal.write(`${step}\n`), finish() {} };
}
