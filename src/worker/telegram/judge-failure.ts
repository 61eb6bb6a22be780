import { BotError, GrammyError, HttpError } from 'grammy';
import { WenjuError } from '../../core/error.ts';
import { isDatabaseFailure } from '../database.ts';
import type { LogEntry } from '../log.ts';
import { Paced } from './pacer.ts';
import type { Job } from './state/inbox.ts';

/** What to do about an update whose handling has failed. */
export type Verdict =
  /** Handle it again after so many seconds. `forgiven`: the attempt does not count. */
  | { readonly do: 'postpone'; readonly seconds: number; readonly forgiven: boolean; readonly entry: LogEntry }
  /** Tell the reader, and let it be. */
  | { readonly do: 'apologize'; readonly entry: LogEntry }
  /** Nothing that is sent would arrive. */
  | { readonly do: 'drop'; readonly entry: LogEntry };

/** Whether a call arrived is unknown when the line was cut: an answer is then sent once more, and not a third time. */
export const MAX_ATTEMPTS = 2;
const PAUSE_SECONDS = 2;
/** How long to wait with everything while the token is not valid or the database does not answer. */
const OUTAGE_SECONDS = 30;
const CUTOFF_SECONDS = 10;

/** What the error of an attempt asks for. The error itself is never logged: grammY's errors carry the token. */
export function judgeFailure(thrown: unknown, { updateId, attempts }: Pick<Job, 'updateId' | 'attempts'>): Verdict {
  const error = thrown instanceof BotError ? thrown.error : thrown;
  if (error instanceof GrammyError) return judgeRefusal(error, { updateId, attempts });
  if (error instanceof Paced) {
    const { seconds } = error;
    return { do: 'postpone', seconds, forgiven: true, entry: { event: 'telegram_send_paced', updateId } };
  }
  if (isDatabaseFailure(error)) {
    const entry: LogEntry = { event: 'database_failed', updateId };
    return { do: 'postpone', seconds: CUTOFF_SECONDS, forgiven: true, entry };
  }
  if (error instanceof HttpError) {
    const entry: LogEntry = { event: 'telegram_send_failed', name: 'HttpError', updateId };
    return tryAgain(entry, attempts);
  }
  if (error instanceof WenjuError && error.code === 'gate') {
    return { do: 'apologize', entry: { event: 'gate_failed', detail: error.message, updateId } };
  }
  const name = error instanceof Error ? error.name : typeof error;
  return { do: 'apologize', entry: { event: 'telegram_update_failed', name, updateId } };
}

function judgeRefusal(error: GrammyError, { updateId, attempts }: Pick<Job, 'updateId' | 'attempts'>): Verdict {
  const { method, description, error_code: status, parameters } = error;
  const entry: LogEntry = { event: 'telegram_send_failed', name: method, detail: description, status, updateId };
  if (status === 429) {
    return { do: 'postpone', seconds: parameters.retry_after ?? PAUSE_SECONDS, forgiven: true, entry };
  }
  if (status === 401 || status === 404) return { do: 'postpone', seconds: OUTAGE_SECONDS, forgiven: true, entry };
  if (status >= 500) return tryAgain(entry, attempts);
  const isUnreachable = status !== 400 || description.includes('chat not found');
  return { do: isUnreachable ? 'drop' : 'apologize', entry };
}

function tryAgain(entry: LogEntry, attempts: number): Verdict {
  return attempts < MAX_ATTEMPTS
    ? { do: 'postpone', seconds: PAUSE_SECONDS, forgiven: false, entry }
    : { do: 'drop', entry };
}
