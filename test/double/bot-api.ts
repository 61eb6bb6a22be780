import { BotState, type BotStateOptions } from './bot-state.ts';
import { METHODS } from './methods.ts';
import { type Outcome, type Refusal, refuse } from './outcome.ts';
import { coerceParameters, type Parameters } from './request.ts';
import { checkValue } from './schema/check.ts';
import type { BotApiSchema } from './schema/schema.ts';

/** One call, as it arrived and as it was answered. */
export interface JournalEntry {
  /** As written in the path. */
  readonly method: string;
  readonly parameters: Parameters;
  readonly status: number;
  readonly response: Outcome;
  /** What the call did that the Bot API does not describe, or that Telegram would repair in silence. */
  readonly violations: readonly string[];
}

export interface Call {
  /** What stands between `/bot` and the method in the path. */
  readonly token: string;
  readonly method: string;
  readonly parameters: Parameters;
}

export interface BotApiOptions extends BotStateOptions {
  readonly schema: BotApiSchema;
}

interface Judged {
  readonly outcome: Outcome;
  readonly violations?: readonly string[];
}

/** Methods that put something into a chat, in lower case. */
const SENDING = new Set(['sendmessage', 'editmessagetext']);

/** The Bot API for one bot, apart from the network: checks each call, plays it, and keeps the journal. */
export class BotApi {
  readonly journal: JournalEntry[] = [];
  readonly state: BotState;
  readonly #options: BotApiOptions;
  readonly #faults = new Map<string, Refusal[]>();

  constructor(options: BotApiOptions) {
    this.#options = options;
    this.state = new BotState(options);
  }

  /** The next call of the method is refused like this, with the HTTP status of its error code. */
  failNext(method: string, refusal: Refusal): void {
    const key = method.toLowerCase();
    this.#faults.set(key, [...(this.#faults.get(key) ?? []), refusal]);
  }

  receive(call: Call): JournalEntry {
    const refusal = this.#checkToken(call.token);
    return this.record(call, refusal ? { outcome: refusal, violations: ['wrong token'] } : this.#judge(call));
  }

  record({ method, parameters }: Omit<Call, 'token'>, { outcome, violations = [] }: Judged): JournalEntry {
    const status = outcome.ok ? 200 : outcome.error_code;
    const entry = { method, parameters, status, response: outcome, violations };
    this.journal.push(entry);
    return entry;
  }

  /** Descriptions as the Bot API server words them. */
  #checkToken(token: string): Refusal | null {
    const unauthorized: Refusal = { ok: false, error_code: 401, description: 'Unauthorized' };
    if (!/^\d+:[\w-]+$/u.test(token)) return { ...unauthorized, description: 'Unauthorized: invalid token specified' };
    return token === this.#options.token ? null : unauthorized;
  }

  /** Why nothing may be put into the chat now. */
  #bar(parameters: Parameters) {
    return this.state.chats.judge(parameters) ?? this.state.pacing?.judge(Number(parameters.chat_id)) ?? null;
  }

  #judge({ method, parameters: given }: Call): Judged {
    const { methods, types } = this.#options.schema;
    const key = method.toLowerCase();
    const name = Object.keys(methods).find((known) => known.toLowerCase() === key) ?? '';
    const described = methods[name];
    if (described === undefined) {
      const outcome: Refusal = { ok: false, error_code: 404, description: 'Not Found: method not found' };
      return { outcome, violations: [`${method} is not a method`] };
    }
    const parameters = coerceParameters(given, described.parameters, types);
    const violations = checkValue(parameters, described.parameters, { types, path: name });
    if (violations.length > 0) return { outcome: refuse(violations.join('; ')), violations };
    const fault = this.#faults.get(key)?.shift();
    if (fault) return { outcome: fault };
    const play = METHODS[key];
    if (play === undefined)
      return { outcome: refuse('the double does not play this method'), violations: [`${name} is not played`] };
    const barred = SENDING.has(key) ? this.#bar(parameters) : null;
    if (barred !== null) return { outcome: barred.refusal, violations: barred.violation ? [barred.violation] : [] };
    const { violation, outcome } = play(parameters, this.state);
    if (!outcome.ok) return { outcome, violations: violation === undefined ? [] : [violation] };
    return { outcome, violations: checkValue(outcome.result, described.result, { types, path: `${name} result` }) };
  }
}
