import type { Update } from '@grammyjs/types';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;

export interface QueuedUpdate {
  readonly update: Update;
  /** In milliseconds, by the clock of the double. */
  readonly time: number;
}

/** Why a wait is over. */
export type Wait = 'arrival' | 'end' | 'conflict';

/** Kinds that a bot gets only when it asks for them by name. */
const UNASKED: ReadonlySet<string> = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** The updates for one bot, each with the next identifier, from the time they happen until they are taken or given up. */
export class UpdateQueue {
  /** All that ever came in. */
  readonly all: QueuedUpdate[] = [];
  /** Given up before the bot had taken them. */
  readonly lost: QueuedUpdate[] = [];
  /** Set by `setWebhook` and `getUpdates`; null is the default of Telegram. */
  allowed: readonly UpdateKind[] | null = null;
  readonly #now: () => number;
  #pending: QueuedUpdate[] = [];
  #nextId = 1;
  #wake: ((how: Wait) => void) | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  get pending(): readonly QueuedUpdate[] {
    return this.#pending;
  }

  /** Adds what has happened; null when the bot has not asked for updates of that kind. */
  add(happened: Omit<Update, 'update_id'>): Update | null {
    const kind = Object.keys(happened)[0] as UpdateKind;
    const allowed = this.allowed;
    if (allowed === null || allowed.length === 0 ? UNASKED.has(kind) : !allowed.includes(kind)) return null;
    const update = { update_id: this.#nextId++, ...happened };
    const queued = { update, time: this.#now() };
    this.all.push(queued);
    this.#pending.push(queued);
    this.#wake?.('arrival');
    return update;
  }

  /** The update has been taken; with `isLost` it was given up. */
  settle(id: number, { isLost = false }: { readonly isLost?: boolean } = {}): void {
    const settled = this.#pending.find(({ update }) => update.update_id === id);
    if (settled !== undefined && isLost) this.lost.push(settled);
    this.#pending = this.#pending.filter((queued) => queued !== settled);
  }

  /** All before the offset have been taken; a negative one keeps so many of the last (Bot API, getUpdates). */
  confirm(offset: number): void {
    const first = offset < 0 ? this.#pending.at(offset)?.update.update_id : offset;
    if (first !== undefined) this.#pending = this.#pending.filter(({ update }) => update.update_id >= first);
  }

  /** Waits for the next update, in real time. Whoever waits already is told that there is a conflict. */
  wait(milliseconds: number): Promise<Wait> {
    this.#wake?.('conflict');
    return new Promise((resolve) => {
      const timer = setTimeout(() => wake('end'), milliseconds);
      const wake = (how: Wait) => {
        clearTimeout(timer);
        if (this.#wake === wake) this.#wake = null;
        resolve(how);
      };
      this.#wake = wake;
    });
  }

  stopWaiting(): void {
    this.#wake?.('end');
  }

  drop(): void {
    this.#pending = [];
  }
}
