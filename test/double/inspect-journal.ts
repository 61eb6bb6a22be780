import type { BotApi, JournalEntry } from './bot-api.ts';
import { GROUP_PACE, TOTAL_PACE, type Window } from './chats/pacing.ts';
import { PACED } from './methods/methods.ts';

/** What a whole journal tells of a bot. Counts, all 0 for a good one, but for the first three. */
export interface Inspection {
  readonly calls: number;
  /** Messages that stand in chats. */
  readonly sent: number;
  /** 429s. */
  readonly refusals: number;
  readonly violations: number;
  /** Calls after which more stood in a window of the Bots FAQ than may: 30 in a second, 20 in a minute to a group. */
  readonly windowViolations: number;
  /** Messages that stand twice in a chat: same text, to the same message. */
  readonly duplicates: number;
  /** Presses without an answer. */
  readonly unanswered: number;
  /** Updates that were given up. */
  readonly lost: number;
}

/** Sums up what a bot did, from the journal alone. */
export function inspectJournal({ journal, state }: Pick<BotApi, 'journal' | 'state'>): Inspection {
  const paced = journal.filter(({ method, response }) => PACED.has(method.toLowerCase()) && response.ok);
  const sent = paced.filter(({ method }) => method.toLowerCase() === 'sendmessage');
  const groups = Map.groupBy(paced, ({ parameters }) => Number(parameters.chat_id));
  const inGroups = [...groups].filter(([chat]) => chat < 0);
  const windowsOfGroups = inGroups.map(([, entries]) => countOver(entries, GROUP_PACE));
  return {
    calls: journal.length,
    sent: sent.length,
    refusals: journal.filter(({ response }) => !response.ok && response.error_code === 429).length,
    violations: journal.flatMap(({ violations }) => violations).length,
    windowViolations: countOver(paced, TOTAL_PACE) + windowsOfGroups.reduce((sum, count) => sum + count, 0),
    duplicates: sent.length - new Set(sent.map(identityOf)).size,
    unanswered: state.presses.size,
    lost: state.updates.lost.length,
  };
}

/** How many calls came when the window before them was full. */
function countOver(entries: readonly JournalEntry[], { count, length }: Window): number {
  const times = entries.map(({ time }) => time);
  return times.filter((time, i) => {
    const earlier = times[i - count];
    return earlier !== undefined && time - earlier < length;
  }).length;
}

function identityOf({ parameters: { chat_id, text, reply_parameters } }: JournalEntry): string {
  return JSON.stringify([chat_id, text, reply_parameters]);
}
