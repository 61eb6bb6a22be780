export interface Refusal {
  readonly ok: false;
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}
export interface Success {
  readonly ok: true;
  readonly result: unknown;
  readonly description?: string;
}
export type Outcome = Refusal | Success;

/** What a method does; `violation` names what Telegram would let pass but a bot must not do. */
export interface Played {
  readonly outcome: Outcome;
  readonly violation?: string;
}

/** @param code of HTTP */
export function refusal(code: number, description: string): Refusal {
  return { ok: false, error_code: code, description };
}

export function refuse(reason: string): Refusal {
  return refusal(400, `Bad Request: ${reason}`);
}

export function succeed(result: unknown, description?: string): Played {
  return { outcome: { ok: true, result, ...(description !== undefined && { description }) } };
}
