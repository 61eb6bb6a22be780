import type { Fault } from './fault.ts';
import type { Parameters } from './parameters.ts';

/** Which calls a fault is for. A part that is left out fits any call. */
export interface FaultTarget {
  /** In any case, as in the path. */
  readonly method?: string;
  /** `chat_id` of the call. */
  readonly chat?: number;
  /** 5 is for every fifth fitting call, counted from the time of planning; 1 when left out. */
  readonly every?: number;
  /** How often the fault happens before it is over; for ever when `every` is given, else once. */
  readonly times?: number;
}

interface Line {
  readonly target: FaultTarget;
  readonly fault: Fault;
  fitting: number;
  left: number;
}

/** The faults that a test has planned, in the order of planning: a call meets the first that is due. */
export class FaultScript {
  readonly #lines: Line[] = [];

  add(target: FaultTarget, fault: Fault): void {
    const left = target.times ?? (target.every === undefined ? 1 : Number.POSITIVE_INFINITY);
    this.#lines.push({ target, fault, fitting: 0, left });
  }

  /** Whether the call is to meet a fault, now or after some more like it. */
  has(method: string, parameters: Parameters): boolean {
    const call = { method, chat: Number(parameters.chat_id) };
    return this.#lines.some(({ target, left }) => left > 0 && fits(target, call));
  }

  /** Takes the fault that the call meets out of the script; null when it meets none. */
  take(method: string, parameters: Parameters): Fault | null {
    for (const line of this.#lines) {
      if (line.left === 0 || !fits(line.target, { method, chat: Number(parameters.chat_id) })) continue;
      line.fitting++;
      if (line.fitting % (line.target.every ?? 1) !== 0) continue;
      line.left--;
      return line.fault;
    }
    return null;
  }
}

function fits(target: FaultTarget, call: { readonly method: string; readonly chat: number }): boolean {
  if (target.method !== undefined && target.method.toLowerCase() !== call.method.toLowerCase()) return false;
  return target.chat === undefined || target.chat === call.chat;
}
