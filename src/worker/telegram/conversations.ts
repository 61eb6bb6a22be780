import type { Context } from 'grammy';

/** What people asked before, so that a follow-up question can leave out what has been said. */
export interface Conversations {
  /** Earlier questions of the same person in the same chat and topic, oldest first. */
  recall(key: string): Promise<readonly string[]>;
  remember(key: string, question: string): Promise<void>;
}

/** A pause after which a question starts anew. */
const LIFETIME_IN_MILLISECONDS = 30 * 60_000;
const TURNS_KEPT = 6;
/** Beyond, the conversation that was silent longest is forgotten. */
const CONVERSATIONS_KEPT = 1000;

/** Conversations in the memory of one isolate: enough while it lives, gone with it. */
export function createConversations(now: () => number): Conversations {
  const conversations = new Map<string, { readonly turns: readonly string[]; readonly last: number }>();

  function turnsOf(key: string): readonly string[] {
    const conversation = conversations.get(key);
    return conversation !== undefined && now() - conversation.last < LIFETIME_IN_MILLISECONDS ? conversation.turns : [];
  }

  return {
    recall: async (key) => turnsOf(key),
    async remember(key, question) {
      const turns = [...turnsOf(key), question].slice(-TURNS_KEPT);
      conversations.delete(key);
      conversations.set(key, { turns, last: now() });
      const [oldest] = conversations.keys();
      if (conversations.size > CONVERSATIONS_KEPT && oldest !== undefined) conversations.delete(oldest);
    },
  };
}

/** One conversation a person, chat and topic. */
export function conversationKey({ chat, from, message }: Context): string {
  return [chat?.id, message?.message_thread_id, from?.id].join(':');
}
