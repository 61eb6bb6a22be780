import type { ModelFailureReason } from './complete.ts';
import type { RefusalReason } from './refusal.ts';

export type ModelTask = 'understand' | 'compose' | 'digest';

/** What became of one request to the model. */
export interface ModelStep {
  readonly task: ModelTask;
  /** `used`: it shows in the reply. `declined`: the model had nothing to say. */
  readonly outcome: 'used' | 'declined' | 'refused' | 'failed';
  readonly reason: RefusalReason | ModelFailureReason | null;
  /** As the provider counts; null when it does not say. */
  readonly tokens: number | null;
}
