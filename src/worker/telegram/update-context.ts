import type { Database } from '../database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { DigestQueue, TelegramSettings } from '../environment.ts';
import type { ModelSettings } from '../model/model-settings.ts';
import type { EmbeddingBindings } from '../model/question-embedder.ts';
import type { Delivery } from './delivery.ts';
import type { ChatSettings } from './state/chats.ts';
import type { State } from './state/state.ts';
import type { Wording } from './wording.ts';

/** What the handlers of one update work with. */
export interface UpdateContext {
  readonly dependencies: Dependencies;
  readonly settings: TelegramSettings;
  /** Null: no language model is configured. */
  readonly model: ModelSettings | null;
  readonly embedding: EmbeddingBindings;
  readonly database: Database;
  /** Null: nothing can be sent there on its own. */
  readonly digests: DigestQueue | null;
  readonly state: State;
  readonly delivery: Delivery;
  readonly chatSettings: ChatSettings;
  /** What the bot says, in the reader's language. */
  readonly words: Wording;
  /** From 1. */
  readonly attempts: number;
  /** Whether the update was handled before, in part. */
  readonly isAgain: boolean;
}
