/** Thrown instead of a call that would have to wait for long. */
export class Paced extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`Not before ${seconds} s have passed`);
    this.name = 'Paced';
    this.seconds = seconds;
  }
}

/** Keeps the rates that Telegram asks for (Bots FAQ), as far as one isolate can. What it lets through may still be refused. */
export interface Pacer {
  /**
   * Reserves the next moment at which a message may go to a chat.
   *
   * @returns milliseconds to wait
   * @throws {Paced} If that is too long to wait for; nothing is reserved then.
   */
  reserve(chat: number): number;
  /** Telegram has refused a message: none to that chat for so long. */
  block(chat: number, seconds: number): void;
}

/** At most `count` in any `window` milliseconds. */
interface Rate {
  readonly count: number;
  readonly window: number;
}

/** Below Telegram's 30 a second, and in small steps: what leaves evenly may arrive unevenly. */
const ALL: Rate = { count: 5, window: 205 };
/** One a second; a short burst is tolerated, as when a question follows an answer. */
const PERSON: Rate = { count: 3, window: 3150 };
/** Chats other than private ones have negative identifiers. */
const GROUP: readonly Rate[] = [
  { count: 1, window: 1050 },
  { count: 20, window: 61_000 },
];

/**
 * Milliseconds that are waited out; longer pauses are left to the queue. When all chats have to wait, they wait here; a chat
 * that is too fast by itself must not hold up the batch that it came in, with the questions of others.
 */
const PATIENCE = { all: 3000, own: 250 } as const;
/** Chats remembered. */
const CHATS = 5000;

/** @param now milliseconds since 1970 */
export function createPacer(now: () => number): Pacer {
  const sent = new Map<string, number[]>();
  const blocked = new Map<number, number>();

  /** When one more is allowed. */
  function earliest(scope: string, { count, window }: Rate): number {
    const time = sent.get(scope)?.at(-count);
    return time === undefined ? 0 : time + window;
  }

  function add(scope: string, time: number, { count }: Rate): void {
    const times = sent.get(scope) ?? [];
    sent.delete(scope);
    sent.set(scope, [...times, Math.max(time, times.at(-1) ?? 0)].slice(-count));
    const [oldest] = sent.keys();
    if (sent.size > CHATS && oldest !== undefined) sent.delete(oldest);
  }

  return {
    reserve(chat) {
      const own = chat < 0 ? GROUP : [PERSON];
      const scopes = [['all', ALL] as const, ...own.map((rate) => [`${chat} ${rate.count}`, rate] as const)];
      const [all = 0, ...rest] = scopes.map(([scope, rate]) => earliest(scope, rate) - now());
      const ownWait = Math.max(0, (blocked.get(chat) ?? 0) - now(), ...rest);
      const wait = Math.max(ownWait, all);
      if (ownWait > PATIENCE.own || all > PATIENCE.all) throw new Paced(Math.ceil(wait / 1000));
      const free = now() + wait;
      for (const [scope, rate] of scopes) add(scope, free, rate);
      return wait;
    },
    block(chat, seconds) {
      blocked.set(chat, now() + seconds * 1000);
      const [oldest] = blocked.keys();
      if (blocked.size > CHATS && oldest !== undefined) blocked.delete(oldest);
    },
  };
}
