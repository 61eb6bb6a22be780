import type { Dependencies } from '../dependencies.ts';
import type { TelegramSettings } from '../environment.ts';
import type { Delivery } from './delivery.ts';
import type { State } from './state/state.ts';

/** What the handlers of one update work with. */
export interface UpdateContext {
  readonly dependencies: Dependencies;
  readonly settings: TelegramSettings;
  readonly state: State;
  readonly delivery: Delivery;
  /** In milliseconds since 1970. */
  readonly receivedAt: number;
}
