import { tooManyRequests } from '../fault.ts';
import type { Refusal } from '../outcome.ts';

export interface Window {
  readonly count: number;
  /** In milliseconds. */
  readonly length: number;
}

/** The limits of the Bots FAQ; one chat may take a short burst. */
export const TOTAL_PACE: Window = { count: 30, length: 1000 };
const CHAT_PACE: Window = { count: 3, length: 3000 };
export const GROUP_PACE: Window = { count: 20, length: 60_000 };

/** Refuses what comes too fast with 429, in the time of a given clock. A call before the wait is over makes it longer. */
export class Pacing {
  readonly #now: () => number;
  readonly #sent = new Map<string, number[]>();
  readonly #until = new Map<number, number>();

  /** @param now in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What is wrong with a call to the chat now; null when no wait is on. */
  check(chat: number): string | null {
    const isHeld = this.#now() < (this.#until.get(chat) ?? 0);
    return isHeld ? `a call to chat ${chat} before retry_after is over` : null;
  }

  /** From now on the chat has to be left alone for so many seconds. */
  hold(chat: number, seconds: number): void {
    this.#until.set(chat, this.#now() + seconds * 1000);
  }

  judge(chat: number): { refusal: Refusal; violation?: string } | null {
    const violation = this.check(chat);
    if (violation !== null) {
      const seconds = Math.ceil(((this.#until.get(chat) ?? 0) - this.#now()) / 1000) + 1;
      return { ...this.#refuse(chat, seconds), violation };
    }
    const scopes = [['all', TOTAL_PACE] as const, [`chat ${chat}`, CHAT_PACE] as const];
    const windows = chat < 0 ? [...scopes, [`group ${chat}`, GROUP_PACE] as const] : scopes;
    const waits = windows.map(([scope, { count, length }]) => {
      const time = this.#sent.get(scope)?.at(-count);
      return time === undefined ? 0 : time + length - this.#now();
    });
    const wait = Math.max(...waits);
    if (wait > 0) return this.#refuse(chat, Math.ceil(wait / 1000));
    for (const [scope] of windows) this.#sent.set(scope, [...(this.#sent.get(scope) ?? []).slice(-100), this.#now()]);
    return null;
  }

  #refuse(chat: number, seconds: number): { refusal: Refusal } {
    this.hold(chat, seconds);
    return { refusal: tooManyRequests(seconds).refusal };
  }
}
