import { GrammyError } from 'grammy';
import type { Settled } from './digest-ledger.ts';

/** What a failed call to Telegram means for a digest. */
export interface SendFailure {
  readonly settled: Settled;
  /** `chat`: nothing reaches it any more. `topic`: this topic is no more. */
  readonly switchOff: 'chat' | 'topic' | null;
  /** Where the chat has moved. */
  readonly movedTo: number | null;
}

/** Seconds to wait where Telegram does not say. */
const PAUSE = 5;
/** Seconds to wait with everything while the token is not valid. */
const OUTAGE = 60;
/** Refusals that stand as long as the topic or the bot's rights do not change (Bot API server, Client.cpp). */
const TOPIC_GONE = /message thread not found|TOPIC_(?:CLOSED|DELETED)/u;
const MUTE = /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights/u;

/**
 * What became of a digest whose call failed. A refusal is certain: nothing was sent. Where the line was cut, or the server
 * failed, nobody knows: a gap is better than the same digest twice.
 */
export function judgeSend(error: unknown): SendFailure {
  const nothing = { switchOff: null, movedTo: null };
  if (!(error instanceof GrammyError)) return { ...nothing, settled: { state: 'unknown', reason: 'cut' } };
  const { error_code: status, description, parameters } = error;
  const later = (seconds: number): SendFailure => ({
    ...nothing,
    settled: { state: 'pending', reason: String(status), seconds },
  });
  if (parameters.migrate_to_chat_id !== undefined) return { ...later(0), movedTo: parameters.migrate_to_chat_id };
  if (status === 429) return later(parameters.retry_after ?? PAUSE);
  if (status === 401 || status === 404) return later(OUTAGE);
  if (status >= 500) return { ...nothing, settled: { state: 'unknown', reason: String(status) } };
  const isGone = status === 403 || description.includes('chat not found') || MUTE.test(description);
  const settled: Settled = { state: 'dead', reason: isGone ? 'gone' : 'refused' };
  return { ...nothing, settled, switchOff: isGone ? 'chat' : TOPIC_GONE.test(description) ? 'topic' : null };
}
