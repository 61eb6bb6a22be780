import type { Database } from '../../database.ts';
import { createDigestSettings, type DigestSettingsStore } from '../../digest/digest-settings.ts';
import { type Answers, createAnswers } from './answers.ts';
import { type Chats, createChats } from './chats.ts';
import { type Citations, createCitations } from './citations.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createPresses, type Presses } from './presses.ts';
import { createOwnersReports, type OwnersReports } from './reports.ts';
import { createUsage, type Usage } from './usage.ts';

/** All that the bot remembers. */
export interface State {
  readonly inbox: Inbox;
  readonly conversations: Conversations;
  readonly answers: Answers;
  readonly citations: Citations;
  readonly chats: Chats;
  readonly presses: Presses;
  readonly reports: OwnersReports;
  readonly usage: Usage;
  readonly digests: DigestSettingsStore;
}

/** @param now milliseconds since 1970 */
export function createState(database: Database, now: () => number): State {
  return {
    inbox: createInbox(database, now),
    conversations: createConversations(database, now),
    answers: createAnswers(database, now),
    citations: createCitations(database),
    chats: createChats(database, now),
    presses: createPresses(database, now),
    reports: createOwnersReports(database, now),
    usage: createUsage(database, now),
    digests: createDigestSettings(database, now),
  };
}
