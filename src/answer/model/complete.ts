/** One message to a language model. */
export interface ModelMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface CompleteOptions {
  readonly signal: AbortSignal;
  /** Tokens the model may write. */
  readonly maxTokens: number;
}

/** What a model wrote, and what it cost where the provider says so. */
export interface Completion {
  readonly text: string;
  readonly tokens: number | null;
}

/**
 * A language model: the text it writes after the messages.
 *
 * @throws {ModelFailure} when it is not reached, refuses, or does not answer in the form its provider promises.
 */
export type Complete = (messages: readonly ModelMessage[], options: CompleteOptions) => Promise<Completion>;

/** Why a model gave no text. */
export type ModelFailureReason =
  | 'timeout'
  | 'unreachable'
  | 'rate_limited'
  | 'server_error'
  /** A client error: a wrong key, an unknown model, a request it will not take. */
  | 'refused'
  /** Empty, not JSON, too long, of another shape. */
  | 'bad_response'
  /** The caps of the day are used up; nothing was asked. */
  | 'over_budget';

/** A call that brought no text. The message never holds a key or an address. */
export class ModelFailure extends Error {
  readonly reason: ModelFailureReason;

  constructor(reason: ModelFailureReason) {
    super(`The language model gave no text: ${reason}`);
    this.name = 'ModelFailure';
    this.reason = reason;
  }
}
