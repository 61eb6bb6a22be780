/** Told what a build is doing. */
export interface Progress {
  /** A step begins: its name as shown to the person at the terminal. */
  start(step: string): void;
  /** How far the step has come. */
  update(done: number, total: number): void;
  /** Something the person must know, whatever the step. */
  note(text: string): void;
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
export const silentProgress: Progress = { start() {}, update() {}, note() {}, finish() {} };

/** Shows steps on one line that each step overwrites, or, where the output is no terminal, on a line each. */
export function createProgress(terminal: Terminal): Progress {
  return terminal.isTTY === true ? createLine(terminal) : createLog(terminal);
}

function createLine(terminal: Terminal): Progress {
  let current = '';
  return {
    start(step) {
      current = step;
      terminal.write(`${CLEAR_LINE}${step}…`);
    },
    update: (done, total) => terminal.write(`${CLEAR_LINE}${current} ${done}/${total}…`),
    note: (text) => terminal.write(`${CLEAR_LINE}${text}\n`),
    finish: () => terminal.write(CLEAR_LINE),
  };
}

function createLog(terminal: Terminal): Progress {
  return {
    start: (step) => terminal.write(`${step}\n`),
    update() {},
    note: (text) => terminal.write(`${text}\n`),
    finish() {},
  };
}
