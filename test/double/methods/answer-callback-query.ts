import type { BotState } from '../bot-state.ts';
import { type Played, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';

const MAX_NOTE = 200;

export const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

/** `answerCallbackQuery`: each press once and in time, with a note of at most 200 characters. */
export function answerCallbackQuery({ callback_query_id, text }: Parameters, state: BotState): Played {
  if (typeof text === 'string' && [...text].length > MAX_NOTE) return { outcome: refuse('MESSAGE_TOO_LONG') };
  if (state.presses.answer(String(callback_query_id))) return succeed(true);
  return { outcome: refuse(TOO_OLD), violation: 'a press is answered that does not wait for it' };
}
