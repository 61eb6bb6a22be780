import { BotState, type BotStateOptions } from './bot-state.ts';
import type { Fault } from './fault.ts';
import { FaultScript } from './fault-script.ts';
import { IN_CHAT, METHODS, PACED } from './methods/methods.ts';
import { type Outcome, type Refusal, refusal, refuse } from './outcome.ts';
import { coerceParameters, type Parameters } from './parameters.ts';
import { People } from './people.ts';
import { checkValue } from './schema/check.ts';
import type { BotApiSchema } from './schema/schema.ts';

/** One call, as it arrived and as it was answered. */
export interface JournalEntry {
  /** As written in the path. */
  readonly method: string;
  readonly parameters: Parameters;
  /** In milliseconds, by the clock of the double. */
  readonly time: number;
  /** Of HTTP; 0 when the connection was cut and the bot saw none. */
  readonly status: number;
  /** What Telegram answered, whether or not the bot saw it. */
  readonly response: Outcome;
  /** What the call did that the Bot API does not describe, or that Telegram would repair in silence. */
  readonly violations: readonly string[];
  /** Scripted for this call. */
  readonly fault: Fault | null;
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
  readonly fault?: Fault | null;
}

interface Described {
  readonly name: string;
  readonly parameters: Parameters;
  readonly result: BotApiSchema['methods'][string]['result'];
}

/** The Bot API for one bot, apart from the network: checks each call, plays it, and keeps the journal. */
export class BotApi {
  readonly journal: JournalEntry[] = [];
  readonly state: BotState;
  /** What goes wrong with calls that are right in themselves. */
  readonly faults = new FaultScript();
  /** Lets people do things that the bot hears of. */
  readonly people: People;
  readonly #options: BotApiOptions;

  constructor(options: BotApiOptions) {
    this.#options = options;
    this.state = new BotState(options);
    this.people = new People(this.state);
  }

  get token(): string {
    return this.#options.token;
  }

  receive(call: Call): JournalEntry {
    const denied = this.#checkToken(call.token);
    return this.record(call, denied ? { outcome: denied, violations: ['wrong token'] } : this.#judge(call));
  }

  record(
    { method, parameters }: Omit<Call, 'token'>,
    { outcome, violations = [], fault = null }: Judged,
  ): JournalEntry {
    const answered = outcome.ok ? 200 : outcome.error_code;
    const status = fault?.kind === 'reset' ? 0 : answered;
    const entry = { method, parameters, time: this.state.now(), status, response: outcome, violations, fault };
    this.journal.push(entry);
    return entry;
  }

  /** Descriptions as the Bot API server words them. */
  #checkToken(token: string): Refusal | null {
    if (!/^\d+:[\w-]+$/u.test(token)) return refusal(401, 'Unauthorized: invalid token specified');
    return token === this.#options.token ? null : refusal(401, 'Unauthorized');
  }

  /** Why the method may not be called for the chat now. */
  #bar(method: string, parameters: Parameters) {
    const barred = IN_CHAT.has(method) ? this.state.chats.judge(parameters) : null;
    if (barred !== null || !PACED.has(method)) return barred;
    return this.state.pacing?.judge(Number(parameters.chat_id)) ?? null;
  }

  #judge({ method, parameters: given }: Call): Judged {
    const { methods, types } = this.#options.schema;
    const key = method.toLowerCase();
    const name = Object.keys(methods).find((known) => known.toLowerCase() === key) ?? '';
    const described = methods[name];
    if (described === undefined) {
      return { outcome: refusal(404, 'Not Found: method not found'), violations: [`${method} is not a method`] };
    }
    const parameters = coerceParameters(given, described.parameters, types);
    const violations = checkValue(parameters, described.parameters, { types, path: name });
    if (violations.length > 0) return { outcome: refuse(violations.join('; ')), violations };
    const fault = this.faults.take(method, parameters);
    const spared = fault === null ? null : this.#spare(fault, parameters);
    if (spared !== null) return { ...spared, fault };
    return { ...this.#play({ name, parameters, result: described.result }), fault };
  }

  /** The answer to a call that a fault keeps from being played; null when it is played all the same. */
  #spare(fault: Fault, { chat_id }: Parameters): Judged | null {
    if (fault.kind === 'page') return { outcome: refusal(fault.status, 'answered by a proxy') };
    if (fault.kind === 'reset' && fault.when === 'before') return { outcome: refusal(0, 'cut before it was played') };
    if (fault.kind !== 'refusal') return null;
    const pacing = chat_id === undefined ? null : this.state.pacing;
    const held = pacing?.check(Number(chat_id)) ?? null;
    const seconds = fault.refusal.parameters?.retry_after;
    if (seconds !== undefined) pacing?.hold(Number(chat_id), seconds);
    return { outcome: fault.refusal, ...(held && { violations: [held] }) };
  }

  #play({ name, parameters, result }: Described): Judged {
    const key = name.toLowerCase();
    const play = METHODS[key];
    if (play === undefined)
      return { outcome: refuse('the double does not play this method'), violations: [`${name} is not played`] };
    const barred = this.#bar(key, parameters);
    if (barred !== null) return { outcome: barred.refusal, violations: barred.violation ? [barred.violation] : [] };
    const { violation, outcome } = play(parameters, this.state);
    const violations = violation === undefined ? [] : [violation];
    if (!outcome.ok) return { outcome, violations };
    const { types } = this.#options.schema;
    return {
      outcome,
      violations: [...violations, ...checkValue(outcome.result, result, { types, path: `${name} result` })],
    };
  }
}
