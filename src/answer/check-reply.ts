import type { Artefact } from '../core/artefact.ts';
import type { Reply } from '../core/block.ts';
import type { GateFailure } from './gate-failure.ts';
import { checkNumbers } from './number-gate.ts';
import { checkQuotes } from './quote-gate.ts';

/** What both gates read of the artefact. */
export type GateLibrary = Pick<Artefact, 'reports' | 'sections' | 'figures' | 'source' | 'cleanText' | 'damage'>;

/** Both gates over a reply as it is about to be sent. Empty: it may be sent. */
export function checkReply(reply: Reply, library: GateLibrary): GateFailure[] {
  return [...checkQuotes(reply, library), ...checkNumbers(reply, library)];
}
