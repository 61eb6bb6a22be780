/** Presses of buttons that wait for an answer. */
export class Presses {
  readonly #waiting = new Map<string, number>();
  readonly #now: () => number;
  readonly #seconds: number;

  /** @param seconds after which an answer is too late; Telegram does not say how many */
  constructor(now: () => number, seconds: number) {
    this.#now = now;
    this.#seconds = seconds;
  }

  /** How many wait. The test of a well-behaved bot asserts that none does at its end. */
  get size(): number {
    return this.#waiting.size;
  }

  add(id: string): void {
    this.#waiting.set(id, this.#now());
  }

  /** Whether the press waited for the answer that comes now. */
  answer(id: string): boolean {
    const time = this.#waiting.get(id);
    this.#waiting.delete(id);
    return time !== undefined && this.#now() - time <= this.#seconds * 1000;
  }

  /** Whether an answer may come now: always for one that the double has not seen, since tests deliver their own. */
  isAnswerable(id: string): boolean {
    return !this.#waiting.has(id) || this.answer(id);
  }
}
