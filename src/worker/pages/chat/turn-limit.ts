import type { Usage } from '../../telegram/state/usage.ts';

/** Turns a day over all pages: at a dozen writes each they stay below the 100,000 a day of the Free plan. */
export const DAILY_TURNS = 6000;

const DAY = 86_400_000;
/** Days begin at midnight in China, UTC+8. */
const OFFSET = 8 * 3_600_000;

/** Keeps strangers with many addresses from using up what the database may write a day, which the bot needs. */
export interface TurnLimit {
  /** Counts a turn; false when there were enough today. An isolate that knows that asks the database no more. */
  take(usage: Pick<Usage, 'count'>): Promise<boolean>;
}

/** @param now milliseconds since 1970 */
export function createTurnLimit(now: () => number): TurnLimit {
  let full = -1;
  return {
    async take(usage) {
      const day = Math.floor((now() + OFFSET) / DAY);
      if (day === full) return false;
      const isWithin = (await usage.count('page turns', `day ${day}`)) <= DAILY_TURNS;
      if (!isWithin) full = day;
      return isWithin;
    },
  };
}
