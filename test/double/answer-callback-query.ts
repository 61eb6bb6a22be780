import type { BotState } from './bot-state.ts';
import { type Played, refuse, succeed } from './outcome.ts';
import type { Parameters } from './parameters.ts';

const MAX_NOTE = 200;

/** `answerCallbackQuery`: each press once, with a note of at most 200 characters. */
export function answerCallbackQuery({ callback_query_id, text }: Parameters, state: BotState): Played {
  if (typeof text === 'string' && [...text].length > MAX_NOTE) return { outcome: refuse('MESSAGE_TOO_LONG') };
  if (!state.presses.delete(String(callback_query_id))) {
    return {
      outcome: refuse('query is too old and response timeout expired or query ID is invalid'),
      violation: 'a press is answered that does not wait for it',
    };
  }
  return succeed(true);
}
