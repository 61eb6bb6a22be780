/** What time it is, and how it passes. */
export interface Clock {
  /** In milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Whether time passes by itself while others work. */
  readonly isReal: boolean;
}

/** Time that stands still until somebody sleeps or lets it pass. */
export class SimulatedClock implements Clock {
  readonly isReal = false;
  #time: number;

  /** @param time in milliseconds, at the beginning */
  constructor(time = 0) {
    this.#time = time;
  }

  readonly now = (): number => this.#time;

  readonly sleep = async (milliseconds: number): Promise<void> => {
    this.#time += milliseconds;
  };

  pass(seconds: number): void {
    this.#time += seconds * 1000;
  }
}

export const REAL_CLOCK: Clock = {
  isReal: true,
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
